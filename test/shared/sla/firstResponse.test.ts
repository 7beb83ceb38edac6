import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../shared/definitions/policy.ts';
import type { Attempt } from '../../../shared/lead/state.ts';
import type { ClockStatus } from '../../../shared/lead/vocabulary.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { attempt, clock, clocks, handoff, member, nov, policy, room, story, version } from './story.ts';

const PROMISE = [policy('first_response', { warn: [{ atPercent: 75, to: 'owner' }] })];
const DUE = nov('2 13:00');

function declared(at: number, recordedAt: number, id = 'x'): Attempt {
  return attempt(at, { evidence: 'declared', recordedAt, id });
}

/** A UUIDv7 of an instant. */
function idMadeAt(at: number): string {
  const stamp = at.toString(16).padStart(12, '0');
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7abc-8def-0123456789ab`;
}

function status(acceptStated: Policy['acceptStated'], made: Attempt): ClockStatus {
  const input = story([policy('first_response', { acceptStated })], { now: nov('6 9:00'), attempts: [made] });
  return clock(input, 'first_response').status;
}

describe('first response', () => {
  test('[CLK3] runs from hand-off, due after the target in open time', () => {
    expect(clock(story(PROMISE), 'first_response')).toMatchObject({
      id: 'h:first_response:0:1',
      status: 'running',
      startedAt: nov('2 9:00'),
      dueAt: DUE,
      riskAt: nov('2 12:00'),
      atRisk: false,
      policy: { id: 'first_response', version: 1, level: 'default', calendar: 'office' },
    });
  });

  test('[CLK3] waits for an active owner and starts with the later of hand-off and owner', () => {
    const alone = story(PROMISE, { owners: [], now: nov('2 10:00') });
    expect(clock(alone, 'first_response')).toMatchObject({ status: 'waiting', startedAt: null, dueAt: null });
    const owned = story(PROMISE, {
      owners: [{ at: nov('2 11:00'), owner: 'bruno', factId: 'o' }],
      now: nov('2 12:00'),
    });
    expect(clock(owned, 'first_response')).toMatchObject({
      startedAt: nov('2 11:00'),
      dueAt: nov('2 15:00'),
    });
  });

  test('[CLK3] an owner who has not joined yet is not active, and the state says until when', () => {
    const joining = member('dora');
    const people = room({ members: [{ ...joining, log: [{ kind: 'joined', at: nov('2 12:00') }] }] });
    const owners = [{ at: nov('2 9:00'), owner: 'dora', factId: 'o' }];
    const before = foldClocks(story(PROMISE, { owners, room: people }));
    expect(before.clocks[0]).toMatchObject({ status: 'waiting' });
    expect(before.validUntil).toBe(nov('2 12:00'));
    const after = story(PROMISE, { owners, room: people, now: nov('2 12:00') });
    expect(clock(after, 'first_response')).toMatchObject({ status: 'running', startedAt: nov('2 12:00') });
  });

  test('[CLK6] equal is in time, one millisecond later is late', () => {
    const inTime = story(PROMISE, { now: nov('3 9:00'), attempts: [attempt(DUE)] });
    expect(clock(inTime, 'first_response')).toMatchObject({
      status: 'met',
      endedAt: DUE,
      tookMs: 4 * HOUR_MS,
    });
    const late = story(PROMISE, { now: nov('3 9:00'), attempts: [attempt(DUE + 1)] });
    expect(clock(late, 'first_response')).toMatchObject({ status: 'met_late', dueAt: DUE });
    expect(clock(story(PROMISE, { now: DUE }), 'first_response').status).toBe('running');
    expect(clock(story(PROMISE, { now: DUE + 1 }), 'first_response').status).toBe('breached');
  });

  test('[CLK1] at risk from the first warning on, and no longer once met', () => {
    expect(clock(story(PROMISE, { now: nov('2 12:00') - 1 }), 'first_response').atRisk).toBe(false);
    expect(clock(story(PROMISE, { now: nov('2 12:00') }), 'first_response').atRisk).toBe(true);
    const met = story(PROMISE, { now: nov('2 12:30'), attempts: [attempt(nov('2 12:10'))] });
    expect(clock(met, 'first_response')).toMatchObject({ status: 'met', atRisk: false, riskAt: null });
  });

  test.each([
    ['bounced', 'met'],
    ['wrong_person', 'met'],
    ['refused', 'met'],
  ] as const)('[ATT9] an attempt that ended %s has met it', (outcome, status) => {
    const input = story(PROMISE, { attempts: [attempt(nov('2 9:30'), { outcome })] });
    expect(clock(input, 'first_response').status).toBe(status);
  });

  test('[ATT4] [ATT9] what is not genuine, or came before the hand-off, meets nothing', () => {
    const attempts = [attempt(nov('2 8:59')), attempt(nov('2 9:30'), { genuine: false, automatic: true })];
    expect(clock(story(PROMISE, { attempts }), 'first_response').status).toBe('running');
  });

  test('[ATT9] made while no owner is active it meets with no open time spent', () => {
    const unowned = story(PROMISE, { owners: [], attempts: [attempt(nov('2 9:30'))] });
    expect(clock(unowned, 'first_response')).toMatchObject({
      status: 'met',
      startedAt: nov('2 9:30'),
      tookMs: 0,
    });
    const ownedAfter = { ...unowned, owners: [{ at: nov('2 9:31'), owner: 'bruno', factId: 'o' }] };
    expect(clock(ownedAfter, 'first_response')).toMatchObject({
      status: 'met',
      startedAt: nov('2 9:30'),
      tookMs: 0,
    });
  });

  test('[ATT3] a late report counts by when it was made', () => {
    const reported = attempt(nov('2 10:00'), { recordedAt: nov('4 9:00') });
    const input = story(PROMISE, { now: nov('4 9:00'), attempts: [reported] });
    expect(clock(input, 'first_response')).toMatchObject({ status: 'met', tookMs: HOUR_MS });
  });
});

describe('declared times', () => {
  test('[ATT6] accepted on the same day by default, not a day later', () => {
    expect(status(undefined, declared(nov('2 10:00'), nov('2 20:00')))).toBe('met');
    expect(status(undefined, declared(nov('2 10:00'), nov('3 9:00')))).toBe('breached');
  });

  test('[ATT6] a policy may refuse them or take them for some days', () => {
    expect(status(false, declared(nov('2 10:00'), nov('2 10:05')))).toBe('breached');
    expect(status({ withinDays: 2 }, declared(nov('2 10:00'), nov('4 10:00')))).toBe('met');
    expect(status({ withinDays: 2 }, declared(nov('2 10:00'), nov('4 10:01')))).toBe('breached');
  });

  test('[ATT6] a day offline does not make a declaration late: its id says when it was made', () => {
    expect(status(undefined, declared(nov('2 10:00'), nov('4 9:00'), idMadeAt(nov('2 11:00'))))).toBe('met');
    expect(status(undefined, declared(nov('2 10:00'), nov('4 9:00'), idMadeAt(nov('3 11:00'))))).toBe(
      'breached',
    );
  });

  test('[ATT6] a device whose clock is days ahead or behind is not punished for it', () => {
    expect(status(undefined, declared(nov('2 10:00'), nov('2 12:00'), idMadeAt(nov('9 9:00'))))).toBe('met');
    expect(status(undefined, declared(nov('2 10:00'), nov('2 12:00'), idMadeAt(nov('1 9:00'))))).toBe('met');
  });
});

describe('assignment', () => {
  const promise = [policy('assignment', { target: { minutes: 5 } })];

  test('[CLK3] [FCT7] the machine is timed from when the evidence held, not from when it decided', () => {
    const slow = handoff(nov('2 9:04'), { since: nov('2 9:00') });
    const owners = [{ at: nov('2 9:06'), owner: 'bruno', factId: 'o' }];
    expect(clock(story(promise, { handoffs: [slow], owners }), 'assignment')).toMatchObject({
      startedAt: nov('2 9:00'),
      dueAt: nov('2 9:05'),
      status: 'met_late',
      metBy: 'o',
      tookMs: 6 * 60_000,
    });
  });

  test('[CLK3] an owner already on the lead meets it at the hand-off', () => {
    const owners = [{ at: nov('1 9:00'), owner: 'bruno', factId: 'o' }];
    expect(clock(story(promise, { owners }), 'assignment')).toMatchObject({
      status: 'met',
      endedAt: nov('2 9:00'),
    });
  });

  test('[CLK3] runs and is late while nobody active owns the lead', () => {
    const nobody = story(promise, { owners: [{ at: nov('2 9:00'), owner: 'nobody', factId: 'o' }] });
    expect(clock(nobody, 'assignment')).toMatchObject({ status: 'breached', startedAt: nov('2 9:00') });
  });
});

describe('acceptance', () => {
  const promise = [policy('acceptance', { target: { businessDays: 1 } })];
  const answers = [
    { factId: 'f', answer: 'accepted', at: nov('2 15:00'), since: nov('2 15:00'), by: 'bruno' } as const,
  ];

  test('[CLK3] met by any answer; an attempt is none', () => {
    const tried = story(promise, { attempts: [attempt(nov('2 9:30'))] });
    expect(clock(tried, 'acceptance')).toMatchObject({ status: 'running', dueAt: nov('3 9:00') });
    const answered = story(promise, { now: nov('4 9:00'), handoffs: [handoff(nov('2 9:00'), { answers })] });
    expect(clock(answered, 'acceptance')).toMatchObject({
      status: 'met',
      metBy: 'f',
      endedAt: nov('2 15:00'),
    });
  });

  test('[HOF1] opened already accepted, nothing of this is owed', () => {
    const all = [...promise, ...PROMISE, policy('assignment'), policy('cadence')];
    const input = story(all, { handoffs: [handoff(nov('2 9:00'), { accepted: true })] });
    expect(foldClocks(input).clocks).toEqual([]);
  });
});

describe('what is not timed', () => {
  test('[CLK1] no policy is said so, never a number', () => {
    const { clocks: found, untimed } = foldClocks(story([]));
    expect(found).toEqual([]);
    expect(untimed).toContainEqual({ kind: 'first_response', handoff: 'h', why: 'no_policy' });
  });

  test('[CLK1] unknown at every level is said so', () => {
    const when = { field: 'country', is: 'BR' };
    const input = story([policy('first_response', { when })], { verdict: () => 'unknown' });
    expect(foldClocks(input).untimed).toContainEqual({
      kind: 'first_response',
      handoff: 'h',
      why: 'unknown',
    });
    expect(clocks(input, 'first_response')).toEqual([]);
  });

  test('[HOF3] a withdrawn hand-off cancels what runs and keeps what was late', () => {
    const closed = { at: nov('2 11:00'), how: 'withdrawn' } as const;
    const early = story(PROMISE, { now: nov('5 9:00'), handoffs: [handoff(nov('2 9:00'), { closed })] });
    expect(clock(early, 'first_response')).toMatchObject({ status: 'cancelled', endedAt: nov('2 11:00') });
    const tooLate = { at: nov('2 13:01'), how: 'withdrawn' } as const;
    const late = story(PROMISE, {
      now: nov('5 9:00'),
      handoffs: [handoff(nov('2 9:00'), { closed: tooLate })],
    });
    expect(clock(late, 'first_response')).toMatchObject({ status: 'breached', endedAt: nov('2 13:01') });
  });

  test('[HOF3] closed before anybody owned it, it never began', () => {
    const closed = { at: nov('2 10:00'), how: 'withdrawn' } as const;
    const owners = [{ at: nov('2 11:00'), owner: 'bruno', factId: 'o' }];
    const input = story(PROMISE, {
      now: nov('5 9:00'),
      owners,
      handoffs: [handoff(nov('2 9:00'), { closed })],
    });
    expect(clock(input, 'first_response')).toMatchObject({ status: 'cancelled', startedAt: null, legs: [] });
  });

  test('[HOF3] an exclusion that comes later ends what runs; one that stood before does not', () => {
    const excluded = (said: string) =>
      clock(story(PROMISE, { now: nov('2 12:00'), excludedAt: nov(said) }), 'first_response').status;
    expect(excluded('2 11:00')).toBe('cancelled');
    expect(excluded('2 9:00')).toBe('running');
  });

  test('[CLK1] a version that starts later does not time what began before', () => {
    const later = version({ version: 2, policies: PROMISE, effectiveAt: nov('2 12:00') });
    const input = story([], { history: [version({ policies: [] }), later], now: nov('2 13:00') });
    expect(clocks(input, 'first_response')).toEqual([]);
  });
});
