/** Shares and quantiles: what a number is worth, and how much memory it takes. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { shareOf } from '../../../shared/target/share.ts';
import {
  addTime,
  BUCKET_ERROR,
  emptyTimes,
  EXACT_LIMIT,
  mergeTimes,
  summaryOf,
  type Times,
} from '../../../shared/target/times.ts';
import { patience, RUNS } from '../../support/runs.ts';

vi.setConfig(patience);

describe('a share', () => {
  // Wilson score interval without continuity correction, as statistics packages print it.
  test.each([
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
  ])('[TGT1] %i of %i has its 95 %% Wilson interval', (hits, n, low, high) => {
    const share = shareOf(hits, n);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  test('[TGT5] has no colour under 20, and says its n', () => {
    expect(shareOf(10, 19)).toMatchObject({ n: 19, colour: false });
    expect(shareOf(10, 20)).toMatchObject({ n: 20, colour: true });
    expect(shareOf(0, 0)).toEqual({ hits: 0, n: 0, share: null, low: 0, high: 1, colour: false });
  });

  test('[TGT1] lies inside its interval, which narrows as n grows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const hits = Math.round(n * part);
          const { share, low, high } = shareOf(hits, n);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(share).toBeGreaterThanOrEqual(low);
          expect(share).toBeLessThanOrEqual(high);
          const wider = shareOf(hits * 4, n * 4);
          expect(wider.high - wider.low).toBeLessThan(high - low);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

const filled = (values: readonly number[]): Times => {
  const times = emptyTimes();
  for (const value of values) addTime(times, value);
  return times;
};
const duration = fc.integer({ min: 0, max: 40 * 86_400_000 });
const durations = fc.array(duration, { maxLength: 60 });
/** Enough to leave the exact regime behind. */
const many = fc
  .array(duration, { minLength: 20, maxLength: 60 })
  .map((values) =>
    Array.from({ length: EXACT_LIMIT + 200 }, (_, place) => (values[place % values.length] ?? 0) + place),
  );

describe('quantiles', () => {
  test('[TGT4] of few values are exact, the median of an even number between the middle two', () => {
    expect(summaryOf(filled([40, 10, 30, 20]))).toMatchObject({
      n: 4,
      median: 25,
      p90: 37,
      mean: 25,
      error: 0,
    });
    expect(summaryOf(filled([7]))).toMatchObject({ median: 7, p90: 7, colour: false });
    expect(summaryOf(emptyTimes())).toMatchObject({ n: 0, median: null, p90: null, mean: null });
  });

  test('[TGT4] a win dated before its hand-off took no time', () => {
    expect(summaryOf(filled([-5, 3]))).toMatchObject({ n: 2, median: 2 });
  });

  test('[TGT4] of many values stay within the error they state, in bounded memory', () => {
    fc.assert(
      fc.property(many, (values) => {
        const times = filled(values);
        const { median, p90, error } = summaryOf(times);
        const sorted = values.toSorted((a, b) => a - b);
        const rank = (q: number): number => {
          const place = (sorted.length - 1) * q;
          const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
          return low + (place % 1) * (high - low);
        };
        expect(error).toBe(BUCKET_ERROR);
        expect(times.values).toEqual([]);
        for (const [given, exact] of [
          [median, rank(0.5)],
          [p90, rank(0.9)],
        ] as const) {
          expect(Math.abs((given ?? 0) - exact)).toBeLessThanOrEqual(exact * BUCKET_ERROR + 1);
        }
      }),
      { numRuns: Math.ceil(RUNS / 10), endOnFailure: true },
    );
  });

  test('[TGT4] buckets do not grow with the number of values', () => {
    const times = emptyTimes();
    for (let value = 0; value < 300_000; value += 1) addTime(times, (value * 7_919) % (90 * 86_400_000));
    // 33 doublings of 128 buckets reach past 90 days.
    expect(Object.keys(times.buckets ?? {}).length).toBeLessThanOrEqual(33 * 128);
  });

  test('[TGT4] merging parts gives what all values at once give, in any order', () => {
    fc.assert(
      fc.property(fc.oneof(durations, many), fc.oneof(durations, many), (a, b) => {
        const merged = filled(a);
        mergeTimes(merged, filled(b));
        const other = filled(b);
        mergeTimes(other, filled(a));
        expect(summaryOf(merged)).toEqual(summaryOf(filled([...a, ...b])));
        expect(summaryOf(other)).toEqual(summaryOf(merged));
      }),
      { numRuns: Math.ceil(RUNS / 10), endOnFailure: true },
    );
  });
});
