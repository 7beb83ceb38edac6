/** Corners of clocks: nothing to choose from, deadlines past what is compiled, several things in one instant. */
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Policy } from '../../../shared/definitions/policy.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { instantOfLocal, localMsOf } from '../../../shared/sla/localTime.ts';
import { lengthMs } from '../../../shared/sla/target.ts';
import { riskFrom, warningAt } from '../../../shared/sla/warning.ts';
import { calendarOf } from '../calendar/zones.ts';
import { attempt, clock, clocks, member, MONDAY, nov, policy, room, story, version } from './story.ts';

const sized = (parts: Partial<Policy> = {}) =>
  policy('first_response', { when: { field: 'size', known: true }, ...parts });
const running = { leads: 'stay', clocks: 'running' } as const;
const publishedAt = nov('2 12:00');
const untimed = (input: Parameters<typeof foldClocks>[0]) =>
  foldClocks(input).untimed.find(({ kind }) => kind === 'first_response')?.why;

describe('a promise nobody could choose at first', () => {
  const history = [version({ policies: [sized()] })];
  const unknown = story([], { history, verdict: () => 'unknown', now: nov('2 13:00') });

  test('[CLK4] is not made by a version published since, nor by what that one asks', () => {
    const next = version({ version: 2, policies: [sized()], effectiveAt: publishedAt, choices: running });
    const verdict = (_: unknown, at: number) => (at >= publishedAt ? 'met' : 'unknown');
    const input = { ...unknown, history: [...history, next], verdict };
    expect(untimed(input)).toBe('unknown');
    const learnt = (_: unknown, { version: number }: { version: number }) =>
      number === 2 ? [nov('2 12:30')] : [];
    expect(untimed({ ...input, learnt })).toBe('unknown');
  });

  test('[CLK4] stays unmade when what became known does not match', () => {
    const learntAt = nov('2 12:00');
    const verdict = (_: unknown, at: number) => (at >= learntAt ? 'unmet' : 'unknown');
    expect(untimed({ ...unknown, verdict, learnt: () => [learntAt] })).toBe('unknown');
  });

  test('[CLK4] is made while it still waits for an owner, and has its whole target then', () => {
    const learntAt = nov('2 12:00');
    const verdict = (_: unknown, at: number) => (at >= learntAt ? 'met' : 'unknown');
    const input = { ...unknown, verdict, learnt: () => [learntAt], owners: [] };
    expect(clock(input, 'first_response')).toMatchObject({ status: 'waiting', dueAt: null });
    const owners = [{ at: nov('2 12:45'), owner: 'bruno', factId: 'o' }];
    expect(clock({ ...input, owners }, 'first_response').dueAt).toBe(nov('2 16:45'));
  });
});

describe('a policy that would be chosen again', () => {
  const general = policy('first_response');

  test('[CLK8] but whose match is not known leaves the clock as it is', () => {
    const next = version({
      version: 2,
      policies: [sized({ target: { businessHours: 1 } })],
      effectiveAt: publishedAt,
      choices: running,
    });
    const history = [version({ policies: [general] }), next];
    const input = story([], { history, verdict: () => 'unknown', now: nov('2 12:30') });
    expect(clock(input, 'first_response')).toMatchObject({ dueAt: nov('2 13:00'), policy: { version: 1 } });
  });

  test('[CLK4] and no longer matches leaves the clock as it is', () => {
    const learntAt = nov('2 10:00');
    const history = [version({ policies: [sized()] })];
    const verdict = (_: unknown, at: number) => (at >= learntAt ? 'unmet' : 'met');
    const input = story([], { history, verdict, learnt: () => [learntAt], now: nov('2 11:00') });
    expect(clock(input, 'first_response')).toMatchObject({ status: 'running', dueAt: nov('2 13:00') });
  });

  test('[CLK4][CLK8] in one instant by a publish and by what became known is chosen by the publish first', () => {
    const short = sized({ id: 'short', level: 'segment', target: { businessHours: 1 } });
    const first = version({ policies: [general, short] });
    const second = version({
      version: 2,
      policies: [
        { ...general, target: { businessHours: 6 } },
        { ...short, target: { businessHours: 2 } },
      ],
      effectiveAt: publishedAt,
      choices: running,
    });
    const verdict = (_: unknown, at: number) => (at >= publishedAt ? 'met' : 'unmet');
    const parts = { verdict, learnt: () => [publishedAt], now: nov('2 12:30') };
    const told = clock(story([], { history: [first, second], ...parts }), 'first_response');
    expect(told).toMatchObject({
      policy: { id: 'short', version: 2 },
      dueAt: nov('2 13:00'),
      moves: [],
    });
  });
});

describe('past what is compiled', () => {
  const far = { businessDays: 1_000 };

  test('[CAL3] there is a clock, with legs, and no deadline', () => {
    const promise = policy('first_response', {
      target: far,
      grace: far,
      warn: [{ atPercent: 50, to: 'owner' }],
    });
    const owners = [
      { at: MONDAY, owner: 'bruno', factId: 'o1' },
      { at: nov('2 9:30'), owner: 'carla', factId: 'o2' },
    ];
    const state = clock(story([promise], { owners, now: nov('30 9:00') }), 'first_response');
    expect(state).toMatchObject({ status: 'running', dueAt: null, riskAt: null });
    expect(state.legs.map(({ owner, dueAt }) => [owner, dueAt])).toEqual([
      ['bruno', null],
      ['carla', null],
    ]);
  });

  test('[CLK10] an owner without hours to come has no deadline of their own', () => {
    const hours = compileCalendar('day', calendarOf('UTC'), nov('1 0:00'), nov('3 0:00'), 1);
    const [bruno, carla] = ['bruno', 'carla'].map((id) =>
      member(id, { kind: 'hours', at: MONDAY - 1, calendar: 'day' }),
    );
    if (bruno === undefined || carla === undefined) throw new Error('there are two');
    const owners = [
      { at: nov('2 14:00'), owner: 'bruno', factId: 'o1' },
      { at: nov('2 16:30'), owner: 'carla', factId: 'o2' },
    ];
    const people = room({ members: [bruno, carla], calendars: { day: hours } });
    const input = story([policy('first_response')], { room: people, owners, now: nov('3 9:00') });
    expect(clock(input, 'first_response').dueAt).toBe(nov('3 10:00'));
    expect(clock(input, 'first_response').legs.map(({ dueAt }) => dueAt)).toEqual([null, null]);
  });

  test('[CAL3] a pause may push a deadline', () => {
    const to = Date.UTC(2027, 1, 28, 12);
    const promise = policy('first_response', { pauses: ['snooze'] });
    const input = story([promise], { snoozes: [{ from: nov('2 10:00'), to }], now: to });
    expect(clock(input, 'first_response')).toMatchObject({ status: 'running', dueAt: null, moves: [] });
  });

  test('[CLK7] warnings fall at the start at the latest, and as near as is known', () => {
    const { calendars } = version({ policies: [] });
    const { office } = calendars;
    if (office === undefined) throw new Error('the story has office hours');
    const due = nov('3 12:00');
    const before = { before: { businessDays: 900 }, to: 'owner' } as const;
    expect(warningAt(before, policy('reply'), office, MONDAY, due)).toBe(MONDAY);
    const half = { atPercent: 50, to: 'owner' } as const;
    // Of a target past the range only the way to the deadline is known: 8 h + 3 h, half of it before the due.
    expect(warningAt(half, policy('reply', { target: far }), office, MONDAY, due)).toBe(nov('2 14:30'));
    const long = policy('reply', { target: { businessHours: 500 } });
    const early = office.from + 10 * 3_600_000;
    expect(warningAt({ atPercent: 1, to: 'owner' }, long, office, office.from, early)).toBe(office.from);
    expect(riskFrom(policy('reply'), office, MONDAY, due)).toBeNull();
  });
});

test('[CAL4] only business days have no length of their own, and a zone without changes is UTC', () => {
  const lengths = [
    { minutes: 1 },
    { hours: 1 },
    { businessMinutes: 2 },
    { businessHours: 2 },
    { businessDays: 1 },
  ];
  expect(lengths.map(lengthMs)).toEqual([60_000, 3_600_000, 120_000, 7_200_000, null]);
  expect([localMsOf([], 5), instantOfLocal([], 5)]).toEqual([5, 5]);
});

test('[CLK3] a cadence that says no number is one try', () => {
  const input = story([policy('cadence')], { attempts: [attempt(nov('2 10:00'))], now: nov('5 9:00') });
  expect(clocks(input, 'cadence').map(({ step, of, status }) => [step, of, status])).toEqual([[1, 1, 'met']]);
});

test('[CLK3] a message that came when replies were no longer promised leaves the clock of the one before', () => {
  const next = version({ version: 2, policies: [], effectiveAt: nov('3 9:00') });
  const input = story([], {
    history: [version({ policies: [policy('reply')] }), next],
    attempts: [attempt(nov('2 9:30')), attempt(nov('2 10:30'))],
    replies: [nov('2 10:00'), nov('4 10:00')].map((at) => ({ factId: `r${at}`, at, outOfOffice: false })),
    now: nov('4 12:00'),
  });
  const { clocks: all, untimed: none } = foldClocks(input);
  expect(all.filter(({ kind }) => kind === 'reply').map(({ status }) => status)).toEqual(['met']);
  expect(none.map(({ kind }) => kind)).not.toContain('reply');
});

test('[CLK5] a pause without an end is one until it has one', () => {
  const promise = policy('first_response', { pauses: ['snooze'] });
  const input = story([promise], { snoozes: [{ from: nov('2 10:00'), to: null }], now: nov('9 9:00') });
  expect(clock(input, 'first_response')).toMatchObject({ status: 'paused', leftMs: 3 * 3_600_000 });
  expect(foldClocks(input).validUntil).toBeNull();
});

test('[CAL8] hours nobody compiled are those of the policy', () => {
  const bruno = member('bruno', { kind: 'hours', at: MONDAY - 1, calendar: 'lost' });
  const input = story([policy('first_response')], { room: room({ members: [bruno] }) });
  expect(clock(input, 'first_response').legs).toMatchObject([{ owner: 'bruno', dueAt: nov('2 13:00') }]);
});
