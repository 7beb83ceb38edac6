/** Takes closed periods out of every calendar they touch, or puts withdrawn ones back (CAL7, FCT8). */
import { type DeclaredClosure, withClosures } from '../../../shared/calendar/closure.ts';
import { calendarKnownAt } from '../../../shared/sla/closures.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';
import { closureRows, declared } from './closureRows.ts';
import { type ChangedCalendar, generationOf, replaceCalendars } from '../sync/generations.ts';
import type { Work } from '../work.ts';

/** Every version's calendars, and hours, as the closures now in the table make them. @returns how many changed */
export function closeCalendars(work: Work): number {
  const rows = closureRows(work);
  const generation = generationOf(work) + 1;
  const closing = (calendar: string, of: 'calendars' | 'hours') =>
    rows.filter((row) => row[of] === null || row[of].includes(calendar)).flatMap(declared);
  const changed: ChangedCalendar[] = [];
  const look = (version: number, calendars: Readonly<Record<string, CompiledCalendar>>) => {
    for (const [id, calendar] of Object.entries(calendars)) {
      const compiled = closed(calendar, closing(id, version === 0 ? 'hours' : 'calendars'), generation);
      if (compiled !== calendar) changed.push({ version, id, compiled });
    }
  };
  for (const { version, calendars } of work.ground.history()) look(version, calendars);
  look(0, work.ground.room().calendars);
  replaceCalendars(work, changed);
  return changed.length;
}

/** Begun afresh from the calendar nobody closed; the same object where nothing changes. */
export function closed(
  calendar: CompiledCalendar,
  closures: readonly DeclaredClosure[],
  generation: number,
): CompiledCalendar {
  const before = calendar.closures ?? [];
  if (before.length === 0 && closures.length === 0) return calendar;
  const whole = { ...calendarKnownAt(calendar, -Infinity), closures: [] };
  const after = withClosures(whole, closures, generation);
  return JSON.stringify(after.closures) === JSON.stringify(before) ? calendar : after;
}
