/** A person's or a team's own hours, compiled once and named where they hold (CAL8). */
import { eq } from 'drizzle-orm';
import { compileCalendar, compileRange } from '../../../shared/calendar/compile.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import type { RoomMember } from '../../../shared/lead/room.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { calendarErrors } from '../agreement/calendarErrors.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** @returns the calendar's id: a new one each time, since the past keeps the hours it had */
export function keepHours(
  work: Work,
  whose: `member:${string}` | `team:${string}`,
  hours: Calendar,
): Outcome<string> {
  const errors = calendarErrors(hours, '/hours', work.now);
  if (errors.length > 0) return failure('invalid-body', 'These hours cannot be kept.', errors);
  const { calendars } = work.ground.room();
  const id = calendars[whose] === undefined ? whose : `${whose}:${Object.keys(calendars).length}`;
  const { from, to } = compileRange(work.now);
  const compiled = compileCalendar(id, hours, from, to, 1);
  work.db.insert(schema.calendars).values({ id, compiled, stated: hours }).run();
  return done(id);
}

/** What they last said; null when they go by their team's, or never said. */
export function statedHours(work: Work, { log }: RoomMember): Calendar | null {
  const entry = log.findLast((one) => one.kind === 'hours' && one.at <= work.now);
  if (entry?.kind !== 'hours' || entry.calendar === null) return null;
  const { calendars } = schema;
  const row = work.db
    .select({ stated: calendars.stated })
    .from(calendars)
    .where(eq(calendars.id, entry.calendar))
    .get();
  return row?.stated ?? null;
}
