import { array, assert, integer, noBias, property } from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS } from '../../support/runs.ts';
import { hashOf, newFilter, passes } from '../../../shared/protocol/addressFilter.ts';

const hash = noBias(integer({ min: 0, max: 2 ** 52 - 1 }));

/** Numbers that look like hashes, the same in every run. */
function hashes(count: number, seed: number): number[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    let mixed = state ^ (state >>> 15);
    mixed = Math.imul(mixed, 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 12)) >>> 0;
  };
  return Array.from({ length: count }, () => (next() % 2 ** 20) * 2 ** 32 + next());
}

test('[PRI1] whatever is in the filter passes it', () => {
  assert(
    property(array(hash, { maxLength: 200 }), (known) => {
      const filter = newFilter(known);
      expect(known.filter((one) => !passes(filter, one))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test.each([0, 1, 50, 1_000, 20_000])(
  '[PRI1] of strangers to %i addresses fewer than 1 in 256 pass',
  (count) => {
    const filter = newFilter(hashes(count, 1));
    const strangers = hashes(100_000, 2);
    const passed = strangers.filter((one) => passes(filter, one)).length;
    expect(passed).toBeLessThan(strangers.length / 256);
  },
);

test('100,000 addresses take 150 kB', () => {
  expect(newFilter(hashes(100_000, 3)).length).toBe(150_000);
});

test('a hash is the first 52 bits of the digest, exact as a number', () => {
  expect(hashOf(new Uint8Array(32).fill(255))).toBe(2 ** 52 - 1);
  expect(hashOf(Uint8Array.of(0, 0, 0, 0, 0, 1, 0x2f, 9))).toBe(0x12);
  expect(hashOf(Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0))).toBe(2 ** 51);
});
