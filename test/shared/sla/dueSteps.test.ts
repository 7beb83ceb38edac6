import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../shared/definitions/policy.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { clockFacts, doneSteps } from '../../../shared/sla/clockFacts.ts';
import type { ClockInput } from '../../../shared/sla/clockInput.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { dueSteps, nextDueAt } from '../../../shared/sla/dueSteps.ts';
import { attempt, handoff, nov, policy, story } from './story.ts';

const WATCHED = policy('first_response', {
  warn: [
    { atPercent: 50, to: 'owner' },
    { before: { businessMinutes: 30 }, to: 'manager' },
  ],
  escalate: [
    { after: { businessHours: 2 }, do: { notify: 'manager' } },
    { after: { businessDays: 1 }, do: 'reassign' },
  ],
});
// Begun Monday 09:00, half gone at 11:00, due 13:00, escalated 15:00 and Tuesday 13:00.

function due(
  now: string,
  done: readonly string[] = [],
  parts: Partial<ClockInput> = {},
  by: Policy = WATCHED,
) {
  const input = story([by], { now: nov(now), ...parts });
  return dueSteps(foldClocks(input).clocks, input.history, new Set(done), input.now);
}
function next(now: string, done: readonly string[] = [], parts: Partial<ClockInput> = {}): number | null {
  const input = story([WATCHED], { now: nov(now), ...parts });
  const { clocks } = foldClocks(input);
  return nextDueAt({ clocks, snoozedUntil: input.snoozes.at(-1)?.to ?? null }, input.history, new Set(done));
}
/** Facts `decide` would have written by an instant, on top of those it wrote before. */
function receipts(now: number, facts: readonly Fact[], parts: Partial<ClockInput> = {}): readonly Fact[] {
  const input = story([WATCHED], { now, ...parts });
  const { clocks } = foldClocks(input);
  return clockFacts({ leadId: 'l', clocks, history: input.history, facts, now });
}

describe('steps', () => {
  test('[CLK7] warnings fall in the kind of time of the target, each when it is due', () => {
    expect(due('2 10:59')).toEqual([]);
    expect(due('2 11:00')).toEqual([
      {
        id: 'h:first_response:0:1:warned:1',
        clock: 'h:first_response:0:1',
        step: 1,
        at: nov('2 11:00'),
        kind: 'warn',
        to: 'owner',
      },
    ]);
    expect(due('2 12:30').map(({ kind, step }) => [kind, step])).toEqual([
      ['warn', 1],
      ['warn', 2],
    ]);
  });

  test('[CLK7] once breached, warnings are past; the breach and what escalates are due', () => {
    expect(due('2 13:00').map(({ kind }) => kind)).toEqual(['warn', 'warn']);
    expect(due('2 13:01').map(({ kind }) => kind)).toEqual(['breach']);
    expect(due('3 13:00').map(({ kind, at }) => [kind, at])).toEqual([
      ['breach', nov('2 13:00') + 1],
      ['escalate', nov('2 15:00')],
      ['escalate', nov('3 13:00')],
    ]);
  });

  test('[CLK7] each at most once per clock and step', () => {
    expect(due('2 12:30', ['h:first_response:0:1:warned:1']).map(({ step }) => step)).toEqual([2]);
  });

  test('[CLK7] [FCT6] what is due in one instant is done in the order of its ids, whichever clock came first', () => {
    const { history, ...input } = story([WATCHED, policy('acceptance')], { now: nov('2 13:00:01') });
    const { clocks } = foldClocks({ ...input, history });
    const ids = (some: typeof clocks) =>
      dueSteps(some, history, new Set(), input.now)
        .filter(({ at }) => at === nov('2 13:00') + 1)
        .map(({ id }) => id);
    const wanted = ['h:acceptance:0:1:breached:1', 'h:first_response:0:1:breached:1'];
    expect(ids(clocks)).toEqual(wanted);
    expect(ids(clocks.toReversed())).toEqual(wanted);
  });

  test('[CLK7] nothing is asked of a clock that is met, paused, over or in trial', () => {
    const attempts = [attempt(nov('2 10:00'))];
    expect(due('2 16:00', [], { attempts })).toEqual([]);
    const closed = { at: nov('2 10:00'), how: 'withdrawn' } as const;
    expect(due('2 16:00', [], { handoffs: [handoff(nov('2 9:00'), { closed })] })).toEqual([]);
    const snoozes = [{ from: nov('2 10:00'), to: nov('3 9:00') }];
    expect(due('2 16:00', [], { snoozes }, { ...WATCHED, pauses: ['snooze'] })).toEqual([]);
    expect(due('2 16:00', [], { handoffs: [handoff(nov('2 9:00'), { trial: true })] })).toEqual([]);
  });

  test('[CLK7] met late: the breach that was, and no more', () => {
    expect(due('5 9:00', [], { attempts: [attempt(nov('2 13:30'))] }).map(({ kind }) => kind)).toEqual([
      'breach',
    ]);
  });
});

describe('when to look again', () => {
  test('[CLK9] only the next instant at which something must be done', () => {
    expect(next('2 9:00')).toBe(nov('2 11:00'));
    const warned = ['h:first_response:0:1:warned:1', 'h:first_response:0:1:warned:2'];
    expect(next('2 12:30', warned)).toBe(nov('2 13:00') + 1);
    const breached = [...warned, 'h:first_response:0:1:breached:1'];
    expect(next('2 13:30', breached)).toBe(nov('2 15:00'));
    const all = [...breached, 'h:first_response:0:1:escalated:1', 'h:first_response:0:1:escalated:2'];
    expect(next('9 9:00', all)).toBeNull();
  });

  test('[CLK9] a missed alarm heals: what is due already is said to be due', () => {
    expect(next('2 16:00')).toBe(nov('2 13:00') + 1);
  });

  test('[CLK9] a pause is looked at again when it ends', () => {
    const snoozes = [{ from: nov('2 10:00'), to: nov('3 9:00') }];
    const input = story([{ ...WATCHED, pauses: ['snooze'] }], { now: nov('2 16:00'), snoozes });
    const { clocks } = foldClocks(input);
    expect(nextDueAt({ clocks, snoozedUntil: nov('3 9:00') }, input.history, new Set())).toBe(nov('3 9:00'));
  });
});

describe('receipts', () => {
  test('[FCT7] ids derived from lead, clock and step, at the instant of deciding', () => {
    expect(receipts(nov('2 11:05'), [])).toEqual([
      {
        id: 'd:l:clock:h:first_response:0:1:warned:1',
        leadId: 'l',
        at: nov('2 11:05'),
        recordedAt: nov('2 11:05'),
        actor: 'system',
        observer: 'system',
        kind: 'clock.warned',
        body: { clock: 'h:first_response:0:1', step: 1 },
      },
    ]);
  });

  test('[FCT7] deciding again after writing them yields nothing', () => {
    const written = receipts(nov('4 9:00'), []);
    expect(written.map(({ kind }) => kind)).toEqual(['clock.breached', 'clock.escalated', 'clock.escalated']);
    expect(receipts(nov('4 9:00'), written)).toEqual([]);
    expect(doneSteps(written).size).toBe(3);
  });

  test('[ATT3] a late report corrects the breach, once', () => {
    const breached = receipts(nov('2 14:00'), []);
    const attempts = [attempt(nov('2 12:00'), { id: 'a', recordedAt: nov('2 17:00') })];
    const corrected = receipts(nov('2 17:00'), breached, { attempts });
    expect(corrected).toMatchObject([
      { kind: 'clock.corrected', body: { clock: 'h:first_response:0:1', attempt: 'a' } },
    ]);
    expect(receipts(nov('2 17:01'), [...breached, ...corrected], { attempts })).toEqual([]);
  });
});
