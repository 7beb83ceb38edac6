/** A person's own hours, compiled once and named in their log (CAL8). */
import { compileCalendar, compileRange } from '../../shared/calendar/compile.ts';
import type { Calendar } from '../../shared/definitions/calendar.ts';
import { done, failure, type Outcome } from '../outcome.ts';
import { calendarErrors } from './calendarErrors.ts';
import * as schema from './schema.ts';
import type { Work } from './work.ts';

/** @returns the calendar's id: a new one each time, since the past keeps the hours it had */
export function keepHours(work: Work, memberId: string, hours: Calendar): Outcome<string> {
  const errors = calendarErrors(hours, '/hours', work.now);
  if (errors.length > 0) return failure('invalid-body', 'These hours cannot be kept.', errors);
  const { calendars } = work.ground.room();
  const first = `member:${memberId}`;
  const id = calendars[first] === undefined ? first : `${first}:${Object.keys(calendars).length}`;
  const { from, to } = compileRange(work.now);
  const compiled = compileCalendar(id, hours, from, to, 1);
  work.db.insert(schema.calendars).values({ id, compiled, stated: hours }).run();
  return done(id);
}
