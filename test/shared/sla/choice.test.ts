import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../shared/definitions/policy.ts';
import type { Predicate, Verdict } from '../../../shared/predicate/predicate.ts';
import type { ClockInput } from '../../../shared/sla/clockInput.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { attempt, clock, clocks, nov, policy, story } from './story.ts';

const isLarge: Predicate = { field: 'size', atLeast: 200 };
const isTarget: Predicate = { field: 'targetAccount', is: true };

const general = policy('first_response', { id: 'general', target: { businessHours: 8 } });
const large = policy('first_response', {
  id: 'large',
  level: 'segment',
  when: isLarge,
  target: { businessHours: 4 },
});
const account = policy('first_response', {
  id: 'account',
  level: 'account',
  when: isTarget,
  target: { businessHours: 1 },
});

/** A field known from an instant on; unknown before. */
function knownFrom(at: number, verdict: Verdict = 'met'): Partial<ClockInput> {
  return { verdict: (_, moment) => (moment >= at ? verdict : 'unknown'), learnt: () => [at] };
}
function chosen(policies: Policy[], parts: Partial<ClockInput>) {
  const {
    policy: by,
    dueAt,
    status,
    moves,
  } = clock(story(policies, { now: nov('2 16:00'), ...parts }), 'first_response');
  return { id: by.id, dueAt, status, moves };
}

function metLater(_: Predicate, at: number): Verdict {
  return at > nov('2 9:00') ? 'met' : 'unmet';
}

describe('which policy', () => {
  test('[CLK4] account before segment before default', () => {
    expect(chosen([general, large, account], { verdict: () => 'met' }).id).toBe('account');
    expect(
      chosen([general, large, account], { verdict: (when) => (when === isLarge ? 'met' : 'unmet') }).id,
    ).toBe('large');
    expect(chosen([general, large, account], { verdict: () => 'unmet' }).id).toBe('general');
  });

  test('[CLK4] unknown does not match', () => {
    expect(chosen([general, large, account], { verdict: () => 'unknown' }).id).toBe('general');
  });

  test('[CLK4] within a level by order, then by id', () => {
    const [a, b, c] = [
      policy('first_response', { id: 'a', order: 2 }),
      policy('first_response', { id: 'c', order: 1 }),
      policy('first_response', { id: 'b', order: 1 }),
    ];
    expect(chosen([a, b, c], {}).id).toBe('b');
    expect(chosen([a, c, b], {}).id).toBe('b');
  });
});

describe('choosing again', () => {
  test('[CLK4] a field becomes known: the shorter promise, but never less than its target from that instant', () => {
    // Begun 09:00, due 17:00. Known at 10:00: 09:00 + 4 h = 13:00, 10:00 + 4 h = 14:00.
    expect(chosen([general, large], knownFrom(nov('2 10:00')))).toEqual({
      id: 'large',
      dueAt: nov('2 14:00'),
      status: 'breached',
      moves: [{ at: nov('2 10:00'), cause: 'rechosen', dueAt: nov('2 14:00') }],
    });
  });

  test('[CLK4] never later than the old due', () => {
    expect(chosen([general, large], knownFrom(nov('2 15:00'))).dueAt).toBe(nov('2 17:00'));
  });

  test('[CLK4] a longer promise counts from the start', () => {
    const patient = { ...large, target: { businessHours: 12 } };
    expect(chosen([general, patient], knownFrom(nov('2 10:00'))).dueAt).toBe(nov('3 13:00'));
  });

  test('[CLK4] known not to match, nothing changes', () => {
    expect(chosen([general, large], knownFrom(nov('2 10:00'), 'unmet'))).toMatchObject({
      id: 'general',
      moves: [],
    });
  });

  test('[CLK4] only a field becoming known: another verdict at another instant is not asked for', () => {
    expect(chosen([general, large], { verdict: metLater }).id).toBe('general');
  });

  test('[CLK4] a met clock is never rechosen', () => {
    const attempts = [attempt(nov('2 9:30'))];
    expect(chosen([general, large], { ...knownFrom(nov('2 10:00')), attempts })).toMatchObject({
      id: 'general',
      status: 'met',
    });
  });

  test('[CLK4] a breached clock is never rechosen', () => {
    const slow = { ...large, target: { businessHours: 40 } };
    const brief = { ...general, target: { businessHours: 1 } };
    expect(chosen([brief, slow], knownFrom(nov('2 11:00')))).toMatchObject({
      id: 'general',
      status: 'breached',
    });
    // At its very deadline it still runs (CLK6).
    expect(chosen([brief, slow], knownFrom(nov('2 10:00')))).toMatchObject({
      id: 'large',
      status: 'running',
    });
  });

  test('[CLK1] [CLK4] nothing matched at first: timed from when the field is known', () => {
    const input = story([large], { now: nov('2 10:30'), ...knownFrom(nov('2 11:00')) });
    expect(foldClocks(input).untimed).toContainEqual({
      kind: 'first_response',
      handoff: 'h',
      why: 'unknown',
    });
    expect(chosen([large], knownFrom(nov('2 11:00')))).toMatchObject({ id: 'large', dueAt: nov('2 15:00') });
  });

  test('[CLK1] [CLK4] done before anything was known, it was never timed', () => {
    const input = { ...knownFrom(nov('2 11:00')), attempts: [attempt(nov('2 9:30'))] };
    expect(clocks(story([large], { now: nov('2 16:00'), ...input }), 'first_response')).toEqual([]);
  });

  test('[CLK4] a field that becomes known at the very start of a later step counts for that step', () => {
    const [at, again] = [nov('2 12:00'), nov('3 12:00')];
    const quick = policy('cadence', {
      id: 'quick',
      level: 'segment',
      when: isLarge,
      target: { businessHours: 4 },
    });
    const slow = policy('cadence', { id: 'slow', target: { businessDays: 3 }, repeat: { times: 4 } });
    const input = { now: nov('3 13:00'), attempts: [attempt(at), attempt(again)], ...knownFrom(again) };
    const told = clocks(story([{ ...quick, repeat: { times: 4 } }, slow], input), 'cadence');
    expect(told.map(({ policy: by }) => by.id)).toEqual(['slow', 'slow', 'quick']);
  });

  test('[CLK4] a cadence goes on with the policy its last step had', () => {
    const quick = policy('cadence', {
      id: 'quick',
      level: 'segment',
      when: isLarge,
      target: { businessHours: 4 },
      repeat: { times: 4 },
    });
    const slow = policy('cadence', { id: 'slow', target: { businessDays: 3 }, repeat: { times: 4 } });
    const attempts = [attempt(nov('2 12:00')), attempt(nov('3 12:00'))];
    const told = clocks(
      story([quick, slow], { now: nov('3 13:00'), attempts, ...knownFrom(nov('2 10:00')) }),
      'cadence',
    );
    expect(told.map(({ policy: by, dueAt }) => [by.id, dueAt])).toEqual([
      ['quick', nov('2 14:00')],
      ['quick', nov('2 16:00')],
      ['quick', nov('3 16:00')],
    ]);
  });
});
