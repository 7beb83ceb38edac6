/** Local days read from a compiled calendar: no zone data here either (CAL3). */
import { DAY_MS, type CompiledCalendar } from '../../shared/time.ts';

export function offsetAt(calendar: CompiledCalendar, at: number): number {
  return (calendar.offsets.findLast(([from]) => from <= at) ?? calendar.offsets[0])?.[1] ?? 0;
}

/** Instant of the local midnight that began the day of `at`. */
export function startOfLocalDay(calendar: CompiledCalendar, at: number): number {
  return midnightOf(calendar, Math.floor((at + offsetAt(calendar, at)) / DAY_MS) * DAY_MS);
}

/**
 * Local midnight of the newest date that had an opening by `at`: "the same open day" (ATT6). On a
 * Sunday that is Friday's.
 */
export function startOfOpenDay(calendar: CompiledCalendar, at: number): number {
  const on = calendar.periods.findLast(({ start }) => start <= at)?.on;
  return on === undefined ? startOfLocalDay(calendar, at) : midnightOf(calendar, Date.parse(on));
}

/** Instant of the local midnight that ends a date `YYYY-MM-DD`, or the date so many days after it. */
export function endOfDate(calendar: CompiledCalendar, on: string, days = 0): number {
  return midnightOf(calendar, Date.parse(on) + (days + 1) * DAY_MS);
}

/** Local wall time, as ms since 1970 read as if it were UTC → instant. */
function midnightOf(calendar: CompiledCalendar, localMs: number): number {
  const guess = localMs - offsetAt(calendar, localMs);
  return localMs - offsetAt(calendar, guess);
}
