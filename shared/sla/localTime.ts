/**
 * Local dates and times out of a compiled calendar's offset changes alone (CAL3): civil-date
 * arithmetic on plain numbers, no zone data, no `Date`.
 */
import { DAY_MS } from '../time.ts';

/** `[at, offsetMs]`, ascending; local time = instant + offset. */
export type Offsets = readonly (readonly [at: number, offsetMs: number])[];

/** Widest distance between two zones' clocks, with room to spare. */
const WIDEST_OFFSET_MS = 27 * 3_600_000;

/** Days since 1970-01-01 → `YYYY-MM-DD`. Source: Howard Hinnant, "chrono-compatible low-level date algorithms". */
export function dateOfDay(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** `YYYY-MM-DD` → days since 1970-01-01. */
export function dayOfDate(on: string): number {
  const month = numberAt(on, 5);
  const year = numberAt(on, 0) * 100 + numberAt(on, 2) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + numberAt(on, 8) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const NONE = [0, 0] as const;

/** The change at a place, and the offset it begins; without any, the zone is UTC. */
function changeAt(offsets: Offsets, place: number): readonly [at: number, offsetMs: number] {
  return offsets[place] ?? NONE;
}

/** The two digits at a place, without cutting the text apart: deadlines in days ask this of every lead. */
function numberAt(on: string, place: number): number {
  return on.charCodeAt(place) * 10 + on.charCodeAt(place + 1) - 11 * ZERO;
}

/** Code unit of `0`. */
const ZERO = 0x30;

/** Index of the last entry at or before `at`; 0 when `at` lies before all of them. */
function offsetIndex(offsets: Offsets, at: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (changeAt(offsets, middle)[0] <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Local wall clock as if it were UTC: epoch ms + offset in force at that instant. */
export function localMsOf(offsets: Offsets, at: number): number {
  return at + changeAt(offsets, offsetIndex(offsets, at))[1];
}

/**
 * The instant of a local wall clock (given as if it were UTC). Missing times move forward by the
 * gap, repeated ones mean the first (CAL3).
 */
export function instantOfLocal(offsets: Offsets, localMs: number): number {
  let index = offsetIndex(offsets, localMs - WIDEST_OFFSET_MS);
  let [, offset] = changeAt(offsets, index);
  let instant = localMs - offset;
  for (;;) {
    const next = offsets[(index += 1)];
    if (next === undefined || instant < next[0]) return instant;
    instant = localMs - next[1];
    // Before the change by the new offset and after it by the old one: the gap moves it forward.
    if (instant < next[0]) return localMs - offset;
    offset = next[1];
  }
}

/** Local calendar date of an instant, whatever is open. */
export function wallDateOf(offsets: Offsets, at: number): string {
  return dateOfDay(Math.floor(localMsOf(offsets, at) / DAY_MS));
}
