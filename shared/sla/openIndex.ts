/**
 * A compiled calendar made fast to count in: prefix sums and the list of open dates, built once per
 * calendar object and forgotten with it. Everything else in this folder searches these by halves.
 */
import { type CompiledCalendar, DAY_MS } from '../time.ts';

export interface OpenIndex {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Periods begun by the start of each 24 hours since the first opening: where to look from. */
  readonly begunByDay: Int32Array;
  /** Open ms of all periods before each one; one entry longer than the periods: the last is the total. */
  readonly before: Float64Array;
  /** Dates that have an open period, ascending, each once. */
  readonly dates: readonly string[];
  /** Place in the periods of each date's first period; one entry longer than `dates`. */
  readonly firstOfDate: Int32Array;
  /** Place in `dates` of each period's date. */
  readonly dateOfPeriod: Int32Array;
}

const indexes = new WeakMap<CompiledCalendar, OpenIndex>();

export function openIndexOf(calendar: CompiledCalendar): OpenIndex {
  const known = indexes.get(calendar);
  if (known) return known;
  const built = build(calendar);
  indexes.set(calendar, built);
  return built;
}

function build({ periods }: CompiledCalendar): OpenIndex {
  const starts = new Float64Array(periods.length);
  const ends = new Float64Array(periods.length);
  const before = new Float64Array(periods.length + 1);
  const dateOfPeriod = new Int32Array(periods.length);
  const firstOfDate = new Int32Array(periods.length + 1);
  const dates: string[] = [];
  let date = '';
  let total = 0;
  let place = 0;
  for (const { start, end, on } of periods) {
    if (on !== date) {
      firstOfDate[dates.length] = place;
      dates.push(on);
      date = on;
    }
    starts[place] = start;
    ends[place] = end;
    before[place] = total;
    dateOfPeriod[place] = dates.length - 1;
    total += end - start;
    place += 1;
  }
  before[place] = total;
  firstOfDate[dates.length] = place;
  return {
    starts,
    ends,
    begunByDay: countByDay(starts),
    before,
    dates,
    firstOfDate: firstOfDate.subarray(0, dates.length + 1),
    dateOfPeriod,
  };
}

function countByDay(starts: Float64Array): Int32Array {
  const [first = 0] = starts;
  const counts = new Int32Array(Math.floor(((starts.at(-1) ?? 0) - first) / DAY_MS) + 1);
  let place = 0;
  for (let day = 0; day < counts.length; day += 1) {
    while ((starts[place] ?? Infinity) <= first + day * DAY_MS) place += 1;
    counts[day] = place;
  }
  return counts;
}

/** How many periods have begun by `at`: counted on from the start of its day, which has few. */
export function begunBy({ starts, begunByDay }: OpenIndex, at: number): number {
  const day = Math.floor((at - (starts[0] ?? Infinity)) / DAY_MS);
  if (day < 0) return 0;
  let place = begunByDay[Math.min(day, begunByDay.length - 1)] ?? 0;
  while ((starts[place] ?? Infinity) <= at) place += 1;
  return place;
}

/** How many of the ascending `values` are ≤ `wanted`: the place of the last one, plus one. */
export function countUpTo(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle + 1;
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
    if ((dates[middle] ?? '') < on) low = middle + 1;
    else high = middle;
  }
  return low;
}
