/** Local days, weeks, months and quarters as instants, out of a compiled calendar (no zone data). */
import { dateOfDay, dayOfDate, instantOfLocal, wallDateOf } from '../sla/localTime.ts';
import { openDatesBetween, openingOf, localDateOf } from '../sla/openTime.ts';
import { type CompiledCalendar, DAY_MS, type Interval } from '../time.ts';

export type PeriodKind = 'week' | 'month' | 'quarter';

/** Local midnight with which a date begins. */
export function startOfDate({ offsets }: CompiledCalendar, on: string): number {
  return instantOfLocal(offsets, dayOfDate(on) * DAY_MS);
}

/** Local midnight with which it ends: a local day may have 23 or 25 hours. */
export function endOfDate(calendar: CompiledCalendar, on: string): number {
  return startOfDate(calendar, dateOfDay(dayOfDate(on) + 1));
}

/** Local calendar date of an instant, whatever is open. */
export function dateAt({ offsets }: CompiledCalendar, at: number): string {
  return wallDateOf(offsets, at);
}

/** `YYYY-MM`, the cohort a date belongs to. */
export function monthOf(on: string): string {
  return on.slice(0, 7);
}

/** Monday of the date's week. */
export function mondayOf(on: string): string {
  const day = dayOfDate(on);
  // Day 0, 1970-01-01, was a Thursday.
  return dateOfDay(day - ((((day + 3) % 7) + 7) % 7));
}

/** The week (from Monday), month or quarter that holds an instant, local midnight to local midnight. */
export function periodAt(calendar: CompiledCalendar, at: number, kind: PeriodKind): Interval {
  const on = dateAt(calendar, at);
  const [first, next] = kind === 'week' ? weekOf(on) : monthsOf(on, kind === 'month' ? 1 : 3);
  return { start: startOfDate(calendar, first), end: startOfDate(calendar, next) };
}

function weekOf(on: string): readonly [string, string] {
  const monday = mondayOf(on);
  return [monday, dateOfDay(dayOfDate(monday) + 7)];
}

function monthsOf(on: string, length: 1 | 3): readonly [string, string] {
  const month = Number(on.slice(5, 7)) - 1;
  const first = month - (month % length);
  const firstOf = (count: number): string =>
    `${String(Number(on.slice(0, 4)) + Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  return [firstOf(first), firstOf(first + length)];
}

/** How many dates of `[start, end)` have open time. */
export function openDaysIn(calendar: CompiledCalendar, { start, end }: Interval): number {
  return openDatesBetween(calendar, dayBefore(dateAt(calendar, start)), dateAt(calendar, end - 1));
}

/** Dates of `[start, end)` that have open time, ascending. */
export function openDatesIn(calendar: CompiledCalendar, { start, end }: Interval): readonly string[] {
  const last = dateAt(calendar, end - 1);
  const dates: string[] = [];
  let on = dateAt(calendar, start);
  for (;;) {
    const opening = openingOf(calendar, on);
    if (opening === null) return dates;
    const open = localDateOf(calendar, opening);
    if (open > last) return dates;
    dates.push(open);
    on = dateOfDay(dayOfDate(open) + 1);
  }
}

function dayBefore(on: string): string {
  return dateOfDay(dayOfDate(on) - 1);
}
