/** What holds for any story of any lead, under one agreement, a trial that ends, and a stricter second version. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { History } from '../../../shared/definitions/version.ts';
import { decide } from '../../../shared/lead/decide.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { fold } from '../../../shared/lead/fold.ts';
import { nextDueAt } from '../../../shared/lead/nextDue.ts';
import { isTrialAt, trialEndsAt } from '../../../shared/lead/versionAt.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { placeOf } from '../../../shared/stage/order.ts';
import {
  agreement,
  at,
  live,
  member,
  ROOM as STEADY,
  ROUTING,
  settle,
  stricter,
  version,
  takingPolicies,
} from './agreement.ts';
import { END, instant, story } from './arbitrary.ts';
import { patience, RUNS } from '../../support/runs.ts';

vi.setConfig(patience);

const SECOND = at('2026-04-01', '08:00');
const second = { version: 2, publishedAt: SECOND, effectiveAt: SECOND };
const policies = takingPolicies();
const first = agreement({ policies });
/** Bruno leaves, Dora is away for a while, leaves and comes back. */
const ROOM = {
  ...STEADY,
  members: [
    member('bruno', 'sales', 'general', [{ kind: 'left', at: at('2026-03-20', '12:00') }]),
    member('carla', 'sales', 'general', [{ kind: 'capacity', at: at('2026-03-01'), perDay: 4 }]),
    member('dora', 'sales', 'clinics', [
      { kind: 'away', at: at('2026-03-09'), until: at('2026-03-12', '09:00') },
      { kind: 'left', at: at('2026-04-20') },
      { kind: 'joined', at: at('2026-04-27') },
    ]),
    member('mia', 'marketing', 'demand'),
  ],
};
const moveBack = { leads: 'moveBack', clocks: 'running' } as const;
const HISTORIES: readonly History[] = [
  [version(first)],
  [version(first, { signed: false }), version(first, second)],
  [version(first), version(stricter({ policies: policies.slice(2) }), { ...second, choices: moveBack })],
];
const history = fc.constantFrom(...HISTORIES);
const share = fc.double({ min: 0, max: 0.999, noNaN: true });

const foldAt = (facts: Iterable<Fact>, history: History, now: number) => fold(facts, history, ROOM, now);
const butEvaluatedAt = ({ evaluatedAt: _, validUntil: __, ...state }: LeadState) => state;
const lived = (told: readonly Fact[], history: History) => live(told, END, { history, room: ROOM }, [SECOND]);
const runs = { numRuns: RUNS };

describe('the fold', () => {
  test('[FCT4] gives the same state for any order and any doubling of the facts', () => {
    const picks = fc.array(fc.nat(100), { minLength: 1 });
    fc.assert(
      fc.property(story, history, instant, picks, (told, history, now, picks) => {
        const facts = lived(told, history);
        const shuffled = [...facts, ...picks.flatMap((pick) => facts[pick % facts.length] ?? [])]
          .map((fact, index) => ({ fact, key: (index + 7) * ((picks[index % picks.length] ?? 0) + 13) * 31 }))
          .toSorted((a, b) => (a.key % 101) - (b.key % 101))
          .map(({ fact }) => fact);
        const [one, other] = [shuffled, facts].map((some) => JSON.stringify(foldAt(some, history, now)));
        expect(one).toBe(other);
      }),
      runs,
    );
  });

  test('[FCT5] says honestly until when it holds', () => {
    fc.assert(
      fc.property(story, history, instant, share, (told, history, now, share) => {
        const facts = lived(told, history);
        const state = foldAt(facts, history, now);
        const until = state.validUntil ?? END + 1;
        expect(until).toBeGreaterThan(now);
        for (const then of [Math.floor(now + (until - now) * share), until - 1]) {
          if (then <= now) continue;
          expect(butEvaluatedAt(foldAt(facts, history, then))).toEqual(butEvaluatedAt(state));
        }
      }),
      runs,
    );
  });

  test('[FCT6][FCT8] is plain JSON and gives the same bytes when folded again', () => {
    fc.assert(
      fc.property(story, history, instant, (told, history, now) => {
        const facts = lived(told, history);
        const state = foldAt(facts, history, now);
        const bytes = JSON.stringify(state);
        expect(JSON.parse(bytes)).toEqual(state);
        expect(JSON.stringify(foldAt(structuredClone(facts), structuredClone(history), now))).toBe(bytes);
      }),
      runs,
    );
  });

  test('[SCO4] explains a score that adds up exactly', () => {
    fc.assert(
      fc.property(story, history, instant, (told, history, now) => {
        const { score } = foldAt(told, history, now);
        const rules = score.rules.reduce((sum, { shown }) => sum + shown, 0);
        expect(rules + score.clampedBy).toBe(score.shown);
      }),
      runs,
    );
  });

  test('[FCT7] finds no evidence gone in a story told in time', () => {
    fc.assert(
      fc.property(story, history, (told, history) => {
        const { entries } = foldAt(lived(told, history), history, END);
        expect(entries.filter(({ evidenceGone }) => evidenceGone)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('deciding', () => {
  test('[FCT7] is a fixpoint: deciding again adds nothing, and no id is given twice', () => {
    fc.assert(
      fc.property(story, history, (told, history) => {
        const facts = lived(told, history);
        expect(decide(foldAt(facts, history, END), facts, history, ROOM, ROUTING, END)).toEqual([]);
        expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
      }),
      runs,
    );
  });

  test('[FCT7] decides the same whatever order the facts came in', () => {
    fc.assert(
      fc.property(story, history, instant, (told, history, now) => {
        const known = told.filter(({ recordedAt }) => recordedAt <= now);
        const decided = (facts: readonly Fact[]) =>
          settle(facts, now, { history, room: ROOM }).slice(facts.length);
        expect(decided(known.toReversed())).toEqual(decided(known));
      }),
      runs,
    );
  });

  test('[STG4][STG6] moves a lead back by itself only for a publish that asks for it', () => {
    fc.assert(
      fc.property(story, history, (told, history) => {
        const { entries } = foldAt(lived(told, history), history, END);
        for (const { stage, from, cause } of entries) {
          if (['person', 'integration', 'answer', 'publish'].includes(cause)) continue;
          const before = from === null ? 0 : placeOf(agreement(), from);
          expect(placeOf(agreement(), stage)).toBeGreaterThan(before);
        }
      }),
      runs,
    );
  });

  test('[CLK9] nothing becomes due between the looks it asks for', () => {
    fc.assert(
      fc.property(story, history, instant, share, (told, history, now, share) => {
        const known = live(told, now, { history, room: ROOM }, [SECOND]);
        const due = nextDueAt(foldAt(known, history, now), known, history, ROOM, now);
        // Everything due is decided: a look asked for now would be asked for for ever.
        expect(due ?? END).toBeGreaterThan(now);
        const then = Math.floor(now + ((due ?? END) - now) * share);
        if (then <= now) return;
        expect(decide(foldAt(known, history, then), known, history, ROOM, ROUTING, then)).toEqual([]);
      }),
      runs,
    );
  });

  test('[HOF1][TRI1] keeps at most one hand-off open, and none of the trial once it is over', () => {
    fc.assert(
      fc.property(story, history, (told, history) => {
        const { handoffs } = foldAt(lived(told, history), history, END);
        expect(handoffs.slice(0, -1).every(({ closed }) => closed !== null)).toBe(true);
        const over = trialEndsAt(history);
        for (const { trial, openedAt, closed } of handoffs) {
          expect(trial).toBe(isTrialAt(history, openedAt));
          const outlives = trial && over !== null && (closed === null || closed.at > over);
          expect(outlives).toBe(false);
        }
      }),
      runs,
    );
  });
});
