/** What holds for the clocks of any hand-off: what may move them, and what never does. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { ClockState } from '../../../shared/lead/state.ts';
import { clockFacts, doneSteps } from '../../../shared/sla/clockFacts.ts';
import type { ClockInput } from '../../../shared/sla/clockInput.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { dueSteps, nextDueAt, stepsOfClock } from '../../../shared/sla/dueSteps.ts';
import { localDateOf } from '../../../shared/sla/openTime.ts';
import { addTime, dueAt, targetMsBetween } from '../../../shared/sla/target.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { type Happenings, happenings, instantsOf, minute, START, target, toldAt } from './happenings.ts';
import { attempt, clock, policy, story } from './story.ts';

vi.setConfig(patience);
const many = { numRuns: RUNS };
const share = fc.double({ min: 0, max: 1, noNaN: true });

const fold = (input: ClockInput): readonly ClockState[] => foldClocks(input).clocks;
const told = (all: Happenings, now: number) => fold(toldAt(all, now));

describe('a clock', () => {
  test('[CLK1] says exactly the instants its status has', () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        const wrong = told(all, now).filter(
          ({ status, startedAt, dueAt: due, leftMs, endedAt, metBy, tookMs }) => {
            if (status === 'waiting') return startedAt !== null || due !== null || endedAt !== null;
            if (status === 'paused') return leftMs === null || due !== null || endedAt !== null;
            if (leftMs !== null) return true;
            if (status === 'met' || status === 'met_late') return endedAt === null || tookMs === null;
            if (status === 'cancelled') return endedAt === null || metBy !== null;
            return status === 'running' ? startedAt === null || endedAt !== null : due === null;
          },
        );
        expect(wrong).toEqual([]);
      }),
      many,
    );
  });

  test('[CLK6] runs up to its deadline and is breached one millisecond after it', () => {
    fc.assert(
      fc.property(target, (own) => {
        const promise = [policy('first_response', { target: own })];
        const due = clock(story(promise), 'first_response').dueAt ?? 0;
        const at = (now: number) => clock(story(promise, { now }), 'first_response').status;
        expect([at(due), at(due + 1)]).toEqual(['running', 'breached']);
      }),
      many,
    );
  });

  test('[CLK6][ATT3] is met in time by what was done in time, whenever that was reported', () => {
    fc.assert(
      fc.property(target, minute, fc.nat(9_000), (own, done, late) => {
        const promise = [policy('first_response', { target: own })];
        const due = clock(story(promise), 'first_response').dueAt ?? 0;
        const recordedAt = done + late * MINUTE_MS;
        const tried = [attempt(done, { recordedAt })];
        const now = Math.max(recordedAt, due) + 1;
        const state = clock(story(promise, { now, attempts: tried }), 'first_response');
        expect(state).toMatchObject({ status: done <= due ? 'met' : 'met_late', endedAt: done, dueAt: due });
      }),
      many,
    );
  });

  test('[CLK6] in a later fold keeps the end it had', () => {
    fc.assert(
      fc.property(happenings, minute, minute, (any, one, two) => {
        const [now, later] = one < two ? [one, two] : [two, one];
        // Whoever tries a lead nobody owns becomes its owner (ATT9): nothing is met while it waits for one.
        const all = { ...any, moments: { ...any.moments, ownerAt: START, leftAt: null } };
        const ended = told(all, now).filter(({ status }) => status === 'met' || status === 'met_late');
        const kept = new Map(told(all, later).map((state) => [state.id, state]));
        const changed = ended.filter((state) => {
          const after = kept.get(state.id);
          return (
            after?.endedAt !== state.endedAt || after.status !== state.status || after.dueAt !== state.dueAt
          );
        });
        expect(changed).toEqual([]);
      }),
      many,
    );
  });

  test('[CLK4] names a promise of the agreement for just its kind', () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        const promised = new Map([...all.policies, ...all.others].map(({ id, kind }) => [id, kind]));
        expect(told(all, now).filter(({ kind, policy: own }) => promised.get(own.id) !== kind)).toEqual([]);
      }),
      many,
    );
  });

  test('[ATT9][ATT4] is moved by no attempt that is not genuine', () => {
    fc.assert(
      fc.property(happenings, minute, minute, fc.boolean(), (all, now, at, automatic) => {
        const input = toldAt(all, now);
        const idle = attempt(at, { id: 'idle', automatic, genuine: false, withdrawn: !automatic });
        const attempts = [...input.attempts, idle].toSorted((a, b) => a.at - b.at);
        expect(fold({ ...input, attempts })).toEqual(fold(input));
      }),
      many,
    );
  });

  test('[ATT10] is moved by no out-of-office note', () => {
    fc.assert(
      fc.property(happenings, minute, minute, (all, now, at) => {
        const input = toldAt(all, now);
        const replies = [...input.replies, { factId: 'o', at, outOfOffice: true }].toSorted(
          (a, b) => a.at - b.at,
        );
        expect(fold({ ...input, replies })).toEqual(fold(input));
      }),
      many,
    );
  });

  test('[CLK8] keeps what it had when a version asks that only new ones take its promises', () => {
    fc.assert(
      fc.property(happenings, (any) => {
        const all = { ...any, snoozes: [] };
        const at = all.moments.publishedAt;
        const before = told({ ...all, running: false }, at - 1).map(({ id, policy: own, dueAt: due }) => [
          id,
          own,
          due,
        ]);
        const after = told({ ...all, running: false }, at);
        const same = after.filter(({ id }) => before.some(([known]) => known === id));
        // What else happens in that very instant may move them.
        fc.pre(instantsOf(all).filter((other) => other === at).length === 1);
        expect(same.map(({ id, policy: own, dueAt: due }) => [id, own, due])).toEqual(before);
      }),
      many,
    );
  });

  test('[CLK3] of a cadence steps on, one date after another, never past what was agreed', () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        const input = toldAt(all, now);
        const steps = fold(input).filter(
          ({ kind, id }) => kind === 'cadence' && id.startsWith('h:cadence:0:'),
        );
        const calendar = input.history[0]?.calendars['office'];
        const dates = steps.flatMap(({ endedAt, metBy }) =>
          endedAt === null || metBy === null || calendar === undefined ? [] : localDateOf(calendar, endedAt),
        );
        expect(steps.map(({ step }) => step)).toEqual(steps.map((_, place) => place + 1));
        expect(steps.filter(({ step, of }) => step > of)).toEqual([]);
        expect(new Set(dates).size).toBe(dates.length);
        expect(dates.toSorted()).toEqual(dates);
      }),
      many,
    );
  });
});

describe('a pause', () => {
  test('[CLK5] gives back exactly the time it took, in the time the target counts', () => {
    const lasts = fc.integer({ min: 1, max: 3_000 });
    fc.assert(
      fc.property(target, lasts, lasts, (own, before, rest) => {
        const promise = [policy('first_response', { target: own, pauses: ['snooze'] })];
        const plain = clock(story(promise), 'first_response').dueAt ?? 0;
        const from = START + before * MINUTE_MS;
        const to = from + rest * MINUTE_MS;
        fc.pre(from <= plain);
        const input = story(promise, { now: to, snoozes: [{ from, to }] });
        const calendar = input.history[0]?.calendars['office'];
        if (calendar === undefined) throw new Error('the story has office hours');
        const moved = addTime(calendar, own, plain, targetMsBetween(calendar, own, from, to));
        expect(clock(input, 'first_response').dueAt).toBe(moved);
        const during = clock({ ...input, now: from }, 'first_response');
        expect(during).toMatchObject({
          status: 'paused',
          leftMs: targetMsBetween(calendar, own, from, plain),
        });
      }),
      many,
    );
  });

  test('[CLK5] that no promise lists is none', () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        const deaf = (some: Happenings['policies']) => some.map((one) => ({ ...one, pauses: [] }));
        const input = toldAt({ ...all, policies: deaf(all.policies), others: deaf(all.others) }, now);
        expect(fold(input)).toEqual(fold({ ...input, snoozes: [] }));
      }),
      many,
    );
  });
});

describe('owners', () => {
  test('[CLK10] changing owner changes no clock of the lead, only whose share it is', () => {
    fc.assert(
      fc.property(happenings, minute, share, (any, now, part) => {
        const all = { ...any, moments: { ...any.moments, leftAt: null } };
        const input = toldAt(all, now);
        const first = input.owners[0]?.at ?? now;
        fc.pre(first < now);
        const at = Math.ceil(first + 1 + (now - first - 1) * part);
        const owners = [...input.owners, { at, owner: 'carla', factId: 'late' }].toSorted(
          (a, b) => a.at - b.at,
        );
        const shared = (states: readonly ClockState[]) => states.map(({ legs: _, ...state }) => state);
        expect(shared(fold({ ...input, owners }))).toEqual(shared(fold(input)));
      }),
      many,
    );
  });

  test('[CLK10] have legs one after another, inside the time their clock ran', () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        const wrong = told(all, now).filter(({ legs, startedAt, endedAt }) =>
          legs.some(({ from, to, owner }, place) => {
            const next = legs[place + 1];
            const overlaps = next !== undefined && (to === null || to > next.from || next.owner === owner);
            return overlaps || from < (startedAt ?? Infinity) || (to ?? 0) > (endedAt ?? Infinity);
          }),
        );
        expect(wrong).toEqual([]);
      }),
      many,
    );
  });
});

describe('what the worker does about clocks', () => {
  const receipts = (all: Happenings, now: number, facts: readonly Fact[] = []) => {
    const input = toldAt(all, now);
    return clockFacts({ leadId: 'l', clocks: fold(input), history: input.history, facts, now });
  };

  test('[CLK7] is done once: with its receipts nothing is left to do', () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        const first = receipts(all, now);
        expect(new Set(first.map(({ id }) => id)).size).toBe(first.length);
        expect(receipts(all, now, first)).toEqual([]);
      }),
      many,
    );
  });

  test('[CLK7] is warned of between start and deadline, escalated after it', () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        const input = toldAt(all, now);
        const wrong = fold(input).flatMap((state) =>
          stepsOfClock(state, input.history).filter(({ kind, at }) => {
            const [start, due] = [state.startedAt ?? Infinity, state.dueAt ?? -Infinity];
            return kind === 'warn' ? at < start || at > due : at <= due;
          }),
        );
        expect(wrong).toEqual([]);
      }),
      many,
    );
  });

  test('[CLK9] is never due before the instant it asked to be looked at', () => {
    fc.assert(
      fc.property(happenings, minute, share, (all, now, part) => {
        const input = toldAt(all, now);
        const done = doneSteps(receipts(all, now));
        const next = nextDueAt({ clocks: fold(input), snoozedUntil: null }, input.history, done) ?? now + 1;
        const between = Math.floor(now + (next - 1 - now) * part);
        expect(dueSteps(fold(input), input.history, done, between)).toEqual([]);
      }),
      many,
    );
  });

  test('[TRI1] is nothing for what began in trial', () => {
    fc.assert(
      fc.property(happenings, minute, (all, now) => {
        expect(receipts({ ...all, trial: true }, now)).toEqual([]);
      }),
      many,
    );
  });
});

test('[CLK3][CAL4] a first response is due its target after hand-off and owner, whichever came last', () => {
  fc.assert(
    fc.property(target, minute, (own, ownerAt) => {
      const promise = [policy('first_response', { target: own })];
      const owners = [{ at: ownerAt, owner: 'bruno', factId: 'o' }];
      const input = story(promise, { now: ownerAt, owners });
      const calendar = input.history[0]?.calendars['office'];
      const start = Math.max(START, ownerAt);
      const due = calendar === undefined ? null : dueAt(calendar, start, own);
      expect(clock(input, 'first_response')).toMatchObject({ startedAt: start, dueAt: due });
    }),
    many,
  );
});
