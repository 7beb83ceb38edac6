/**
 * Counting open time in a compiled calendar (CAL3–CAL5): pure, integer ms, by binary search. Beyond
 * the compiled range nothing is known, and `null` says so. Targets are in `target.ts`.
 */
import type { CompiledCalendar } from '../time.ts';
import { begunBy, countUpTo, datesBefore, openIndexOf, valueAt } from './openIndex.ts';
import type { OpenIndex } from './openIndex.ts';
import { wallDateOf } from './localTime.ts';

/** Open ms in `[calendar.from, at)`. */
function openMsBefore(index: OpenIndex, at: number): number {
  const place = begunBy(index, at) - 1;
  if (place < 0) return 0;
  return (
    valueAt(index.before, place) + Math.min(at, valueAt(index.ends, place)) - valueAt(index.starts, place)
  );
}

/** Earliest instant before which exactly `openMs` were open. Null past the range, and for none at all. */
function instantAfter(index: OpenIndex, openMs: number): number | null {
  // The period that holds the last of these ms: the last one with less than `openMs` before it.
  const place = countUpTo(index.before, openMs - 1) - 1;
  const start = index.starts[place];
  if (start === undefined) return null;
  return start + openMs - valueAt(index.before, place);
}

/** Open ms in `[a, b)`; 0 when `b` is not after `a`. Time outside the compiled range counts as closed. */
export function openMsBetween(calendar: CompiledCalendar, a: number, b: number): number {
  const index = openIndexOf(calendar);
  return Math.max(0, openMsBefore(index, b) - openMsBefore(index, a));
}

/**
 * The earliest instant with `ms` open ms since `start`, so exactly at closing stays at closing
 * (CAL5). `ms` 0 gives `start` back. Null when the compiled range ends before.
 */
export function addOpenMs(calendar: CompiledCalendar, start: number, ms: number): number | null {
  if (start < calendar.from) return null;
  if (ms <= 0) return start;
  const index = openIndexOf(calendar);
  return instantAfter(index, openMsBefore(index, start) + ms);
}

/** The earliest instant from which `ms` open ms remain until `end`. Null when the range begins after it. */
export function subtractOpenMs(calendar: CompiledCalendar, end: number, ms: number): number | null {
  if (end > calendar.to) return null;
  if (ms <= 0) return end;
  const index = openIndexOf(calendar);
  const left = openMsBefore(index, end) - ms;
  return left === 0 ? valueAt(index.starts, 0) : instantAfter(index, left);
}

export function isOpen(calendar: CompiledCalendar, at: number): boolean {
  const index = openIndexOf(calendar);
  return at < (index.ends[begunBy(index, at) - 1] ?? Number.NEGATIVE_INFINITY);
}

/** `at` itself while open, else the next opening; null past the compiled range. */
export function nextOpening(calendar: CompiledCalendar, at: number): number | null {
  if (at < calendar.from) return null;
  if (isOpen(calendar, at)) return at;
  const index = openIndexOf(calendar);
  return index.starts[begunBy(index, at)] ?? null;
}

/**
 * The date an instant counts for, `YYYY-MM-DD`: inside an open period the date it opened on, so that
 * 03:00 in Friday's night shift is still Friday (CAL4), else the local calendar date.
 */
export function localDateOf(calendar: CompiledCalendar, at: number): string {
  const index = openIndexOf(calendar);
  const period = calendar.periods[begunBy(index, at) - 1];
  return period !== undefined && at < period.end ? period.on : wallDateOf(calendar.offsets, at);
}

/** What a `…On` date means: that date's first opening, or the next one after a closed date (CAL3). */
export function openingOf(calendar: CompiledCalendar, on: string): number | null {
  if (on < wallDateOf(calendar.offsets, calendar.from)) return null;
  const index = openIndexOf(calendar);
  return index.starts[valueAt(index.firstOfDate, datesBefore(index.dates, on))] ?? null;
}

/** How many dates with open time lie after `afterOn`, up to and including `throughOn`. */
export function openDatesBetween(calendar: CompiledCalendar, afterOn: string, throughOn: string): number {
  const { dates } = openIndexOf(calendar);
  const upTo = (on: string): number => {
    const place = datesBefore(dates, on);
    return dates[place] === on ? place + 1 : place;
  };
  return Math.max(0, upTo(throughOn) - upTo(afterOn));
}
