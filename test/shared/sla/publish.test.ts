import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../shared/definitions/policy.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { attempt, clock, nov, policy, story, version } from './story.ts';

const general = policy('first_response', { id: 'general', target: { businessHours: 8 } });
const first = version({ policies: [general] });

function published(policies: Policy[], clocksChoice: 'new' | 'running', at = '2 12:00') {
  return version({
    version: 2,
    policies,
    effectiveAt: nov(at),
    choices: { leads: 'stay', clocks: clocksChoice },
  });
}

const shorter = { ...general, target: { businessHours: 2 } };

const due = (next: Policy, at: string) =>
  clock(
    story([], { now: nov('2 16:59'), history: [first, published([next], 'running', at)] }),
    'first_response',
  ).dueAt;

describe('publishing', () => {
  test('[CLK8] a clock keeps its version when new clocks only', () => {
    const told = clock(
      story([], { now: nov('2 13:00'), history: [first, published([shorter], 'new')] }),
      'first_response',
    );
    expect(told).toMatchObject({ dueAt: nov('2 17:00'), policy: { version: 1 } });
  });

  test('[CLK8] running ones too: not before effectiveAt + the new target, so nobody is late for the past', () => {
    const told = clock(
      story([], { now: nov('2 13:00'), history: [first, published([shorter], 'running')] }),
      'first_response',
    );
    expect(told).toMatchObject({
      status: 'running',
      dueAt: nov('2 14:00'),
      policy: { version: 2 },
      moves: [{ at: nov('2 12:00'), cause: 'published', dueAt: nov('2 14:00') }],
    });
  });

  test('[CLK8] never later than the old due, unless the new promise itself is longer', () => {
    expect(due(shorter, '2 16:30')).toBe(nov('2 17:00'));
    expect(due({ ...general, target: { businessHours: 10 } }, '2 16:30')).toBe(nov('3 11:00'));
  });

  test('[CLK8] what is met or breached stays as it was', () => {
    const history = [version({ policies: [shorter] }), published([general], 'running')];
    expect(clock(story([], { now: nov('2 13:00'), history }), 'first_response')).toMatchObject({
      status: 'breached',
      policy: { version: 1 },
    });
    const attempts = [attempt(nov('2 10:00'))];
    expect(clock(story([], { now: nov('2 13:00'), history, attempts }), 'first_response')).toMatchObject({
      status: 'met',
      policy: { version: 1 },
    });
  });

  test('[CLK8] a promise the new agreement no longer makes is cancelled', () => {
    const history = [first, published([], 'running')];
    expect(clock(story([], { now: nov('2 13:00'), history }), 'first_response')).toMatchObject({
      status: 'cancelled',
      endedAt: nov('2 12:00'),
    });
  });

  test('[FCT5] a version still to come bounds how long this holds', () => {
    const history = [first, published([shorter], 'running')];
    const input = story([], { now: nov('2 11:00'), history });
    expect(foldClocks(input).validUntil).toBe(nov('2 12:00'));
    expect(clock(input, 'first_response')).toMatchObject({ dueAt: nov('2 17:00'), policy: { version: 1 } });
  });
});

describe('trial', () => {
  const unsigned = version({ policies: [general], signed: false });
  const signed = version({ version: 2, policies: [general], effectiveAt: nov('4 9:00') });
  const input = story([], { history: [unsigned, signed] });
  const handoffs = input.handoffs.map((one) => ({ ...one, trial: true }));

  test('[TRI1] grey: runs past its deadline without a breach, and warns nobody', () => {
    expect(clock({ ...input, handoffs, now: nov('3 12:00') }, 'first_response')).toMatchObject({
      trial: true,
      status: 'running',
      atRisk: false,
      riskAt: null,
    });
    expect(foldClocks({ ...input, handoffs, now: nov('3 12:00') }).validUntil).toBe(nov('4 9:00'));
  });

  test('[TRI1] late in trial is not late', () => {
    const attempts = [attempt(nov('3 12:00'))];
    expect(clock({ ...input, handoffs, attempts, now: nov('3 13:00') }, 'first_response').status).toBe('met');
  });

  test('[TRI1] cancelled when the first signed version takes effect', () => {
    expect(clock({ ...input, handoffs, now: nov('4 9:00') }, 'first_response')).toMatchObject({
      status: 'cancelled',
      endedAt: nov('4 9:00'),
    });
  });
});
