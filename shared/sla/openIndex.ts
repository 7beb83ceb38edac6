/**
 * A compiled calendar made fast to count in: prefix sums and the list of open dates, built once per
 * calendar object and forgotten with it. Everything else in this folder searches these by halves.
 */
import type { CompiledCalendar } from '../time.ts';

export interface OpenIndex {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
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
  const dates: string[] = [];
  const firsts: number[] = [];
  let total = 0;
  for (const [place, { start, end, on }] of periods.entries()) {
    if (dates.at(-1) !== on) {
      dates.push(on);
      firsts.push(place);
    }
    starts[place] = start;
    ends[place] = end;
    before[place] = total;
    dateOfPeriod[place] = dates.length - 1;
    total += end - start;
  }
  before[periods.length] = total;
  return {
    starts,
    ends,
    before,
    dates,
    firstOfDate: Int32Array.from([...firsts, periods.length]),
    dateOfPeriod,
  };
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
