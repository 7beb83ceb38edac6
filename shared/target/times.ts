/**
 * Medians and tails in bounded memory: every value is kept while there are few, then they fall into
 * buckets of equal relative width. Plain JSON, and the order of values does not matter (FCT6).
 */
import { ENOUGH } from './share.ts';

/** Up to this many values quantiles are exact. */
export const EXACT_LIMIT = 1_000;

/** Buckets per doubling: a bucket's middle is at most 1/256 of the value away from any value in it. */
const PER_DOUBLING = 128;
export const BUCKET_ERROR = 1 / (2 * PER_DOUBLING);

/** Durations, whole ms. Either `values` or `buckets` (bucket → how many) is in use. */
export interface Times {
  n: number;
  sum: number;
  values: number[];
  buckets: Record<number, number> | null;
}

export interface TimesSummary {
  readonly n: number;
  /** ms; null when n is 0. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
  /** Largest relative error of median and p90: 0 while exact. The mean is always exact. */
  readonly error: number;
  readonly colour: boolean;
}

export function emptyTimes(): Times {
  return { n: 0, sum: 0, values: [], buckets: null };
}

/** What ended before it began (a win dated before its hand-off) took no time. */
export function addTime(times: Times, ms: number): void {
  const value = Math.max(0, Math.round(ms));
  times.n += 1;
  times.sum += value;
  if (times.buckets === null) times.values.push(value);
  else countIn(times.buckets, value, 1);
  if (times.values.length > EXACT_LIMIT) spill(times);
}

/** Adds `other` to `times`; what each held before the merge does not change the outcome. */
export function mergeTimes(times: Times, other: Times): void {
  times.n += other.n;
  times.sum += other.sum;
  times.values.push(...other.values);
  const isExact = times.buckets === null && other.buckets === null;
  if (!isExact || times.values.length > EXACT_LIMIT) spill(times);
  if (times.buckets === null || other.buckets === null) return;
  for (const [bucket, count] of Object.entries(other.buckets)) {
    times.buckets[Number(bucket)] = (times.buckets[Number(bucket)] ?? 0) + count;
  }
}

/** `known` null: of a cell without any. */
export function summaryOf(known: Times | null): TimesSummary {
  const times = known ?? emptyTimes();
  const { n, sum, buckets } = times;
  const colour = n >= ENOUGH;
  if (n === 0) return { n, median: null, p90: null, mean: null, error: 0, colour };
  const at = ranked(times);
  return {
    n,
    median: quantile(at, n, 1, 2),
    p90: quantile(at, n, 9, 10),
    mean: Math.round(sum / n),
    error: buckets === null ? 0 : BUCKET_ERROR,
    colour,
  };
}

/** Between the two neighbouring ranks, so that the median of an even number is the mean of the middle two. */
function quantile(at: (rank: number) => number, n: number, part: number, of: number): number {
  const place = (n - 1) * part;
  const below = Math.floor(place / of);
  const rest = (place % of) / of;
  return Math.round(at(below) + (rest === 0 ? 0 : rest * (at(below + 1) - at(below))));
}

function ranked({ values, buckets }: Times): (rank: number) => number {
  if (buckets === null) {
    const sorted = values.toSorted((a, b) => a - b);
    return (rank) => sorted[rank] ?? 0;
  }
  const sorted = Object.entries(buckets).map(([bucket, count]) => ({ bucket: Number(bucket), count }));
  sorted.sort((a, b) => a.bucket - b.bucket);
  return (rank) => {
    let left = rank;
    for (const { bucket, count } of sorted) {
      if (left < count) return middleOf(bucket);
      left -= count;
    }
    return 0;
  };
}

function spill(times: Times): void {
  const buckets = (times.buckets ??= {});
  for (const value of times.values) countIn(buckets, value, 1);
  times.values = [];
}

function countIn(buckets: Record<number, number>, value: number, count: number): void {
  const bucket = bucketOf(value);
  buckets[bucket] = (buckets[bucket] ?? 0) + count;
}

/** Whole values below 256 have a bucket each; from there on 128 buckets share each doubling. */
function bucketOf(value: number): number {
  let doublings = 0;
  let scaled = value;
  while (scaled >= 2 * PER_DOUBLING) {
    scaled /= 2;
    doublings += 1;
  }
  return doublings * PER_DOUBLING + Math.floor(scaled);
}

function middleOf(bucket: number): number {
  const doublings = Math.max(0, Math.floor(bucket / PER_DOUBLING) - 1);
  const width = 2 ** doublings;
  return (bucket - doublings * PER_DOUBLING) * width + (width - 1) / 2;
}
