/** What holds for any scoring and any signals. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { EngagementRule, type Scoring } from '../../../shared/definitions/scoring.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { scoreGap } from '../../../shared/score/gap.ts';
import { faded, fadingOf, hundredths, nextStepAt, wholePoints } from '../../../shared/score/hundredths.ts';
import { type Scored, scoreOf } from '../../../shared/score/score.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { agreement, at, captured, fact, read, signal, version } from '../lead/agreement.ts';

vi.setConfig(patience);
const many = { numRuns: RUNS };

const START = at('2026-03-02', '09:00');
const NOW = START + 30 * DAY_MS;

const points = fc.integer({ min: -20, max: 20 });
const fading = fc.record({
  losePercent: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constantFrom(0.5, 33.3, 66.7)),
  everyDays: fc.integer({ min: 1, max: 20 }),
});
const engagement: fc.Arbitrary<Omit<EngagementRule, 'id'>> = fc.record(
  {
    label: fc.constant('R'),
    points,
    signal: fc.constantFrom('pricing', 'demo'),
    count: fc.constantFrom('each', 'once'),
    limit: fc.record({ times: fc.integer({ min: 1, max: 3 }), perDays: fc.integer({ min: 1, max: 10 }) }),
    decay: fading,
  },
  { requiredKeys: ['label', 'points', 'signal', 'count'] },
);
const windowed = engagement.map(({ decay: _, ...rule }) => ({ ...rule, withinDays: 12 }));
const bounds = fc.record({ min: fc.integer({ min: -30, max: 0 }), max: fc.integer({ min: 1, max: 40 }) });

const scoring: fc.Arbitrary<Scoring> = fc
  .record({
    all: bounds,
    fit: bounds,
    engaged: bounds,
    fits: fc.array(fc.tuple(points, fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 3 }),
    rules: fc.array(fc.oneof(engagement, windowed), { minLength: 1, maxLength: 3 }),
  })
  .map(({ all, fit, engaged, fits, rules }) => ({
    ...all,
    groups: [
      {
        id: 'f',
        label: 'F',
        kind: 'fit',
        ...fit,
        rules: fits.map(([given, atLeast], place) => ({
          id: `f${place}`,
          label: 'R',
          points: given,
          when: { field: `size${place}`, atLeast },
        })),
      },
      {
        id: 'e',
        label: 'E',
        kind: 'engagement',
        ...engaged,
        rules: rules.map((rule, place) => ({ ...rule, id: `e${place}` })),
      },
    ],
    bands: {
      fit: [
        { id: 'A', atLeast: 20, label: 'a' },
        { id: 'B', atLeast: 5, label: 'b' },
        { id: 'D', atLeast: -100, label: 'd' },
      ],
      engagement: [
        { id: '1', atLeast: 15, label: 'a' },
        { id: '4', atLeast: -100, label: 'd' },
      ],
    },
  }));
const seen = fc.array(fc.tuple(fc.constantFrom('pricing', 'demo', 'other'), fc.nat(30 * 24)), {
  maxLength: 8,
});
const sizes = fc.record({ size0: fc.nat(100), size1: fc.nat(100), size2: fc.nat(100) }, { requiredKeys: [] });
const facts: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(sizes, seen)
  .map(([fields, signals]) => [
    captured(START, { fields }),
    ...signals.map(([id, hour]) => signal(id, START + hour * HOUR_MS)),
  ]);

const contextAt = (told: readonly Fact[], now = NOW, by?: Scoring) => {
  const history = by === undefined ? {} : { history: [version(agreement({ scoring: by }))] };
  return read(told, now, history).context;
};
const scored = (by: Scoring, told: readonly Fact[], now = NOW): Scored => scoreOf(by, contextAt(told, now));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a score', () => {
  test('[SCO4] is explained to the point by its rules, whatever clamps it', () => {
    fc.assert(
      fc.property(scoring, facts, (by, told) => {
        const { score } = scored(by, told);
        expect(sum(score.rules.map(({ shown }) => shown)) + score.clampedBy).toBe(score.shown);
      }),
      many,
    );
  });

  test('[SCO3] stays inside its bounds, as its groups inside theirs', () => {
    fc.assert(
      fc.property(scoring, facts, (by, told) => {
        const { score } = scored(by, told);
        const outside = [by, ...by.groups].filter(({ min, max }, place) => {
          const value = place === 0 ? score.shown : (score.groups[place - 1]?.clamped ?? NaN) / 100;
          return !(value >= min && value <= max);
        });
        expect(outside).toEqual([]);
      }),
      many,
    );
  });

  test('[SCO3] is fit and engagement rounded apart, and both rounded together', () => {
    fc.assert(
      fc.property(scoring, facts, (by, told) => {
        const { score } = scored(by, told);
        const [fit = 0, engaged = 0] = score.groups.map(({ clamped }) => clamped);
        expect([score.fit, score.engagement]).toEqual([fit, engaged].map(wholePoints));
        const whole = Math.min(Math.max(fit + engaged, by.min * 100), by.max * 100);
        expect(score.shown).toBe(wholePoints(whole));
      }),
      many,
    );
  });

  test('[SCO3] is for criteria the very number that is shown', () => {
    fc.assert(
      fc.property(scoring, facts, (by, told) => {
        const { shown, fit, engagement: engaged } = scored(by, told).score;
        const compared = contextAt(told, NOW, by).score();
        expect(compared).toEqual({ score: shown, fit, engagement: engaged });
      }),
      many,
    );
  });

  test('[FCT5] changes at no instant before the one it names', () => {
    fc.assert(
      fc.property(scoring, facts, fc.double({ min: 0, max: 1, noNaN: true }), (by, told, share) => {
        const { score, changesAt } = scored(by, told);
        const until = changesAt ?? NOW + 900 * DAY_MS;
        expect(until).toBeGreaterThan(NOW);
        const between = Math.floor(NOW + (until - 1 - NOW) * share);
        expect(scored(by, told, between).score).toEqual(score);
        expect(scored(by, told, until - 1).score).toEqual(score);
      }),
      many,
    );
  });

  test('[SCO1] does not ask in which order the signals were told', () => {
    fc.assert(
      fc.property(scoring, facts, (by, told) => {
        expect(scored(by, told.toReversed()).score).toEqual(scored(by, told).score);
      }),
      many,
    );
  });

  test('[SCO1] counts nothing for a signal no rule names', () => {
    fc.assert(
      fc.property(scoring, facts, fc.nat(100), (by, told, hour) => {
        const more = [...told, signal('other', START + hour * HOUR_MS)];
        expect(scored(by, more).score).toEqual(scored(by, told).score);
      }),
      many,
    );
  });

  test('[SCO1] never falls for one more signal of a rule that gives points', () => {
    fc.assert(
      fc.property(scoring, facts, (by, told) => {
        const giving = by.groups.map((group) =>
          group.kind === 'fit'
            ? group
            : { ...group, rules: group.rules.map((rule) => ({ ...rule, points: Math.abs(rule.points) })) },
        );
        const before = scored({ ...by, groups: giving }, told).score.shown;
        const after = scored({ ...by, groups: giving }, [...told, signal('pricing', NOW)]).score.shown;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
      many,
    );
  });

  test('[SCO5] has no worse band for more points', () => {
    fc.assert(
      fc.property(scoring, facts, facts, (by, one, other) => {
        const [less, more] = [scored(by, one).score, scored(by, other).score].toSorted(
          (a, b) => a.fit - b.fit,
        );
        expect((more?.fitBand ?? '') <= (less?.fitBand ?? '')).toBe(true);
      }),
      many,
    );
  });

  test('[SCO1] says of every rule what it counted, kept and shows, in that order of size', () => {
    fc.assert(
      fc.property(scoring, facts, (by, told) => {
        const wrong = scored(by, told).score.rules.filter(
          ({ raw, counted, decayed: left }) =>
            Math.abs(counted) > Math.abs(raw) || Math.abs(left) > Math.abs(counted) || left * counted < 0,
        );
        expect(wrong).toEqual([]);
      }),
      many,
    );
  });
});

describe('a rule', () => {
  const limited = fc.record({
    times: fc.integer({ min: 1, max: 3 }),
    perDays: fc.integer({ min: 1, max: 10 }),
  });
  const hoursSeen = fc.array(fc.nat(30 * 24), { maxLength: 10 });
  const one = (parts: object, hours: readonly number[], now = NOW) => {
    const rule = EngagementRule.parse({
      id: 'r',
      label: 'R',
      points: 10,
      signal: 'demo',
      count: 'each',
      ...parts,
    });
    const group = {
      id: 'e',
      label: 'E',
      kind: 'engagement' as const,
      min: -1_000,
      max: 1_000,
      rules: [rule],
    };
    const by: Scoring = { min: -1_000, max: 1_000, groups: [group], bands: { fit: [], engagement: [] } };
    const told = [captured(START), ...hours.map((hour) => signal('demo', START + hour * HOUR_MS))];
    return scored(by, told, now).score.rules[0];
  };

  test('[SCO1] lets at most so many signals count in any window, and refuses none without need', () => {
    fc.assert(
      fc.property(limited, hoursSeen, ({ times, perDays }, hours) => {
        const counted: number[] = [];
        for (const hour of hours.toSorted((a, b) => a - b)) {
          const inWindow = counted.filter((before) => hour - before < perDays * 24);
          if (inWindow.length < times) counted.push(hour);
        }
        expect(one({ limit: { times, perDays } }, hours)?.times).toBe(counted.length);
      }),
      many,
    );
  });

  test('[SCO1] counted once is the newest alone', () => {
    fc.assert(
      fc.property(hoursSeen, fading, (hours, decay) => {
        const newest = hours.length === 0 ? [] : [Math.max(...hours)];
        expect(one({ count: 'once', decay }, hours)?.decayed).toBe(one({ decay }, newest)?.decayed);
      }),
      many,
    );
  });

  test('[SCO2] within days counts what is younger, and nothing else', () => {
    fc.assert(
      fc.property(hoursSeen, fc.integer({ min: 1, max: 31 }), (hours, withinDays) => {
        const young = hours.filter((hour) => 30 * 24 - hour < withinDays * 24);
        expect(one({ withinDays }, hours)?.decayed).toBe(young.length * 1_000);
      }),
      many,
    );
  });
});

describe('fading', () => {
  const value = fc.integer({ min: -5_000, max: 5_000 });

  test('[SCO2] never grows, never turns around, and ends at nothing', () => {
    fc.assert(
      fc.property(value, fading, fc.nat(400), fc.nat(400), (given, decay, one, more) => {
        const [first, later] = [one, one + more].map((days) => faded(given, fadingOf(decay), days * DAY_MS));
        expect(Math.abs(later ?? 0)).toBeLessThanOrEqual(Math.abs(first ?? 0));
        expect((later ?? 0) * given).toBeGreaterThanOrEqual(0);
        const gone = START + decay.everyDays * Math.ceil(100 / decay.losePercent) * DAY_MS;
        expect(Math.abs(faded(given, fadingOf(decay), gone - START))).toBe(0);
      }),
      many,
    );
  });

  test('[SCO2] takes from what costs points as from what gives them', () => {
    fc.assert(
      fc.property(value, fading, fc.nat(100), (given, decay, days) => {
        const now = START + days * DAY_MS;
        expect(faded(-given, fadingOf(decay), now - START) + faded(given, fadingOf(decay), now - START)).toBe(
          0,
        );
      }),
      many,
    );
  });

  test('[FCT5] stands still until the next step it names', () => {
    fc.assert(
      fc.property(value, fading, fc.nat(100), (given, decay, days) => {
        const now = START + days * DAY_MS;
        const until = nextStepAt(fadingOf(decay), START, now) ?? now + 1_000 * DAY_MS;
        expect(until).toBeGreaterThan(now);
        expect(faded(given, fadingOf(decay), until - 1 - START)).toBe(
          faded(given, fadingOf(decay), now - START),
        );
      }),
      many,
    );
  });

  test('[SCO3] rounding is odd, whole points stay whole, and nothing moves by more than half', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(wholePoints(-given) + wholePoints(given)).toBe(0);
        expect(Math.abs(hundredths(wholePoints(given)) - given)).toBeLessThanOrEqual(50);
        expect(wholePoints(hundredths(given))).toBe(given);
      }),
      many,
    );
  });
});

test('[PRD5] every rule named as closing a gap closes it, once its signal comes or its value is known', () => {
  fc.assert(
    fc.property(scoring, facts, fc.integer({ min: 1, max: 30 }), (given, told, want) => {
      const by = withSignalsApart(given);
      const gap = scoreGap('score', want, contextAt(told, NOW, by));
      const wrong = (gap?.rules ?? []).filter(({ id, gains }) => {
        const fields = { [`size${id.slice(1)}`]: 1_000 };
        const granted = id.startsWith('f')
          ? fact('lead.changed', NOW, { fields })
          : signal(SIGNAL_OF[id] ?? '', NOW);
        const after = scored(by, [...told, granted]).score.shown;
        return after < want || after !== (gap?.have ?? 0) + gains;
      });
      expect(wrong).toEqual([]);
    }),
    many,
  );
});

const SIGNAL_OF: Readonly<Record<string, string>> = { e0: 'pricing', e1: 'demo', e2: 'other' };

/** One rule a signal, so that nothing else answers to it. */
function withSignalsApart(by: Scoring): Scoring {
  return {
    ...by,
    groups: by.groups.map((group) =>
      group.kind === 'fit'
        ? group
        : { ...group, rules: group.rules.map((rule) => ({ ...rule, signal: SIGNAL_OF[rule.id] ?? '' })) },
    ),
  };
}
