/**
 * A compiled calendar made fast to count in: prefix sums and the list of open dates, built once per
 * calendar object and forgotten with it. Everything else in this folder searches these by halves.
 */
import { derived } from '../derived.ts';
import { type CompiledCalendar, DAY_MS } from '../time.ts';

export interface OpenIndex {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Periods begun by the start of each 24 hours since the first opening: where to look from. */
  readonly begunByDay: readonly number[];
  /** Open ms of all periods before each one; one entry longer than the periods: the last is the total. */
  readonly before: readonly number[];
  /** Dates that have an open period, ascending, each once. */
  readonly dates: readonly string[];
  /** Place in the periods of each date's first period; one entry longer than `dates`. */
  readonly firstOfDate: readonly number[];
  /** Place in `dates` of each period's date. */
  readonly dateOfPeriod: readonly number[];
}

export const openIndexOf = derived(build);

function build({ periods }: CompiledCalendar): OpenIndex {
  const starts: number[] = [];
  const ends: number[] = [];
  const before: number[] = [];
  const dates: string[] = [];
  const firstOfDate: number[] = [];
  const dateOfPeriod: number[] = [];
  let total = 0;
  for (const { start, end, on } of periods) {
    if (on !== dates[dates.length - 1]) {
      firstOfDate.push(starts.length);
      dates.push(on);
    }
    starts.push(start);
    ends.push(end);
    before.push(total);
    dateOfPeriod.push(dates.length - 1);
    total += end - start;
  }
  before.push(total);
  firstOfDate.push(starts.length);
  return { starts, ends, begunByDay: countByDay(starts), before, dates, firstOfDate, dateOfPeriod };
}

function countByDay(starts: readonly number[]): readonly number[] {
  const [first = 0] = starts;
  const last = starts.at(-1) ?? first;
  const counts: number[] = [];
  let place = 0;
  for (let at = first; at <= last; at += DAY_MS) {
    while (valueAt(starts, place) <= at) place += 1;
    counts.push(place);
  }
  return counts;
}

/** Past the last one nothing begins or ends any more. */
export function valueAt(values: readonly number[], place: number): number {
  return values[place] ?? Infinity;
}

/** How many periods have begun by `at`: counted on from the start of its day, which has few. */
export function begunBy({ starts, begunByDay }: OpenIndex, at: number): number {
  const day = Math.floor((at - valueAt(starts, 0)) / DAY_MS);
  if (day < 0) return 0;
  let place = valueAt(begunByDay, Math.min(day, begunByDay.length - 1));
  while (valueAt(starts, place) <= at) place += 1;
  return place;
}

/** How many of the ascending `values` are ≤ `wanted`: the place of the last one, plus one. */
export function countUpTo(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(values, middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending dates lie before `on`: the place of the first that does not. */
export function datesBefore(dates: readonly string[], on: string): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (`${dates[middle]}` < on) low = middle + 1;
    else high = middle;
  }
  return low;
}
