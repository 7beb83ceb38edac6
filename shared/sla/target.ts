/**
 * Promises in their own kind of time (CAL4): wall time, open time, or dates that have open time.
 * Units are never mixed; whoever moves a deadline moves it in the kind its target counts in.
 */
import type { Target } from '../definitions/policy.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';
import type { CompiledCalendar } from '../time.ts';
import { calendarKnownAt } from './closures.ts';
import { begunBy, openIndexOf, valueAt } from './openIndex.ts';
import { addOpenMs, nextOpening, openMsBetween, subtractOpenMs } from './openTime.ts';
import { dayOfDate, instantOfLocal, localMsOf } from './localTime.ts';

/** Whether time passes for this target while everybody is at home. */
export function isWallTime(target: Target): boolean {
  return 'minutes' in target || 'hours' in target;
}

/** Targets of a fixed length; that of business days depends on the dates. */
type Stretch = Exclude<Target, { businessDays: number }>;

/** Length of a target in its own kind of time, ms; null for business days. */
export function lengthMs(target: Target): number | null {
  return 'businessDays' in target ? null : stretchMs(target);
}

function stretchMs(target: Stretch): number {
  if ('minutes' in target) return Math.round(target.minutes * MINUTE_MS);
  if ('hours' in target) return Math.round(target.hours * HOUR_MS);
  if ('businessMinutes' in target) return Math.round(target.businessMinutes * MINUTE_MS);
  return Math.round(target.businessHours * HOUR_MS);
}

/** When a promise begun at `start` falls due (CAL4, CAL5). Null past the compiled range, except in wall time. */
export function dueAt(calendar: CompiledCalendar, start: number, target: Target): number | null {
  if ('businessDays' in target) return dueOnDate(calendar, start, target.businessDays);
  return addTime(calendar, target, start, stretchMs(target));
}

/** `target` before an instant, for warnings. Null before the compiled range. */
export function beforeAt(calendar: CompiledCalendar, end: number, target: Target): number | null {
  if ('businessDays' in target) return shiftOpenDates(calendar, end, -target.businessDays);
  return subtractTime(calendar, target, end, stretchMs(target));
}

/** Time from `a` to `b` as the target counts it: wall ms, or open ms (business days too, CLK5). */
export function targetMsBetween(calendar: CompiledCalendar, target: Target, a: number, b: number): number {
  return isWallTime(target) ? Math.max(0, b - a) : openMsBetween(calendar, a, b);
}

/** Moves an instant later by `ms` of the target's kind of time. */
export function addTime(calendar: CompiledCalendar, target: Target, at: number, ms: number): number | null {
  return isWallTime(target) ? at + ms : addOpenMs(calendar, at, ms);
}

/** Moves an instant earlier by `ms` of the target's kind of time. */
export function subtractTime(
  calendar: CompiledCalendar,
  target: Target,
  at: number,
  ms: number,
): number | null {
  return isWallTime(target) ? at - ms : subtractOpenMs(calendar, at, ms);
}

type Asked = Readonly<{ calendar: CompiledCalendar; start: number; count: number; due: number | null }>;

/** The last answer, for a clock, its warning and its owner's share ask the same one after the other. */
let last: Asked | undefined;

function dueOnDate(calendar: CompiledCalendar, start: number, count: number): number | null {
  if (last?.calendar !== calendar || last.start !== start || last.count !== count) {
    last = { calendar, start, count, due: findDueOnDate(calendar, start, count) };
  }
  return last.due;
}

/**
 * A closed period that takes the rest of a date is a gap, not its closing: the due waits for the next
 * opening, since no closure brings a deadline nearer (CAL7).
 */
function findDueOnDate(calendar: CompiledCalendar, start: number, count: number): number | null {
  const due = shiftOpenDates(calendar, start, count);
  if (due === null || calendar.closures === undefined) return due;
  const planned = shiftOpenDates(calendarKnownAt(calendar, -Infinity), start, count);
  return planned === null || planned <= due ? due : nextOpening(calendar, planned);
}

/**
 * Same local time, `count` dates with open time later (or earlier, when negative): before that date's
 * opening → the opening, in a gap → the end of the gap, after its closing → the closing.
 */
function shiftOpenDates(calendar: CompiledCalendar, from: number, count: number): number | null {
  const at = count > 0 ? nextOpening(calendar, from) : lastOpen(calendar, from);
  if (at === null) return null;
  const index = openIndexOf(calendar);
  const { starts, ends, dates, firstOfDate, dateOfPeriod } = index;
  const place = begunBy(index, at) - 1;
  const wanted = valueAt(dateOfPeriod, place) + count;
  const on = dates[wanted];
  const startedOn = dates[wanted - count];
  if (on === undefined || startedOn === undefined) return null;

  // Counted from midnight of the date the period opened: 03:00 in Friday's night shift is 27:00.
  const sinceMidnight = localMsOf(calendar.offsets, at) - dayOfDate(startedOn) * DAY_MS;
  const instant = instantOfLocal(calendar.offsets, dayOfDate(on) * DAY_MS + sinceMidnight);
  const last = valueAt(firstOfDate, wanted + 1) - 1;
  for (let period = valueAt(firstOfDate, wanted); period <= last; period += 1) {
    // Exactly at a closing stays there (CAL5), even where another period of the date follows.
    if (instant <= valueAt(ends, period)) return Math.max(instant, valueAt(starts, period));
  }
  return valueAt(ends, last);
}

/** `at` itself while open or exactly at a closing, else the last closing before it. */
function lastOpen(calendar: CompiledCalendar, at: number): number | null {
  const index = openIndexOf(calendar);
  const end = index.ends[begunBy(index, at - 1) - 1];
  return end === undefined ? null : Math.min(at, end);
}
