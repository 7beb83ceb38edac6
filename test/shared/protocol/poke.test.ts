/** The line both faces keep: what is a poke, and how long one waits after it was lost (SYN5). */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { isPoke, waitAfter } from '../../../shared/protocol/poke.ts';
import { MINUTE_MS, SECOND_MS } from '../../../shared/time.ts';
import { patience, RUNS } from '../../support/runs.ts';

vi.setConfig(patience);

describe('[SYN5] the line', () => {
  test.each([
    ['{"head":12}', true],
    ['{"head":12,"more":"of a later release"}', true],
    ['{"head":"12"}', false],
    ['{"head":', false],
    ['pong', false],
    ['', false],
    [new ArrayBuffer(8), false],
  ])('%s is a poke: %s', (data, is) => {
    expect(isPoke(data)).toBe(is);
  });

  test('is tried again soon at first, then ever later, and every two minutes at the latest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, chance) => {
          const wait = waitAfter(n, chance);
          expect(wait).toBeGreaterThanOrEqual(SECOND_MS);
          expect(wait).toBeLessThanOrEqual(2 * MINUTE_MS);
          expect(waitAfter(n + 1, chance)).toBeGreaterThanOrEqual(wait);
        },
      ),
      { numRuns: RUNS },
    );
    expect([1, 2, 3, 8].map((n) => waitAfter(n, 1) / SECOND_MS)).toEqual([2, 4, 8, 120]);
  });

  test('lost by everybody at once it is not asked for by everybody at once', () => {
    expect(waitAfter(5, 0)).toBe(waitAfter(5, 1) / 2);
  });
});
