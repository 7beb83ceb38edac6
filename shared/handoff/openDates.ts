/** Local dates with open time, counted ahead: what "on another day" means to people at work. */
import { dateOfDay, dayOfDate } from '../sla/localTime.ts';
import { localDateOf, openingOf } from '../sla/openTime.ts';
import type { CompiledCalendar } from '../time.ts';

/** The next `count` dates with open time, today included unless `usedToday`. */
export function openDatesAhead(
  calendar: CompiledCalendar,
  now: number,
  usedToday: boolean,
  count: number,
): readonly string[] {
  const dates: string[] = [];
  let day = dayOfDate(localDateOf(calendar, now)) + (usedToday ? 1 : 0);
  while (dates.length < count) {
    const opening = openingOf(calendar, dateOfDay(day));
    if (opening === null) break;
    const on = localDateOf(calendar, opening);
    dates.push(on);
    day = dayOfDate(on) + 1;
  }
  return dates;
}
