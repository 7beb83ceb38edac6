/** Every kind of promise at its edges: what begins it to the instant, what is not its own, whose legs it has. */
import { expect, test } from 'vitest';
import type { ClockInput, HandoffAnswer } from '../../../shared/sla/clockInput.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import {
  attempt,
  clock,
  clocks,
  entry,
  handoff,
  member,
  nov,
  policy,
  room,
  story,
  version,
} from './story.ts';

function answer(kind: HandoffAnswer['answer'], said: string): HandoffAnswer {
  return { factId: `f${said}`, answer: kind, at: nov(said), since: nov(said), by: 'bruno' };
}
const overturned = (said: string) => {
  const decided = { factId: `d${said}`, at: nov(said), outcome: 'overturned' } as const;
  return { factId: `c${said}`, at: nov(said), by: 'ana', decided };
};
const reply = (said: string) => ({ factId: `r${said}`, at: nov(said), outOfOffice: false });

const NURTURE = policy('return_to_nurture', { party: 'marketing', target: { businessDays: 5 } });
const nurture = (parts: Partial<ClockInput>) =>
  clocks(story([NURTURE], { now: nov('5 12:00'), ...parts }), 'return_to_nurture').map(
    ({ id, status, startedAt, endedAt, legs }) => ({ id, status, startedAt, endedAt, legs: legs.length }),
  );
const recycled = [handoff(nov('2 9:00'), { answers: [answer('recycled', '2 10:00')] })];
const owed = { id: 'h:return_to_nurture:0:1', startedAt: nov('2 10:00'), endedAt: null, legs: 0 };

test('[CLK3] only what sales gave back is to be nurtured, from that instant on', () => {
  expect(
    nurture({ handoffs: [handoff(nov('2 9:00'), { answers: [answer('accepted', '2 10:00')] })] }),
  ).toEqual([]);
  expect(nurture({ handoffs: recycled })).toEqual([{ ...owed, status: 'running' }]);
  const started = [
    { factId: 'early', at: nov('2 9:59') },
    { factId: 'n', at: nov('2 10:00') },
  ];
  expect(nurture({ handoffs: recycled, nurtureStarts: started })).toEqual([
    { ...owed, status: 'met', endedAt: nov('2 10:00') },
  ]);
});

test('[CLK3] [HOF6] an opt-out ends the nurturing owed only if it came with the return or after it', () => {
  expect(nurture({ handoffs: recycled, optedOutAt: nov('2 9:59') })).toMatchObject([{ status: 'running' }]);
  expect(nurture({ handoffs: recycled, optedOutAt: nov('2 10:00') })).toMatchObject([
    { status: 'cancelled' },
  ]);
});

test('[CLK3] [HOF5] each return is its own, and ends with the decision that overturned it', () => {
  const answers = [answer('recycled', '2 10:00'), answer('recycled', '5 9:00')];
  const handoffs = [handoff(nov('2 9:00'), { answers, contests: [overturned('4 9:00')] })];
  expect(nurture({ handoffs })).toEqual([
    { ...owed, status: 'cancelled', endedAt: nov('4 9:00') },
    { ...owed, id: 'h:return_to_nurture:1:1', startedAt: nov('5 9:00'), status: 'running' },
  ]);
  const sameInstant = [answer('recycled', '2 10:00'), answer('recycled', '4 9:00')];
  const again = [handoff(nov('2 9:00'), { answers: sameInstant, contests: [overturned('4 9:00')] })];
  expect(nurture({ handoffs: again }).map(({ startedAt }) => startedAt)).toEqual([
    nov('2 10:00'),
    nov('4 9:00'),
  ]);
});

test('[CLK3] a brief is complete at the first instant at which all of it is known at once, once for all rounds', () => {
  const promise = policy('brief_completion', { party: 'marketing' });
  const completed = (known: ClockInput['known'], parts: Partial<ClockInput> = {}) =>
    clocks(
      story([], {
        now: nov('4 12:00'),
        history: [version({ policies: [promise], required: ['budget', 'need'] })],
        known,
        ...parts,
      }),
      'brief_completion',
    ).map(({ id, endedAt, legs }) => ({ id, endedAt, legs: legs.length }));
  const one = { id: 'h:brief_completion:0:1', legs: 0 };
  const budget = [
    { from: nov('2 10:00'), to: nov('2 13:00') },
    { from: nov('2 14:00'), to: null },
  ];
  expect(completed({ budget, need: [{ from: nov('2 11:00'), to: null }] })).toEqual([
    { ...one, endedAt: nov('2 11:00') },
  ]);
  expect(completed({ budget, need: [{ from: nov('2 13:00'), to: null }] })).toEqual([
    { ...one, endedAt: nov('2 14:00') },
  ]);
  expect(completed({ budget })).toEqual([{ ...one, endedAt: null }]);
  const answers = [answer('recycled', '2 15:00')];
  const handoffs = [handoff(nov('2 9:00'), { answers, contests: [overturned('4 9:00')] })];
  expect(completed({ budget }, { handoffs })).toEqual([{ ...one, endedAt: nov('2 15:00') }]);
});

const REPLY = policy('reply', { target: { businessHours: 2 } });
const answered = (parts: Partial<ClockInput>) =>
  clocks(story([REPLY], { now: nov('2 16:00'), ...parts }), 'reply').map(({ startedAt, legs }) => ({
    startedAt,
    legs: legs.length,
  }));

test('[CLK3] messages are answered from the first response on this hand-off, not from one before it', () => {
  const replies = [reply('2 10:00')];
  expect(answered({ replies, attempts: [attempt(nov('2 8:59'))] })).toEqual([]);
  expect(answered({ replies, attempts: [attempt(nov('2 9:00'))] })).toEqual([
    { startedAt: nov('2 10:00'), legs: 1 },
  ]);
  const next = { factId: 'r', at: nov('2 9:30') + 1, outOfOffice: false };
  expect(answered({ replies: [next], attempts: [attempt(nov('2 9:30'))] })).toMatchObject([
    { startedAt: next.at },
  ]);
});

test('[CLK3] [HOF1] accepted at once, a message before our first attempt counts; one at the end does not', () => {
  const accepted = [handoff(nov('2 9:00'), { accepted: true })];
  const attempts = [attempt(nov('2 9:30'))];
  expect(answered({ handoffs: accepted, attempts, replies: [reply('2 9:10')] })).toMatchObject([
    { startedAt: nov('2 9:10') },
  ]);
  const closed = { at: nov('2 11:00'), how: 'withdrawn' } as const;
  expect(
    answered({ handoffs: [handoff(nov('2 9:00'), { closed })], attempts, replies: [reply('2 11:00')] }),
  ).toEqual([]);
});

test('[CLK1] a message no policy times is said to be untimed', () => {
  const input = story([], {
    now: nov('2 16:00'),
    attempts: [attempt(nov('2 9:30'))],
    replies: [reply('2 10:00')],
  });
  expect(foldClocks(input).untimed.filter(({ kind }) => kind === 'reply')).toHaveLength(1);
});

test('[CLK3] an owner who comes as it ends begins nothing; a round without one waits for one from its own start', () => {
  const closed = { at: nov('2 11:00'), how: 'withdrawn' } as const;
  const late = {
    owners: [{ at: nov('2 11:00'), owner: 'bruno', factId: 'o' }],
    handoffs: [handoff(nov('2 9:00'), { closed })],
  };
  expect(
    clock(story([policy('first_response')], { now: nov('2 12:00'), ...late }), 'first_response').startedAt,
  ).toBeNull();
  const answers = [answer('disqualified', '2 10:00')];
  const handoffs = [
    handoff(nov('2 9:00'), { since: nov('2 8:30'), answers, contests: [overturned('4 9:00')] }),
  ];
  const gone = room({ members: [member('bruno', { kind: 'left', at: nov('3 9:00') })] });
  const waits = story([policy('assignment')], { now: nov('4 10:00'), handoffs, room: gone });
  expect(clocks(waits, 'assignment').map(({ id, startedAt }) => ({ id, startedAt }))).toEqual([
    { id: 'h:assignment:0:1', startedAt: nov('2 8:30') },
    { id: 'h:assignment:1:1', startedAt: nov('4 9:00') },
  ]);
  const stays = story([policy('assignment')], { now: nov('4 10:00'), handoffs });
  expect(foldClocks(stays).clocks.map(({ id }) => id)).toEqual(['h:assignment:0:1']);
});

test('[CLK3] a conversation ends the rhythm of its own round, from its first to its last instant', () => {
  const rhythm = policy('cadence', { target: { businessDays: 2 }, repeat: { times: 3 } });
  const spoke = (said: string, parts: Partial<ClockInput> = {}) =>
    clocks(story([rhythm], { now: nov('2 16:00'), replies: [reply(said)], ...parts }), 'cadence').map(
      ({ status, legs }) => ({ status, legs: legs.length }),
    );
  expect(spoke('2 8:59')).toEqual([{ status: 'running', legs: 1 }]);
  expect(spoke('2 9:00')).toMatchObject([{ status: 'cancelled' }]);
  expect(spoke('2 10:00')).toMatchObject([{ status: 'cancelled' }]);
});

test('[CLK3] a stage is timed while the hand-off lasts, under the owner, and only a later stage keeps the promise', () => {
  const inMql = policy('stage_time', { stage: 'mql', target: { businessDays: 2 } });
  const timed = (entries: ClockInput['entries'], parts: Partial<ClockInput> = {}) =>
    clocks(story([inMql], { now: nov('3 12:00'), entries, ...parts }), 'stage_time').map(
      ({ id, status, legs }) => ({ id, status, legs: legs.length }),
    );
  const running = { id: 'h:stage_time:0.0:1', status: 'running', legs: 1 };
  expect(timed([entry('mql', nov('2 8:00'))])).toEqual([running]);
  expect(timed([entry('mql', nov('2 7:00')), entry('sal', nov('2 9:00'), 'mql')])).toEqual([]);
  expect(timed([entry('mql', nov('2 8:00')), entry('mql', nov('2 12:00'), 'mql')])[0]?.status).toBe(
    'cancelled',
  );
  const closed = { at: nov('2 11:00'), how: 'withdrawn' } as const;
  const handoffs = [handoff(nov('2 9:00'), { closed })];
  expect(timed([entry('mql', nov('2 11:00'))], { handoffs })).toEqual([]);
  expect(timed([entry('mql', nov('2 10:59'))], { handoffs })).toHaveLength(1);
});

test('[CLK10] a contest has no legs: it is not the owner who answers it', () => {
  const handoffs = [handoff(nov('2 9:00'), { contests: [{ ...overturned('4 9:00'), decided: null }] })];
  expect(
    clock(story([policy('contest_answer')], { now: nov('4 10:00'), handoffs }), 'contest_answer').legs,
  ).toEqual([]);
});
