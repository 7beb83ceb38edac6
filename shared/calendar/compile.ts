/**
 * Business hours as people state them → open periods the engine can count in (CAL1, CAL3).
 * Runs at publish, in the worker and in the console's preview; never in the extension.
 */
import { WEEKDAYS } from '../definitions/calendar.ts';
import type { Calendar } from '../definitions/calendar.ts';
import { instantOfLocal, localMsOf } from '../sla/localTime.ts';
import type { Offsets } from '../sla/localTime.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';
import type { CompiledCalendar, Interval, OpenPeriod } from '../time.ts';
import { datesInTurn } from './dates.ts';
import { offsetChanges } from './offsets.ts';

/** Far enough beyond the range for any local date that touches it. */
const MARGIN_MS = 3 * DAY_MS;
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_EPOCH = 3;

type Hours = readonly (readonly [opens: string, closes: string])[];
/** Hours as ms since local midnight; one that closes not after it opened ends the next day. */
type HoursMs = readonly { readonly opensMs: number; readonly untilMs: number }[];
const CLOSED: HoursMs = [];

/**
 * From one year back to three ahead of `now`, on UTC midnights (CAL3).
 * @param now epoch ms
 */
export function compileRange(now: number): { readonly from: number; readonly to: number } {
  const today = Math.floor(now / DAY_MS);
  return { from: (today - 366) * DAY_MS, to: (today + 3 * 366) * DAY_MS };
}

/**
 * Compiles `calendar` over `[from, to)`, epoch ms. Periods come out sorted and disjoint, cut at the
 * range's ends; where two overlap the earlier keeps the shared time. Throws `RangeError` on a zone
 * the runtime does not know: `checkCalendar` says so before.
 */
export function compileCalendar(
  id: string,
  calendar: Calendar,
  from: number,
  to: number,
  generation: number,
): CompiledCalendar {
  const wide = offsetChanges(calendar.zone, from - MARGIN_MS, to + MARGIN_MS);
  const periods = disjoint(statedPeriods(calendar, wide, from, to), { start: from, end: to });
  return { id, zone: calendar.zone, generation, from, to, periods, offsets: cutOffsets(wide, from, to) };
}

/** Every stated period that may touch `[from, to)`, in the order they open. */
function statedPeriods(calendar: Calendar, offsets: Offsets, from: number, to: number): OpenPeriod[] {
  const holidays = hoursByHoliday(calendar);
  const week = WEEKDAYS.map((weekday) => hoursMs(calendar.week[weekday] ?? []));
  const skips = maySkipDays(offsets);
  const first = Math.floor(localMsOf(offsets, from) / DAY_MS) - 2;
  const last = Math.floor(localMsOf(offsets, to) / DAY_MS) + 1;
  const periods: OpenPeriod[] = [];
  const dateOf = datesInTurn();
  let inOrder = true;
  let newest = Number.NEGATIVE_INFINITY;
  for (let day = first; day <= last; day += 1) {
    if (skips && isSkippedDay(offsets, day)) continue;
    const usual = week[weekdayOf(day)] ?? CLOSED;
    if (usual.length === 0 && holidays.size === 0) continue;
    const on = dateOf(day);
    const stated = holidays.size === 0 ? usual : (holidays.get(on) ?? usual);
    for (const { opensMs, untilMs } of stated) {
      const start = instantOfLocal(offsets, day * DAY_MS + opensMs);
      const end = instantOfLocal(offsets, day * DAY_MS + untilMs);
      if (end <= start) continue;
      if (start <= newest) inOrder = false;
      newest = start;
      periods.push({ start, end, on });
    }
  }
  return inOrder ? periods : periods.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Place in `WEEKDAYS` of a day since 1970-01-01. */
function weekdayOf(day: number): number {
  return (((day + WEEKDAY_OF_EPOCH) % 7) + 7) % 7;
}

function hoursMs(hours: Hours): HoursMs {
  return hours.map(([opens, closes]) => {
    const opensMs = timeMs(opens);
    const closesMs = timeMs(closes);
    // A close not after its opening belongs to the next day: a night shift.
    return { opensMs, untilMs: closesMs > opensMs ? closesMs : closesMs + DAY_MS };
  });
}

/**
 * Sorted periods → disjoint ones inside `range`. Time stated twice belongs to the period that opened
 * first; touching periods of one date become one, those of two dates stay two, so that a calendar
 * open round the clock still has one opening per date (CAL4 counts dates).
 */
function disjoint(sorted: readonly OpenPeriod[], range: Interval): OpenPeriod[] {
  const result: OpenPeriod[] = [];
  for (const period of sorted) {
    const previous = result.at(-1);
    const start = Math.max(period.start, range.start, previous?.end ?? range.start);
    const end = Math.min(period.end, range.end);
    if (end <= start) continue;
    if (previous?.end === start && previous.on === period.on) {
      result[result.length - 1] = { start: previous.start, end, on: previous.on };
    } else if (start === period.start && end === period.end) {
      result.push(period);
    } else {
      result.push({ start, end, on: period.on });
    }
  }
  return result;
}

/** Of two entries for one date the closed one wins: a city day may add to a half-open public one. */
function hoursByHoliday(calendar: Calendar): ReadonlyMap<string, HoursMs> {
  const byDate = new Map<string, HoursMs>();
  for (const { on, hours = [] } of calendar.holidays) {
    if (!byDate.has(on) || hours.length === 0) byDate.set(on, hoursMs(hours));
  }
  return byDate;
}

/** A date loses its noon only where the clocks jump by half a day or more. */
function maySkipDays(offsets: Offsets): boolean {
  return offsets.some(([, offset], place) => offset - (offsets[place - 1]?.[1] ?? offset) >= 12 * HOUR_MS);
}

/** A date a zone jumped over (Apia's 30 December 2011) has no hours, rather than lending them to its neighbour. */
function isSkippedDay(offsets: Offsets, day: number): boolean {
  const noon = day * DAY_MS + 12 * HOUR_MS;
  return Math.floor(localMsOf(offsets, instantOfLocal(offsets, noon)) / DAY_MS) !== day;
}

/** `HH:MM` → ms since local midnight. */
function timeMs(time: string): number {
  return Number(time.slice(0, 2)) * HOUR_MS + Number(time.slice(3, 5)) * MINUTE_MS;
}

function cutOffsets(offsets: Offsets, from: number, to: number): CompiledCalendar['offsets'] {
  const inside = offsets.filter(([at]) => at > from && at < to);
  return [[from, localMsOf(offsets, from) - from], ...inside];
}
