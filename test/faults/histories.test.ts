/**
 * Thousands of seeded histories of clients, server, network and clocks (see `history.ts`). One that
 * breaks a promise says its seed: `SEEDS=17 npx vitest … --project faults` tells it again.
 */
import { describe, expect, test } from 'vitest';
import { recordSeeds, seedsOf } from '../support/seedRanges.ts';
import { liveHistory } from './history.ts';

const { from, to } = seedsOf('histories', { ordinary: 3_000, long: 200_000 });
/** Lived in one test, so that a long run says how far it is. */
const LOT = 500;
const MOST_SHOWN = 5;

describe('[SYN1] [SYN2] [SYN3] [SYN4] [SYN7] [ATT2] [ATT5] whatever goes wrong between them', () => {
  for (let first = from; first <= to; first += LOT) {
    const last = Math.min(first + LOT - 1, to);
    test(`histories ${first} to ${last}: nothing acknowledged is lost, doubled or out of order`, async () => {
      const broken: string[] = [];
      for (let seed = first; seed <= last && broken.length < MOST_SHOWN; seed += 1)
        for (const promise of await liveHistory(seed)) broken.push(`seed ${seed}: ${promise}`);
      expect(broken.join('\n')).toBe('');
      recordSeeds('histories', { from: first, to: last });
    }, 3_600_000);
  }

  test('[SYN6] seed 3213: what was acknowledged in the first of two epochs is not turned down in the third', async () => {
    expect(await liveHistory(3_213)).toEqual([]);
  });

  test('[SYN2] seed 4910: who dies while it looks what is due next has answered nobody', async () => {
    expect(await liveHistory(4_910)).toEqual([]);
  });
});
