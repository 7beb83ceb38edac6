/** What a plan asks of both teams (TGT1, TGT6), held against what a hand counts. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf } from '../../../shared/target/share.ts';
import { agreedRate } from '../../../shared/target/volume.ts';
import { outcomeOf, type Plan } from '../../../shared/target/whatIf.ts';
import { RUNS } from '../../support/runs.ts';

/** Small deals: 10,000 a rep, 1,500 each, 30 of 100 close, half of those captured qualify. */
const SMALL = {
  segment: 'small',
  quotaCents: 1_000_000,
  dealCents: 150_000,
  closeRate: shareOf(30, 100),
  qualifyRate: shareOf(50, 100),
};
const UNKNOWN = {
  segment: 'large',
  quotaCents: 5_000_000,
  dealCents: 900_000,
  closeRate: shareOf(2, 9),
  qualifyRate: null,
};
const PLAN: Plan = { segments: [SMALL], people: 4, openDays: 20, attempts: 5 };

describe('a plan', () => {
  test('[TGT1] a team’s volume is of the team, not a rounded rep’s times many', () => {
    // 6.67 customers a rep at 30 % are 22.2 hand-offs; of four reps 88.9.
    const { segments, handoffs, leads } = outcomeOf(PLAN);
    expect(segments[0]?.perRep).toMatchObject({ enough: true, handoffs: 23, leads: 45 });
    expect(segments[0]?.team).toMatchObject({ enough: true, handoffs: 89, leads: 178 });
    expect([handoffs, leads]).toEqual([89, 178]);
  });

  test('[TGT6] asks of each person and open day what its hand-offs take', () => {
    // 89 hand-offs of 5 attempts over 4 people on 20 dates.
    expect(outcomeOf(PLAN).asks).toBeCloseTo((89 * 5) / 80, 10);
    expect(outcomeOf({ ...PLAN, people: 0 }).asks).toBeNull();
  });

  test('[TGT1] a segment that gives no number is left out and said so; one without a quota is not', () => {
    const silent = { ...UNKNOWN, segment: 'health', quotaCents: null };
    const outcome = outcomeOf({ ...PLAN, segments: [SMALL, UNKNOWN, silent] });
    expect(outcome).toMatchObject({ handoffs: 89, leads: 178, leftOut: ['large'] });
    expect(outcome.segments[1]?.team).toEqual({ enough: false, why: 'not_enough' });
    expect(outcome.segments[2]?.team).toEqual({ enough: false, why: 'no_quota' });
  });

  test('[TGT1] an agreed rate has no interval; the leads of an unknown one are not known', () => {
    const agreed = { ...UNKNOWN, closeRate: agreedRate(0.25) };
    const outcome = outcomeOf({ ...PLAN, segments: [SMALL, agreed], people: 1 });
    expect(outcome.segments[1]?.perRep).toMatchObject({ handoffs: 23, least: null, most: null, leads: null });
    expect(outcome).toMatchObject({ handoffs: 46, leads: null });
  });

  test('[TGT1][TGT6] closing more, selling for more or a smaller team never asks for more hand-offs', () => {
    const rate = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(rate, rate, fc.integer({ min: 1, max: 50 }), (a, b, people) => {
        const at = (hits: number, dealCents: number, size: number) =>
          outcomeOf({
            ...PLAN,
            people: size,
            segments: [{ ...SMALL, dealCents, closeRate: shareOf(hits, 100) }],
          }).handoffs;
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(at(high, 100_000, people)).toBeLessThanOrEqual(at(low, 100_000, people));
        expect(at(50, high * 100, people)).toBeLessThanOrEqual(at(50, low * 100, people));
        expect(at(50, 100_000, people)).toBeLessThanOrEqual(at(50, 100_000, people + 1));
      }),
      { numRuns: RUNS },
    );
  });
});
