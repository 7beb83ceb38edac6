import { describe, expect, test } from 'vitest';
import type { ClockInput, HandoffAnswer, HandoffContest } from '../../../shared/sla/clockInput.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { attempt, clock, clocks, entry, handoff, nov, policy, story, version } from './story.ts';

function reply(said: string, outOfOffice = false) {
  return { factId: `r${said}`, at: nov(said), outOfOffice };
}
function answer(kind: HandoffAnswer['answer'], said: string, since = said): HandoffAnswer {
  return { factId: `f${said}`, answer: kind, at: nov(said), since: nov(since), by: 'bruno' };
}

function contest(outcome: 'upheld' | 'overturned', said: string): HandoffContest {
  const decided = { factId: 'd', at: nov(said), outcome };
  return { factId: 'c', at: nov('3 9:00'), by: 'ana', decided };
}

describe('reply', () => {
  const REPLY = policy('reply', { target: { businessHours: 2 } });
  const told = (parts: Partial<ClockInput>) =>
    clocks(story([REPLY], { now: nov('4 9:00'), ...parts }), 'reply').map(
      ({ startedAt, status, endedAt }) => ({
        startedAt,
        status,
        endedAt,
      }),
    );

  test('[CLK3] their message → ours, once we have answered first', () => {
    expect(told({ replies: [reply('2 9:10')] })).toEqual([]);
    const attempts = [attempt(nov('2 9:30')), attempt(nov('2 11:00'))];
    expect(told({ attempts, replies: [reply('2 9:10'), reply('2 10:00')] })).toEqual([
      { startedAt: nov('2 10:00'), status: 'met', endedAt: nov('2 11:00') },
    ]);
  });

  test('[CLK3] many messages before ours are one clock, each exchange its own', () => {
    const attempts = [attempt(nov('2 9:30')), attempt(nov('2 11:00'))];
    const replies = [reply('2 10:00'), reply('2 10:30'), reply('3 9:00'), reply('3 9:05')];
    const all = clocks(story([REPLY], { now: nov('3 10:00'), attempts, replies }), 'reply');
    expect(all.map(({ id, status, dueAt }) => ({ id, status, dueAt }))).toEqual([
      { id: 'h:reply:0:1', status: 'met', dueAt: nov('2 12:00') },
      { id: 'h:reply:1:1', status: 'running', dueAt: nov('3 11:00') },
    ]);
  });

  test('[CLK3] [FCT4] at one instant theirs comes before ours: it is answered, and starts nothing more', () => {
    const attempts = [attempt(nov('2 9:30')), attempt(nov('2 11:00'))];
    expect(told({ attempts, replies: [reply('2 9:30')] })).toEqual([]);
    expect(told({ attempts, replies: [reply('2 10:00'), reply('2 11:00')] })).toHaveLength(1);
  });

  test('[ATT10] [ATT4] an out-of-office starts nothing, automatic mail answers nothing', () => {
    const attempts = [attempt(nov('2 9:30')), attempt(nov('2 10:30'), { genuine: false, automatic: true })];
    expect(told({ attempts, replies: [reply('2 10:00', true)] })).toEqual([]);
    expect(told({ attempts, replies: [reply('2 10:00')] })).toMatchObject([{ status: 'breached' }]);
  });

  test('[CLK3] stops when the hand-off closes', () => {
    const closed = { at: nov('2 11:00'), how: 'answered' } as const;
    const handoffs = [handoff(nov('2 9:00'), { answers: [answer('disqualified', '2 11:00')], closed })];
    const attempts = [attempt(nov('2 9:30'))];
    expect(told({ attempts, handoffs, replies: [reply('2 10:00'), reply('2 12:00')] })).toEqual([
      { startedAt: nov('2 10:00'), status: 'cancelled', endedAt: nov('2 11:00') },
    ]);
  });

  test('[HOF1] opened already accepted, every message of theirs counts', () => {
    const handoffs = [handoff(nov('2 9:00'), { accepted: true })];
    expect(told({ handoffs, replies: [reply('2 10:00')] })).toMatchObject([{ status: 'breached' }]);
  });
});

describe('stage_time', () => {
  const IN_SAL = policy('stage_time', { stage: 'sal', target: { businessDays: 2 } });
  const told = (parts: Partial<ClockInput>) => story([IN_SAL], { now: nov('9 9:00'), ...parts });
  const mql = entry('mql', nov('2 9:00'), 'lead');

  test('[CLK3] from entering the stage to the next one', () => {
    const sal = entry('sal', nov('2 11:00'), 'mql');
    const sql = entry('sql', nov('4 10:59'), 'sal');
    expect(clock(told({ entries: [mql, sal, sql] }), 'stage_time')).toMatchObject({
      status: 'met',
      startedAt: nov('2 11:00'),
      dueAt: nov('4 11:00'),
      metBy: sql.factId,
    });
    expect(clock(told({ entries: [mql, sal] }), 'stage_time').status).toBe('breached');
  });

  test('[CLK3] a step back ends it without keeping it', () => {
    const entries = [mql, entry('sal', nov('2 11:00'), 'mql'), entry('lead', nov('3 9:00'), 'sal')];
    expect(clock(told({ entries }), 'stage_time')).toMatchObject({
      status: 'cancelled',
      endedAt: nov('3 9:00'),
    });
  });

  test('[TRI2] what began before the hand-off is counted from it', () => {
    const entries = [entry('sal', nov('1 9:00'))];
    expect(clock(told({ entries }), 'stage_time')).toMatchObject({ startedAt: nov('2 9:00') });
    expect(foldClocks(told({ entries, handoffs: [], backlog: true })).clocks).toEqual([]);
  });

  test('[CLK3] a stage the definitions no longer know counts as onward', () => {
    const entries = [mql, entry('sal', nov('2 11:00'), 'mql'), entry('renamed', nov('3 9:00'), 'sal')];
    expect(clock(told({ entries }), 'stage_time').status).toBe('met');
  });

  test('[CLK3] each stage by its own promise', () => {
    const inSql = policy('stage_time', { id: 'sql', stage: 'sql', target: { businessDays: 5 } });
    const entries = [mql, entry('sal', nov('2 11:00'), 'mql'), entry('sql', nov('3 11:00'), 'sal')];
    const input = story([inSql, IN_SAL], { now: nov('4 9:00'), entries });
    expect(clocks(input, 'stage_time').map((one) => [one.policy.id, one.dueAt])).toEqual([
      ['stage_time', nov('4 11:00')],
      ['sql', nov('10 11:00')],
    ]);
  });

  test('[CLK3] a stage nobody times has no clock', () => {
    expect(foldClocks(told({ entries: [mql] })).untimed.map(({ kind }) => kind)).not.toContain('stage_time');
  });
});

describe('marketing', () => {
  const NURTURE = policy('return_to_nurture', { party: 'marketing', target: { businessDays: 1 } });
  const returned = handoff(nov('2 9:00'), {
    answers: [answer('recycled', '2 15:00')],
    closed: { at: nov('2 15:00'), how: 'answered' },
  });
  const told = (parts: Partial<ClockInput>) =>
    clock(story([NURTURE], { now: nov('9 9:00'), handoffs: [returned], ...parts }), 'return_to_nurture');

  test('[CLK3] a recycled lead is nurtured in time', () => {
    const nurtureStarts = [
      { factId: 'n0', at: nov('1 9:00') },
      { factId: 'n1', at: nov('3 15:00') },
    ];
    expect(told({ nurtureStarts })).toMatchObject({
      status: 'met',
      metBy: 'n1',
      party: 'marketing',
      legs: [],
    });
    expect(told({})).toMatchObject({ status: 'breached', dueAt: nov('3 15:00') });
  });

  test('[CLK3] handed off again or out of reach, nobody has to nurture it', () => {
    expect(told({ handoffs: [returned, handoff(nov('3 9:00'), { id: 'h2' })] })).toMatchObject({
      status: 'cancelled',
      endedAt: nov('3 9:00'),
    });
    expect(told({ optedOutAt: nov('3 10:00') }).status).toBe('cancelled');
  });

  test('[HOF3] an answer corrected to recycled is owed from the correction', () => {
    const corrected = { ...returned, answers: [answer('recycled', '2 12:00', '4 12:00')] };
    expect(told({ handoffs: [corrected] })).toMatchObject({ startedAt: nov('4 12:00') });
  });

  test('[CLK3] the brief is complete once every required field is known', () => {
    const history = [
      version({
        policies: [policy('brief_completion', { party: 'marketing' })],
        required: ['budget', 'size'],
      }),
    ];
    const brief = (known: ClockInput['known']) =>
      clock(story([], { history, known, now: nov('2 12:00') }), 'brief_completion');
    const before = { from: nov('1 9:00'), to: null };
    expect(brief({ budget: [before], size: [before] })).toMatchObject({ status: 'met', tookMs: 0 });
    expect(brief({ budget: [before], size: [{ from: nov('2 10:00'), to: null }] })).toMatchObject({
      status: 'met',
      endedAt: nov('2 10:00'),
    });
    expect(brief({ budget: [before] })).toMatchObject({ status: 'running', dueAt: nov('2 13:00') });
    const apart = {
      budget: [{ from: nov('1 9:00'), to: nov('2 9:30') }],
      size: [{ from: nov('2 9:30'), to: null }],
    };
    expect(brief(apart).status).toBe('running');
  });
});

describe('a contested return', () => {
  const promises = [
    policy('contest_answer', { target: { businessDays: 1 } }),
    policy('first_response'),
    policy('acceptance'),
    policy('assignment', { target: { minutes: 5 } }),
  ];
  const answers = [answer('disqualified', '2 10:00')];

  test('[CLK3] the referee answers in time', () => {
    const open = { ...contest('upheld', '4 9:00'), decided: null };
    const waiting = handoff(nov('2 9:00'), { answers, contests: [open] });
    expect(
      clock(story(promises, { now: nov('3 10:00'), handoffs: [waiting] }), 'contest_answer'),
    ).toMatchObject({
      party: 'neutral',
      status: 'running',
      dueAt: nov('4 9:00'),
    });
    const decided = handoff(nov('2 9:00'), { answers, contests: [contest('upheld', '4 9:01')] });
    expect(clock(story(promises, { now: nov('5 9:00'), handoffs: [decided] }), 'contest_answer').status).toBe(
      'met_late',
    );
  });

  test('[HOF5] an upheld return begins nothing', () => {
    const upheld = handoff(nov('2 9:00'), { answers, contests: [contest('upheld', '4 9:00')] });
    const input = story(promises, { now: nov('4 10:00'), handoffs: [upheld] });
    expect(foldClocks(input).clocks.map(({ id }) => id)).toEqual([
      'h:assignment:0:1',
      'h:first_response:0:1',
      'h:acceptance:0:1',
      'h:contest_answer:0:1',
    ]);
  });

  test("[CLK3] an answer in the instant of the hand-off, or of the decision, is that round's", () => {
    const said = [answer('accepted', '2 9:00'), answer('disqualified', '2 10:00')];
    const again = [...said, answer('accepted', '4 9:00')];
    const reopened = handoff(nov('2 9:00'), { answers: again, contests: [contest('overturned', '4 9:00')] });
    const input = story(promises, { now: nov('4 10:00'), handoffs: [reopened] });
    expect(clocks(input, 'acceptance').map(({ status, endedAt }) => ({ status, endedAt }))).toEqual([
      { status: 'met', endedAt: nov('2 9:00') },
      { status: 'met', endedAt: nov('4 9:00') },
    ]);
  });

  test('[CLK3] accepting ends nothing but the acceptance', () => {
    const accepted = handoff(nov('2 9:00'), { answers: [answer('accepted', '2 9:30')] });
    const input = story(promises, { now: nov('2 10:00'), handoffs: [accepted] });
    expect(clock(input, 'first_response')).toMatchObject({ status: 'running', endedAt: null });
    expect(clock(input, 'acceptance')).toMatchObject({ status: 'met', endedAt: nov('2 9:30') });
  });

  test('[HOF5] an overturned return begins anew from the decision', () => {
    const reopened = handoff(nov('2 9:00'), { answers, contests: [contest('overturned', '4 9:00')] });
    const input = story(promises, { now: nov('4 10:00'), handoffs: [reopened] });
    expect(
      clocks(input, 'first_response').map(({ id, status, startedAt }) => ({ id, status, startedAt })),
    ).toEqual([
      { id: 'h:first_response:0:1', status: 'cancelled', startedAt: nov('2 9:00') },
      { id: 'h:first_response:1:1', status: 'running', startedAt: nov('4 9:00') },
    ]);
    expect(clocks(input, 'acceptance').map(({ status }) => status)).toEqual(['met', 'running']);
    // Its owner is still there: nobody waits for one.
    expect(clocks(input, 'assignment')).toHaveLength(1);
  });
});
