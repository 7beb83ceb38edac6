/** How far a score is from what is wanted, and how clamps share themselves out. */
import { describe, expect, test } from 'vitest';
import type { Scoring } from '../../../shared/definitions/scoring.ts';
import { scoreGap } from '../../../shared/score/gap.ts';
import { wholeShares } from '../../../shared/score/shares.ts';
import { clampedShares } from './clampedShares.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { agreement, at, captured, read, signal, version } from '../lead/agreement.ts';

const NOW = at('2026-03-10', '12:00');
const facts = [captured(at('2026-03-01'), { fields: { employees: 60 } }), signal('pricing', NOW)];
const { scoring } = agreement();
const contextBy = (by: Scoring, now = NOW) =>
  read(facts, now, { history: [version(agreement({ scoring: by }))] }).context;
const context = contextBy(scoring);
const named = (...parts: Parameters<typeof scoreGap>) =>
  scoreGap(...parts)?.rules.map(({ id, gains }) => [id, gains]);

describe('[PRD5] a gap', () => {
  test('is none where nothing is missing or nothing is asked', () => {
    expect(scoreGap('score', 30, context)).toBeNull();
    expect(scoreGap('score', undefined, context)).toBeNull();
    expect(scoreGap('fit', 20, context)).toBeNull();
    expect(scoreGap('score', 31, context)).toMatchObject({ have: 30, want: 31 });
  });

  test('of fit is closed by fit alone, of engagement by engagement alone', () => {
    expect(named('fit', 21, context)).toEqual([['health', 15]]);
    expect(named('engagement', 11, context)).toEqual([['pricing', 10]]);
    expect(scoreGap('fit', 21, context)).toMatchObject({ have: 20 });
    expect(scoreGap('engagement', 11, context)).toMatchObject({ have: 10 });
  });

  test('of fit or engagement does not ask what the total may be at most', () => {
    const low = contextBy({ ...scoring, max: 15 });
    expect(named('fit', 21, low)).toEqual([['health', 15]]);
    expect(scoreGap('score', 21, low)).toMatchObject({ have: 15, rules: [] });
  });

  test('is closed by no rule whose limit is full', () => {
    const visits = [1, 2, 3].map((hours) => signal('pricing', NOW - hours));
    const full = read([captured(at('2026-03-01')), ...visits], NOW).context;
    expect(named('engagement', 31, full)).toEqual([]);
  });

  test('names those that wait for a value first, else in the order of the agreement', () => {
    const fit = (id: string, points: number, field: string) => ({
      id,
      label: id,
      points,
      when: { field, atLeast: 100 },
    });
    const rules = [fit('known', 5, 'employees'), fit('b', 5, 'b'), fit('a', 5, 'a'), fit('cost', -5, 'c')];
    const groups: Scoring['groups'] = scoring.groups.map((group) =>
      group.kind === 'fit' ? { ...group, rules } : group,
    );
    const other = contextBy({ ...scoring, groups });
    expect(named('fit', 21, other)).toEqual([]);
    expect(named('score', 11, other)?.map(([id]) => id)).toEqual(['b', 'a', 'known', 'pricing']);
  });

  test('is not closed by one more of what counts once and still counts whole', () => {
    const once = {
      id: 'once',
      label: 'x',
      points: 10,
      signal: 'pricing',
      count: 'once' as const,
      decay: { losePercent: 40, everyDays: 1 },
    };
    const groups: Scoring['groups'] = scoring.groups.map((group) =>
      group.kind === 'fit' ? group : { ...group, rules: [once] },
    );
    const by = { ...scoring, groups };
    expect(named('score', 31, contextBy(by))?.map(([id]) => id)).not.toContain('once');
    expect(named('score', 30, contextBy(by, NOW + DAY_MS))).toContainEqual(['once', 4]);
  });
});

describe('[SCO4] shares', () => {
  test('lift an empty group by its first rule, and nothing where there is none', () => {
    expect(clampedShares([0, 0], 500)).toEqual([500, 0]);
    expect(clampedShares([-300, 0], 500)).toEqual([500, 0]);
    expect(clampedShares([], 500)).toEqual([]);
    expect(clampedShares([200, 300], 500)).toEqual([200, 300]);
  });

  test('give way from the last one on, only as far as needed, on the side that is too much', () => {
    expect(clampedShares([1_000, -500, 2_000], 1_000)).toEqual([1_000, -500, 500]);
    expect(clampedShares([1_000, 2_000], 500)).toEqual([500, 0]);
    expect(clampedShares([-1_000, 300, -2_000], -500)).toEqual([-800, 300, 0]);
  });

  test('round the largest fractions up first, of equal ones the first', () => {
    expect(wholeShares([50, 50])).toEqual([1, 0]);
    expect(wholeShares([140, 160])).toEqual([1, 2]);
    expect(wholeShares([-150, -160])).toEqual([-1, -2]);
    expect(wholeShares([])).toEqual([]);
    expect(wholeShares([60, -60])).toEqual([0, 0]);
    expect(Object.is(wholeShares([-40])[0], 0)).toBe(true);
  });
});
