import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../shared/definitions/policy.ts';
import type { ClockInput } from '../../../shared/sla/clockInput.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { attempt, clock, nov, policy, story } from './story.ts';

const PAUSABLE = policy('first_response', { pauses: ['snooze'], warn: [{ atPercent: 50, to: 'owner' }] });

function told(parts: Partial<ClockInput>, by: Policy = PAUSABLE) {
  return clock(story([by], parts), 'first_response');
}

const snooze = (from: string, to: string) => ({ from: nov(from), to: nov(to) });

describe('pauses', () => {
  test('[CLK5] while paused it shows what is left and no deadline', () => {
    const input = { now: nov('2 11:00'), snoozes: [snooze('2 10:00', '4 9:00')] };
    expect(told(input)).toMatchObject({
      status: 'paused',
      dueAt: null,
      riskAt: null,
      leftMs: 3 * HOUR_MS,
      pauses: [{ from: nov('2 10:00'), to: null }],
    });
    expect(foldClocks(story([PAUSABLE], input)).validUntil).toBe(nov('4 9:00'));
  });

  test('[CLK5] afterwards the deadline has moved by the open time paused', () => {
    // Paused seven hours on Monday, eight on Tuesday: due Monday 13:00 moves to Wednesday 12:00.
    expect(told({ now: nov('4 9:00'), snoozes: [snooze('2 10:00', '4 9:00')] })).toMatchObject({
      status: 'running',
      dueAt: nov('4 12:00'),
      riskAt: nov('4 10:00'),
      leftMs: null,
      moves: [{ at: nov('4 9:00'), cause: 'pause', dueAt: nov('4 12:00') }],
    });
  });

  test('[CLK5] wall time moves by wall time, business days by open time', () => {
    const snoozes = [snooze('2 10:00', '4 9:00')];
    const wall = { ...PAUSABLE, target: { hours: 24 } };
    expect(told({ now: nov('4 9:00'), snoozes }, wall).dueAt).toBe(nov('5 8:00'));
    const days = { ...PAUSABLE, target: { businessDays: 1 } };
    // Tuesday 09:00, and fifteen open hours paused.
    expect(told({ now: nov('4 9:00'), snoozes }, days).dueAt).toBe(nov('4 16:00'));
  });

  test('[CLK5] never unless the policy lists it', () => {
    const strict = { ...PAUSABLE, pauses: [] };
    const snoozes = [snooze('2 10:00', '4 9:00')];
    expect(told({ now: nov('2 11:00'), snoozes }, strict)).toMatchObject({
      status: 'running',
      dueAt: nov('2 13:00'),
    });
  });

  test('[CLK5] a pause begun too late saves nothing', () => {
    const snoozes = [snooze('2 13:01', '4 9:00')];
    expect(told({ now: nov('2 14:00'), snoozes })).toMatchObject({
      status: 'breached',
      dueAt: nov('2 13:00'),
      pauses: [],
    });
  });

  test('[CLK5] several pauses add up, overlapping time once', () => {
    const snoozes = [
      snooze('2 10:00', '2 11:00'),
      snooze('2 10:30', '2 11:30'),
      snooze('2 12:00', '2 12:30'),
    ];
    expect(told({ now: nov('2 13:00'), snoozes }).dueAt).toBe(nov('2 15:00'));
  });

  test('[CLK5] done during a pause is done', () => {
    const input = {
      now: nov('3 9:00'),
      snoozes: [snooze('2 10:00', '4 9:00')],
      attempts: [attempt(nov('2 12:00'))],
    };
    expect(told(input)).toMatchObject({
      status: 'met',
      pauses: [{ from: nov('2 10:00'), to: nov('2 12:00') }],
    });
  });

  test('[CLK5] begun while snoozed, it is paused from its start', () => {
    expect(told({ now: nov('2 9:30'), snoozes: [snooze('1 9:00', '3 9:00')] })).toMatchObject({
      status: 'paused',
      leftMs: 4 * HOUR_MS,
      pauses: [{ from: nov('2 9:00'), to: null }],
    });
  });
});
