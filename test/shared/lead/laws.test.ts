/** What holds for any story of any lead. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/lead/decide.ts';
import { fold } from '../../../shared/lead/fold.ts';
import { nextDueAt } from '../../../shared/lead/nextDue.ts';
import { isTrialAt } from '../../../shared/lead/versionAt.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { placeOf } from '../../../shared/stage/order.ts';
import { agreement, HISTORY, live, ROOM, ROUTING, settle } from './agreement.ts';
import { END, instant, story } from './arbitrary.ts';

const foldAt = (facts: Parameters<typeof fold>[0], now: number) => fold(facts, HISTORY, ROOM, now);
const butEvaluatedAt = ({ evaluatedAt: _, validUntil: __, ...state }: LeadState) => state;
const runs = { numRuns: 150 };

describe('the fold', () => {
  test('[FCT4] gives the same state for any order and any doubling of the facts', () => {
    fc.assert(
      fc.property(story, instant, fc.array(fc.nat(100)), (told, now, picks) => {
        const facts = live(told, END);
        const shuffled = [...facts, ...picks.flatMap((pick) => facts[pick % facts.length] ?? [])]
          .map((fact, index) => ({ fact, key: ((index + 7) * (picks[index % 7] ?? 13) * 31) % 101 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ fact }) => fact);
        expect(JSON.stringify(foldAt(shuffled, now))).toBe(JSON.stringify(foldAt(facts, now)));
      }),
      runs,
    );
  });

  test('[FCT5] says honestly until when it holds', () => {
    fc.assert(
      fc.property(story, instant, fc.double({ min: 0, max: 0.999_999, noNaN: true }), (told, now, share) => {
        const facts = live(told, END);
        const state = foldAt(facts, now);
        const until = state.validUntil ?? END + 1;
        if (state.validUntil !== null) expect(state.validUntil).toBeGreaterThan(now);
        const later = Math.floor(now + (until - now) * share);
        for (const then of [later, until - 1]) {
          if (then > now) expect(butEvaluatedAt(foldAt(facts, then))).toEqual(butEvaluatedAt(state));
        }
      }),
      runs,
    );
  });

  test('[FCT6][FCT8] is plain JSON and gives the same bytes when folded again', () => {
    fc.assert(
      fc.property(story, instant, (told, now) => {
        const facts = live(told, END);
        const state = foldAt(facts, now);
        const bytes = JSON.stringify(state);
        expect(JSON.parse(bytes)).toEqual(state);
        expect(JSON.stringify(foldAt(structuredClone(facts), now))).toBe(bytes);
      }),
      runs,
    );
  });

  test('[SCO4] explains a score that adds up exactly', () => {
    fc.assert(
      fc.property(story, instant, (told, now) => {
        const { score } = foldAt(told, now);
        const rules = score.rules.reduce((sum, { shown }) => sum + shown, 0);
        expect(rules + score.clampedBy).toBe(score.shown);
      }),
      runs,
    );
  });
});

describe('deciding', () => {
  test('[FCT7] is a fixpoint: deciding again adds nothing, at the same instant', () => {
    fc.assert(
      fc.property(story, (told) => {
        const facts = live(told, END);
        const state = foldAt(facts, END);
        expect(decide(state, facts, HISTORY, ROOM, ROUTING, END)).toEqual([]);
        expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
      }),
      runs,
    );
  });

  test('[FCT7] writes the same facts on a second run from the same facts', () => {
    fc.assert(
      fc.property(story, instant, (told, now) => {
        const known = told.filter(({ recordedAt }) => recordedAt <= now);
        expect(settle(known, now)).toEqual(
          settle([...known].reverse(), now).toSorted(byId(settle(known, now))),
        );
      }),
      runs,
    );
  });

  test('[STG4] never moves a lead back by itself', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { entries } = foldAt(live(told, END), END);
        const definitions = agreement();
        for (const { stage, from, cause } of entries) {
          const automatic = cause === 'criteria' || cause === 'fast_track' || cause === 'return';
          if (automatic)
            expect(placeOf(definitions, stage)).toBeGreaterThan(
              from === null ? 0 : placeOf(definitions, from),
            );
        }
      }),
      runs,
    );
  });

  test('[CLK9] nothing becomes due between the looks it asks for', () => {
    fc.assert(
      fc.property(story, instant, fc.double({ min: 0, max: 0.999, noNaN: true }), (told, now, share) => {
        const known = settle(
          told.filter(({ at }) => at <= now),
          now,
        );
        const state = foldAt(known, now);
        const due = nextDueAt(state, known, HISTORY, ROOM, now);
        const then = Math.floor(now + ((due ?? END) - now) * share);
        if (then <= now) return;
        expect(decide(foldAt(known, then), known, HISTORY, ROOM, ROUTING, then)).toEqual([]);
      }),
      runs,
    );
  });

  test('[HOF1] keeps at most one hand-off open, and none in trial once signed', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { handoffs } = foldAt(live(told, END), END);
        expect(handoffs.slice(0, -1).every(({ closed }) => closed !== null)).toBe(true);
        expect(handoffs.every(({ trial, openedAt }) => trial === isTrialAt(HISTORY, openedAt))).toBe(true);
      }),
      runs,
    );
  });
});

function byId(order: readonly { readonly id: string }[]) {
  const place = new Map(order.map(({ id }, index) => [id, index]));
  return (a: { readonly id: string }, b: { readonly id: string }) =>
    (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0);
}
