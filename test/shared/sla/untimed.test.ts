/** What is not timed and says so, what is numbered on, and what is put right after it was reported. */
import { expect, test } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { ClockState } from '../../../shared/lead/state.ts';
import { clockFacts } from '../../../shared/sla/clockFacts.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { attempt, clock, clocks, handoff, nov, policy, story } from './story.ts';

test('[CLK1] what no policy times is named kind by kind, as long as it is not over', () => {
  const untimed = (parts: Parameters<typeof story>[1]) => foldClocks(story([], parts)).untimed;
  expect(untimed({})).toEqual(
    ['assignment', 'first_response', 'acceptance', 'cadence', 'brief_completion'].map((kind) => {
      return { kind, handoff: 'h', why: 'no_policy' };
    }),
  );
  const closed = { at: nov('2 9:30'), how: 'withdrawn' } as const;
  expect(untimed({ handoffs: [handoff(nov('2 9:00'), { closed })] })).toEqual([]);
});

test('[CLK9] exchanges are numbered on over an overturned return', () => {
  const returned = {
    factId: 'f',
    answer: 'recycled',
    at: nov('3 9:00'),
    since: nov('3 9:00'),
    by: 'bruno',
  } as const;
  const decided = { factId: 'd', at: nov('4 9:00'), outcome: 'overturned' } as const;
  const contests = [{ factId: 'c', at: nov('3 10:00'), by: 'ana', decided }];
  const input = story([policy('reply', { target: { businessHours: 2 } })], {
    now: nov('4 16:00'),
    handoffs: [handoff(nov('2 9:00'), { answers: [returned], contests })],
    attempts: [attempt(nov('2 9:30')), attempt(nov('2 11:00')), attempt(nov('4 11:00'))],
    replies: [nov('2 10:00'), nov('4 10:00')].map((at) => ({ factId: `r${at}`, at, outOfOffice: false })),
  });
  expect(clocks(input, 'reply').map(({ id, status }) => ({ id, status }))).toEqual([
    { id: 'h:reply:0:1', status: 'met' },
    { id: 'h:reply:1:1', status: 'met' },
  ]);
});

test.each<[string, Partial<ClockState>, boolean]>([
  ['runs on, since its time was closed', { moves: [{ at: 1, cause: 'closure', dueAt: 2 }] }, true],
  ['is paused, its time closed', { status: 'paused', moves: [{ at: 1, cause: 'closure', dueAt: 2 }] }, true],
  ['runs on for no such reason', { moves: [{ at: 1, cause: 'pause', dueAt: 2 }] }, false],
  ['is late all the same', { status: 'breached', moves: [{ at: 1, cause: 'closure', dueAt: 2 }] }, false],
  ['was cancelled', { status: 'cancelled', moves: [{ at: 1, cause: 'closure', dueAt: 2 }] }, false],
  ['was met by an attempt reported late', { status: 'met', metBy: 'a', moves: [] }, true],
  ['was met late', { status: 'met_late', metBy: 'a', moves: [] }, false],
  ['was met by nothing of its own', { status: 'met', metBy: null, moves: [] }, false],
  [
    'was met by nothing of its own, its time closed',
    { status: 'met', metBy: null, moves: [{ at: 1, cause: 'closure', dueAt: 2 }] },
    true,
  ],
])(
  '[ATT3] [CAL7] [FCT7] a breach already told is put right once or not at all: it %s',
  (_, parts, isRight) => {
    const input = story([policy('first_response')]);
    const one = { ...clock(input, 'first_response'), status: 'running' as const, ...parts };
    const told = (kind: 'clock.breached' | 'clock.corrected') =>
      ({ id: kind, kind, body: { clock: one.id, dueAt: 1 } }) as unknown as Fact;
    const corrections = (facts: readonly Fact[]) =>
      clockFacts({ leadId: 'l', clocks: [one], history: input.history, facts, now: input.now }).filter(
        ({ kind }) => kind === 'clock.corrected',
      );
    const by = one.status === 'met' && one.metBy !== null ? { attempt: one.metBy } : {};
    expect(corrections([told('clock.breached')]).map(({ body }) => body)).toEqual(
      isRight ? [{ clock: one.id, ...by }] : [],
    );
    expect(corrections([])).toEqual([]);
    expect(corrections([told('clock.breached'), told('clock.corrected')])).toEqual([]);
  },
);
