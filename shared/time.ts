/**
 * Instants, durations and compiled open time: the only words for time the engine knows.
 * Instants are epoch milliseconds, dates are `YYYY-MM-DD`, and no zone data is ever consulted
 * here: a compiled calendar already carries every local date and offset its reader needs (CAL3).
 */

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
/** Twenty-four hours. Not a local day: those come from a compiled calendar's `on` dates. */
export const DAY_MS = 86_400_000;

/** Half-open interval of instants `[start, end)`, epoch ms. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Half-open stretch of open time; `on` is the local date on which it opened (`YYYY-MM-DD`). */
export interface OpenPeriod extends Interval {
  readonly on: string;
}

/** A closed period declared afterwards (CAL7), with the open time it took out of the calendar. */
export interface Closure extends Interval {
  readonly declaredAt: number;
  readonly taken: readonly OpenPeriod[];
}

/**
 * A calendar after `shared/calendar` compiled it: sorted, disjoint periods and the zone's offset
 * changes over `[from, to)`, so that the engine needs no zone data (CAL3).
 */
export interface CompiledCalendar {
  readonly id: string;
  readonly zone: string;
  /** Raised whenever the same calendar is compiled again (closures, new zone data, yearly extension). */
  readonly generation: number;
  readonly from: number;
  readonly to: number;
  readonly periods: readonly OpenPeriod[];
  /** `[at, offsetMs]`, ascending; the first entry is at `from`. Local time = instant + offset. */
  readonly offsets: readonly (readonly [at: number, offsetMs: number])[];
  /** Those already taken out of `periods`, ascending by `declaredAt`; left out while there are none. */
  readonly closures?: readonly Closure[] | undefined;
}

/** The earlier of two instants of which either may be missing. */
export function earlier(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

/** The later of two instants of which either may be missing. */
export function later(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.max(a, b);
}

/** Earliest of some instants; null = never. */
export function earliest(instants: readonly (number | null)[]): number | null {
  return instants.reduce(earlier, null);
}

/** Latest of some instants; null = none. */
export function latest(instants: readonly (number | null)[]): number | null {
  return instants.reduce(later, null);
}
