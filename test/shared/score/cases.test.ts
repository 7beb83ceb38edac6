/** Scores of one lead each, to the point: the numbers criteria compare, and how the rules explain them. */
import { describe, expect, test } from 'vitest';
import type { FitRule, Scoring } from '../../../shared/definitions/scoring.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { cardOf } from '../../../shared/score/card.ts';
import { faded, fadingOf } from '../../../shared/score/hundredths.ts';
import { pointsOf } from '../../../shared/score/points.ts';
import { scoreOf } from '../../../shared/score/score.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { at, captured, read, signal } from '../lead/agreement.ts';

const START = at('2026-03-02', '09:00');
const days = (n: number) => START + n * DAY_MS;
type Group = Scoring['groups'][number];
type EngagementRules = Extract<Group, { kind: 'engagement' }>['rules'];

const scoringOf = (...groups: readonly Group[]): Scoring => ({
  min: -1000,
  max: 1000,
  groups: [...groups],
  bands: { fit: [], engagement: [] },
});
const fits = (...rules: readonly [points: number, when: FitRule['when']][]): Group => ({
  id: 'f',
  label: 'F',
  kind: 'fit',
  min: -100,
  max: 100,
  rules: rules.map(([points, when], place) => ({ id: `f${place}`, label: 'R', points, when })),
});
const engages = (id: string, max: number, ...rules: readonly Partial<EngagementRules[number]>[]): Group => ({
  id,
  label: 'E',
  kind: 'engagement',
  min: -100,
  max,
  rules: rules.map((rule, place) => ({
    id: `${id}${place}`,
    label: 'R',
    points: 10,
    signal: 'pricing',
    count: 'each',
    ...rule,
  })),
});
const told = (...signals: readonly [id: string, day: number][]): readonly Fact[] => [
  captured(START),
  ...signals.map(([id, day]) => signal(id, days(day))),
];

function compared(scoring: Scoring, facts: readonly Fact[], now = days(30)) {
  return pointsOf(scoring, read(facts, now).context);
}
function explained(scoring: Scoring, facts: readonly Fact[], now = days(30)) {
  return scoreOf(scoring, read(facts, now).context);
}

describe('what a field is', () => {
  const scoring = scoringOf(
    fits(
      [10, { field: 'industry', is: 'Health' }],
      [7, { field: 'industry', in: ['health', 'retail', 'Retail '] }],
      [5, { field: 'employees', is: 50 }],
      [4, { field: 'role', in: ['', 'boss'] }],
      [3, { field: 'budget', known: true }],
    ),
  );
  test.each([
    [{ industry: ' HEALTH ' }, 17],
    [{ industry: 'retail' }, 7],
    [{ industry: 'finance' }, 0],
    [{ employees: '50' }, 5],
    [{ employees: 51, role: 'boss' }, 4],
    [{ role: '' }, 0],
    [{ role: 'health' }, 0],
    [{ industry: 'health', employees: 50, role: 'Boss', budget: 1 }, 29],
    [{}, 0],
  ])('[SCO1][PRD3] counts once for every rule that asks for it: %j gives %d', (fields, points) => {
    const facts = [captured(START, { fields: fields as Record<string, string | number> })];
    expect(compared(scoring, facts)).toEqual({ score: points, fit: points, engagement: 0 });
    expect(explained(scoring, facts).score.shown).toBe(points);
  });
});

describe('signals read once for all rules', () => {
  test.each([
    ['each', {}, [1, 2, 3], 30],
    ['the newest of them', { count: 'once' as const, withinDays: 27 }, [1, 2, 3], 0],
    ['the newest of them', { count: 'once' as const, withinDays: 28 }, [1, 2, 3], 10],
    ['at most two in seven days', { limit: { times: 2, perDays: 7 } }, [1, 2, 3, 8, 9, 10], 40],
    ['no faster than one in two days', { limit: { times: 1, perDays: 2 } }, [1, 2, 4, 5], 20],
  ])('[SCO1] count %s', (_, rule, on, points) => {
    const scoring = scoringOf(engages('e', 100, rule));
    const facts = told(...on.map((day): [string, number] => ['pricing', day]));
    expect(compared(scoring, facts).engagement).toBe(points);
    expect(explained(scoring, facts).score.engagement).toBe(points);
  });

  test('[SCO1] serve every rule that asks for the same, in whichever group, and no other', () => {
    const scoring = scoringOf(
      engages('a', 100, { points: 10 }, { points: 3 }),
      engages('b', 5, { points: 4 }, { points: 100, signal: 'demo' }),
    );
    expect(compared(scoring, told(['pricing', 1])).engagement).toBe(17);
    expect(compared(scoring, told(['pricing', 1], ['pricing', 2])).engagement).toBe(31);
    expect(compared(scoring, told(['pricing', 1], ['pricing', 2], ['other', 3])).engagement).toBe(31);
    expect([...cardOf(scoring).sieve.asking.keys()]).toEqual(['pricing', 'demo']);
  });

  test('[FCT5] the earliest change of all of them is the next', () => {
    const decay = { losePercent: 50, everyDays: 30 };
    const both = scoringOf(engages('e', 100, { decay }, { signal: 'demo', withinDays: 45 }));
    const facts = told(['demo', 10], ['pricing', 15]);
    expect(explained(both, facts).changesAt).toBe(days(45));
    expect(explained(both, told(['demo', 1], ['pricing', 20])).changesAt).toBe(days(46));
    // A signal whose points are gone says nothing of those still there.
    expect(
      explained(scoringOf(engages('e', 100, { decay })), told(['pricing', 1]), days(70)).changesAt,
    ).toBeNull();
    const late = told(['pricing', 1], ['pricing', 20]);
    expect(explained(scoringOf(engages('e', 100, { decay })), late, days(65)).changesAt).toBe(days(80));
    expect(explained(scoringOf(engages('e', 100, {})), late).changesAt).toBeNull();
  });

  test('[STG4] the newest signal that still gives points is the evidence', () => {
    const windowed = scoringOf(engages('e', 100, { withinDays: 10 }, { signal: 'demo' }));
    expect(explained(windowed, told(['demo', 5], ['pricing', 25])).evidenceAt).toBe(days(25));
    expect(explained(windowed, told(['demo', 5], ['pricing', 12])).evidenceAt).toBe(days(5));
    expect(explained(windowed, told()).evidenceAt).toBeNull();
  });
});

describe('the explanation of a group that is full', () => {
  test('[SCO4] takes from the rules listed last, and from no other group', () => {
    const scoring = scoringOf(
      fits([20, { field: 'industry', known: true }]),
      engages('e', 25, { points: 20 }, { points: 10, signal: 'demo' }, { points: 15, signal: 'talk' }),
    );
    const facts = [
      captured(START, { fields: { industry: 'health' } }),
      signal('pricing', days(1)),
      signal('demo', days(1)),
      signal('talk', days(1)),
    ];
    const { score } = explained(scoring, facts);
    expect(score.groups).toEqual([
      { id: 'f', label: 'F', kind: 'fit', sum: 2000, clamped: 2000 },
      { id: 'e', label: 'E', kind: 'engagement', sum: 4500, clamped: 2500 },
    ]);
    expect(score.rules.map(({ id, shown }) => [id, shown])).toEqual([
      ['f0', 20],
      ['e0', 20],
      ['e1', 5],
      ['e2', 0],
    ]);
    expect(score).toMatchObject({ shown: 45, clampedBy: 0 });
  });

  test('[SCO4] the first rule carries what lifts an empty group', () => {
    const lifted: Group = { ...engages('e', 25, {}, { signal: 'demo' }), min: 5 };
    const { score } = explained(scoringOf(fits([20, { field: 'industry', known: true }]), lifted), told());
    expect(score.rules.map(({ shown }) => shown)).toEqual([0, 5, 0]);
    const bare: Group = { ...lifted, rules: [] };
    expect(
      explained(scoringOf(fits([20, { field: 'industry', known: true }]), bare), told()).score,
    ).toMatchObject({
      shown: 5,
      clampedBy: 5,
      rules: [{ shown: 0 }],
    });
  });

  test('[SCO3] keeps a card of each scoring, and counts by it again', () => {
    const scoring = scoringOf(engages('e', 25, {}));
    expect(cardOf(scoring)).toBe(cardOf(scoring));
    expect(cardOf(scoring)).not.toBe(cardOf({ ...scoring }));
  });

  test('[SCO2] nothing left of lost points is plain zero', () => {
    expect(faded(-1000, fadingOf({ losePercent: 50, everyDays: 1 }), 2 * DAY_MS)).toBe(0);
  });
});
