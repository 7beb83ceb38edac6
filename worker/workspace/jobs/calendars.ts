/**
 * Calendars compiled again, one a slice (CAL3): further ahead once a year, and anew where the zones' own
 * data has changed since. What changed makes every lead be looked at again.
 */
import { compileCalendar, compileRange } from '../../../shared/calendar/compile.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import { calendarKnownAt } from '../../../shared/sla/closures.ts';
import { type CompiledCalendar, DAY_MS } from '../../../shared/time.ts';
import type { Chore } from './chore.ts';
import { closeCalendars } from '../agreement/closeCalendars.ts';
import { generationOf, replaceCalendars } from '../sync/generations.ts';
import { type JobKind, startJob } from './jobs.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';
import { reevaluateAll } from './reevaluate.ts';

const CHECK_EVERY_MS = 28 * DAY_MS;
/** With less than this ahead a calendar is compiled a year further. */
const AHEAD_MS = 2 * 366 * DAY_MS;

interface Place {
  readonly next: number;
  readonly changed: number;
}

export const calendars: JobKind<null, Place, { readonly calendars: number; readonly changed: number }> = {
  cancellable: false,
  step(work, { cursor }) {
    const { next, changed } = cursor ?? { next: 0, changed: 0 };
    const all = stated(work);
    const one = all[next];
    const isChanged = one !== undefined && compileAgain(work, one);
    const place = { next: next + 1, changed: changed + (isChanged ? 1 : 0) };
    const finished = place.next >= all.length;
    if (finished && place.changed > 0) reevaluateAll(work, { because: 'calendars', by: null });
    const result = { calendars: all.length, changed: place.changed };
    return { cursor: place, done: Math.min(place.next, all.length), total: all.length, finished, result };
  },
};

export const dueCalendars: Chore = {
  name: 'calendars',
  nextAt: (work) => {
    const workspace = work.ground.workspace();
    return workspace ? (workspace.calendarsCheckedAt ?? workspace.createdAt) + CHECK_EVERY_MS : null;
  },
  run: (work) =>
    work.transact(() => {
      work.db.update(schema.workspace).set({ calendarsCheckedAt: work.now }).run();
      work.ground.forget();
      startJob(work, { kind: 'calendars', by: null, input: null });
    }),
};

interface Stated {
  readonly version: number;
  readonly id: string;
  readonly calendar: Calendar;
  readonly compiled: CompiledCalendar;
}

/** In a fixed order, which closures and recompiling do not change. */
function stated(work: Work): readonly Stated[] {
  const { history, room } = { history: work.ground.history(), room: work.ground.room() };
  const agreed = history.flatMap(({ version, definitions, calendars: compiled }) =>
    Object.entries(definitions.calendars).flatMap(([id, calendar]) => {
      const known = compiled[id];
      return known ? [{ version, id, calendar, compiled: known }] : [];
    }),
  );
  const hours = work.db.select().from(schema.calendars).orderBy(schema.calendars.id).all();
  const own = hours.flatMap(({ id, stated: calendar }) => {
    const known = room.calendars[id];
    return known && calendar ? [{ version: 0, id, calendar, compiled: known }] : [];
  });
  return [...agreed, ...own];
}

/** @returns whether it says anything else now */
function compileAgain(work: Work, { version, id, calendar, compiled }: Stated): boolean {
  const { from, to: until } = compiled;
  const to = until - work.now < AHEAD_MS ? compileRange(work.now).to : until;
  const before = calendarKnownAt(compiled, -Infinity);
  const after = compileCalendar(id, calendar, from, to, generationOf(work) + 1);
  const said = ({ periods, offsets }: CompiledCalendar) => JSON.stringify([periods, offsets]);
  if (said(before) === said(after)) return false;
  replaceCalendars(work, [{ version, id, compiled: after }]);
  closeCalendars(work);
  return true;
}
