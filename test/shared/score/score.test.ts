/** Counting, fading, clamping and explaining points. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { EngagementRule, Scoring } from '../../../shared/definitions/scoring.ts';
import { faded, fadingOf, wholePoints } from '../../../shared/score/hundredths.ts';
import { type Scored, scoreOf } from '../../../shared/score/score.ts';
import { wholeShares } from '../../../shared/score/shares.ts';
import { clampedShares } from './clampedShares.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { agreement, at, captured, read, signal, stateAfter, version } from '../lead/agreement.ts';
import { patience, RUNS } from '../../support/runs.ts';

vi.setConfig(patience);

const START = at('2026-03-02', '09:00');
const days = (n: number) => START + n * DAY_MS;

/** Scores signals given in days since START by one rule, `now` days after START. */
function scored(
  rule: Partial<EngagementRule>,
  signals: readonly number[],
  now: number,
  bounds = { min: -100, max: 100 },
): Scored {
  const group = {
    id: 'g',
    label: 'G',
    kind: 'engagement' as const,
    ...bounds,
    rules: [{ id: 'r', label: 'R', points: 10, signal: 'pricing', count: 'each' as const, ...rule }],
  };
  const scoring: Scoring = { min: -1000, max: 1000, groups: [group], bands: { fit: [], engagement: [] } };
  const facts = [captured(START), ...signals.map((day) => signal('pricing', days(day)))];
  return scoreOf(scoring, read(facts, days(now)).context);
}

describe('a rule', () => {
  test('[SCO1] counts each signal, or only the newest', () => {
    expect(scored({ count: 'each' }, [0, 1, 2], 3).score.shown).toBe(30);
    const once = scored({ count: 'once', withinDays: 5 }, [0, 1, 2], 3);
    expect(once.score.rules[0]).toMatchObject({ times: 1, raw: 3000, counted: 1000, decayed: 1000 });
    expect(scored({ count: 'once', withinDays: 5 }, [0, 1, 2], 7).score.shown).toBe(0);
  });

  test('[SCO1] a fit rule counts once, and only when its criterion is met', () => {
    const facts = (fields: Record<string, number>) => [captured(START, { fields })];
    expect(stateAfter(facts({ employees: 50 }), START).score.rules[0]).toMatchObject({
      times: 1,
      decayed: 2000,
      shown: 20,
    });
    expect(stateAfter(facts({}), START).score.rules[0]).toMatchObject({ times: 0, decayed: 0, shown: 0 });
  });

  test.each([
    ['rolling, oldest first', [0, 1, 2, 6, 7, 8], 2, 7, 4],
    ['exactly a window apart counts again', [0, 7, 14], 1, 7, 3],
    ['a moment less does not', [0, 6.999, 14], 1, 7, 2],
    ['a counted one keeps its place', [0, 5, 9], 1, 7, 2],
  ])('[SCO1] a limit is %s', (_, signals, times, perDays, counted) => {
    expect(scored({ limit: { times, perDays } }, signals, 20).score.rules[0]?.times).toBe(counted);
  });

  test.each([
    [0, 1000],
    [29.999, 1000],
    [30, 500],
    [59.999, 500],
    [60, 0],
    [300, 0],
  ])('[SCO2] 10 points losing 50 % every 30 days are, on day %d, %d hundredths', (day, left) => {
    expect(faded(1000, fadingOf({ losePercent: 50, everyDays: 30 }), days(day) - START)).toBe(left);
  });

  test.each([
    [1000, 33.3, 1, 667],
    [1000, 33.3, 2, 334],
    [1000, 33.3, 3, 1],
    [1000, 33.3, 4, 0],
    [-1000, 33.3, 1, -667],
    [700, 30, 3, 70],
    [100, 0.1, 1, 99],
  ])(
    '[SCO2] %d hundredths losing %d %% are, after %d steps, %d: truncated toward zero',
    (points, losePercent, step, left) => {
      expect(faded(points, fadingOf({ losePercent, everyDays: 1 }), days(step) - START)).toBe(left);
    },
  );

  test('[SCO2] counts within days while the difference is smaller, and knows when that ends', () => {
    const inside = scored({ withinDays: 30 }, [0], 29);
    expect(inside.score.shown).toBe(10);
    expect(inside.changesAt).toBe(days(30));
    const outside = scored({ withinDays: 30 }, [0], 30);
    expect(outside.score.shown).toBe(0);
    expect(outside.changesAt).toBeNull();
  });

  test('[FCT5][SCO2] knows its next step of decay, and that nothing follows the last', () => {
    const decay = { losePercent: 50, everyDays: 30 };
    expect(scored({ decay }, [0, 10], 20).changesAt).toBe(days(30));
    expect(scored({ decay }, [0, 10], 31).changesAt).toBe(days(40));
    expect(scored({ decay }, [0, 10], 90).changesAt).toBeNull();
  });
});

describe('the total', () => {
  test('[SCO3] clamps groups, then the total', () => {
    const facts = [
      captured(START, { fields: { employees: 300, industry: 'health' } }),
      signal('careers', START),
    ];
    const { score } = stateAfter(facts, days(1));
    expect(score.groups).toMatchObject([
      { id: 'profile', sum: 3500, clamped: 3500 },
      { id: 'interest', sum: -1000, clamped: -1000 },
    ]);
    expect(score).toMatchObject({ shown: 25, fit: 35, engagement: -10 });
    expect(scored({ points: 60 }, [0, 1], 2).score).toMatchObject({
      shown: 100,
      groups: [{ sum: 12_000, clamped: 10_000 }],
    });
    expect(stateAfter([captured(START), signal('careers', START)], days(1)).score).toMatchObject({
      shown: 0,
      clampedBy: 10,
    });
  });

  test.each([
    [149, 1],
    [150, 2],
    [-150, -2],
    [-149, -1],
    [-49, 0],
    [50, 1],
  ])('[SCO3] %d hundredths show as %d: half away from zero', (value, shown) => {
    expect(wholePoints(value)).toBe(shown);
  });

  test('[SCO5] gives a band for fit and one for engagement, and none when none are agreed', () => {
    const facts = [captured(START, { fields: { employees: 300, industry: 'health' } })];
    expect(stateAfter(facts, START).score).toMatchObject({ fitBand: 'A', engagementBand: '4' });
    const { scoring } = agreement();
    const history = [version(agreement({ scoring: { ...scoring, bands: { fit: [], engagement: [] } } }))];
    expect(stateAfter(facts, START, { history }).score).toMatchObject({
      fitBand: null,
      engagementBand: null,
    });
  });

  test('[SCO6] an excluded lead keeps its score, shows why, and nothing automatic happens', () => {
    const facts = [
      captured(START, {
        emails: ['x@rival.example'],
        fields: { name: 'X', employees: 300, industry: 'health' },
      }),
      signal('demo', START),
    ];
    const state = stateAfter(facts, days(1));
    expect(state).toMatchObject({
      exclusions: ['competitor'],
      score: { shown: 35 },
      stage: { id: 'visitor' },
    });
  });
});

describe('the explanation', () => {
  const points = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 8 });

  test('[SCO4] whole shares add up to the rounded sum, and leave whole points alone', () => {
    fc.assert(
      fc.property(points, (values) => {
        const shares = wholeShares(values);
        const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
        expect(sum(shares)).toBe(wholePoints(sum(values)));
        for (const [index, value] of values.entries()) {
          const share = shares[index] ?? 0;
          expect(Math.abs(share * 100 - value)).toBeLessThan(100);
          expect(share * 100 === value || value % 100 !== 0).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('[SCO4] what a clamp takes away is taken from somebody, and nobody is turned around', () => {
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: -20, max: 0 }),
        fc.integer({ min: 0, max: 20 }),
        (values, min, max) => {
          const sum = values.reduce((total, value) => total + value, 0);
          const clamped = Math.min(Math.max(sum, min * 100), max * 100);
          const shares = clampedShares(values, clamped);
          expect(shares.reduce((total, value) => total + value, 0)).toBe(clamped);
          for (const [index, value] of values.entries()) {
            const share = shares[index] ?? 0;
            expect(Math.abs(share)).toBeLessThanOrEqual(Math.abs(value));
            expect(share * value).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('[SCO4] the rules listed last give way to a group that is full', () => {
    expect(clampedShares([3000, 2000, 1500], 4000)).toEqual([3000, 1000, 0]);
    expect(clampedShares([-3000, 500, -1000], -2000)).toEqual([-2500, 500, 0]);
  });
});
