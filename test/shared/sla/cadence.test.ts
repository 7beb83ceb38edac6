import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../../shared/lead/state.ts';
import type { ClockInput } from '../../../shared/sla/clockInput.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { calendarOf, weekOf } from '../calendar/zones.ts';
import { attempt, clocks, handoff, nov, policy, story, version } from './story.ts';

const RHYTHM = policy('cadence', { target: { businessDays: 1 }, repeat: { times: 3 } });

function rhythm(attempts: Attempt[], parts: Partial<ClockInput> = {}) {
  const input = story([RHYTHM], { now: nov('20 9:00'), attempts, ...parts });
  return clocks(input, 'cadence').map(({ step, status, startedAt, dueAt }) => ({
    step,
    status,
    startedAt,
    dueAt,
  }));
}

describe('cadence', () => {
  test('[CLK3] each step is due from the attempt that satisfied the one before, and it ends at K', () => {
    const attempts = [
      attempt(nov('2 15:00')),
      attempt(nov('3 10:00')),
      attempt(nov('5 10:00')),
      attempt(nov('6 9:00')),
    ];
    expect(rhythm(attempts)).toEqual([
      { step: 1, status: 'met', startedAt: nov('2 9:00'), dueAt: nov('3 9:00') },
      { step: 2, status: 'met', startedAt: nov('2 15:00'), dueAt: nov('3 15:00') },
      { step: 3, status: 'met_late', startedAt: nov('3 10:00'), dueAt: nov('4 10:00') },
    ]);
  });

  test('[CLK3] only one attempt a date counts', () => {
    const attempts = [attempt(nov('2 10:00')), attempt(nov('2 11:00')), attempt(nov('2 16:00'))];
    const steps = rhythm(attempts, { now: nov('3 9:30') });
    expect(steps).toEqual([
      { step: 1, status: 'met', startedAt: nov('2 9:00'), dueAt: nov('3 9:00') },
      { step: 2, status: 'running', startedAt: nov('2 10:00'), dueAt: nov('3 10:00') },
    ]);
  });

  test.each(['bounced', 'wrong_person'] as const)('[ATT9] %s is no step', (outcome) => {
    const steps = rhythm([attempt(nov('2 10:00'), { outcome })], { now: nov('2 12:00') });
    expect(steps).toMatchObject([{ step: 1, status: 'running' }]);
  });

  test.each(['connected', 'replied', 'meeting_booked'] as const)(
    '[CLK3] %s satisfies its step and ends it',
    (outcome) => {
      const attempts = [attempt(nov('2 10:00')), attempt(nov('3 9:30'), { outcome })];
      expect(rhythm(attempts)).toMatchObject([
        { step: 1, status: 'met' },
        { step: 2, status: 'met' },
      ]);
    },
  );

  test('[CLK3] a conversation later the same date ends the step that was running', () => {
    const attempts = [attempt(nov('2 10:00')), attempt(nov('2 15:00'), { outcome: 'connected' })];
    expect(rhythm(attempts)).toMatchObject([
      { step: 1, status: 'met' },
      { step: 2, status: 'cancelled' },
    ]);
  });

  test('[CLK3] a reply ends it; an out-of-office does not', () => {
    const attempts = [attempt(nov('2 10:00'))];
    const reply = { factId: 'r', at: nov('2 16:00'), outOfOffice: false };
    expect(rhythm(attempts, { replies: [reply] })).toMatchObject([
      { status: 'met' },
      { status: 'cancelled' },
    ]);
    const away = { ...reply, outOfOffice: true };
    expect(rhythm(attempts, { replies: [away] })).toMatchObject([{ status: 'met' }, { status: 'breached' }]);
  });

  test('[CLK3] an answer ends it', () => {
    const at = nov('2 12:00');
    const answers = [{ factId: 'f', answer: 'accepted', at, since: at, by: 'bruno' } as const];
    expect(rhythm([], { handoffs: [handoff(nov('2 9:00'), { answers })] })).toMatchObject([
      { status: 'cancelled' },
    ]);
  });

  test('[CLK3] waits for an owner like the first response', () => {
    expect(rhythm([], { owners: [] })).toEqual([
      { step: 1, status: 'waiting', startedAt: null, dueAt: null },
    ]);
  });

  test('[CLK3] the date of an attempt in the small hours is that of its night shift', () => {
    const night = calendarOf('UTC', weekOf([['22:00', '06:00']]));
    const history = [version({ policies: [{ ...RHYTHM, calendar: 'night' }], calendars: { night } })];
    // Attempts at 23:00 on Monday and 02:00 on Tuesday belong to one Monday night.
    const attempts = [attempt(nov('2 23:00')), attempt(nov('3 2:00'))];
    const told = clocks(story([], { now: nov('3 4:00'), history, attempts }), 'cadence');
    expect(told.map(({ status }) => status)).toEqual(['met', 'running']);
  });

  test('[FCT5] says until when it holds', () => {
    const { validUntil } = foldClocks(story([RHYTHM], { now: nov('2 9:30') }));
    expect(validUntil).toBe(nov('3 9:00') + 1);
  });
});
