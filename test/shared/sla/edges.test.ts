/** Where a clock could go either way: leaving and coming back, two things in one instant, receipts word for word. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { ClockState } from '../../../shared/lead/state.ts';
import { breachOwner } from '../../../shared/sla/breachOwner.ts';
import { clockFacts, doneSteps } from '../../../shared/sla/clockFacts.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { stepsOfClock } from '../../../shared/sla/dueSteps.ts';
import { ownershipsOf } from '../../../shared/sla/ownership.ts';
import {
  attempt,
  clock,
  clocks,
  handoff,
  member,
  MONDAY,
  nov,
  policy,
  room,
  story,
  version,
} from './story.ts';

const toBruno = [{ at: MONDAY, owner: 'bruno', factId: 'o1' }];
const away = (...log: Parameters<typeof member>[1][]) => room({ members: [member('bruno', ...log)] });

describe('[CLK10] belonging to the workspace', () => {
  const spans = (people: ReturnType<typeof room>, now = nov('9 9:00')) =>
    ownershipsOf(toBruno, people, now).spans.map(({ from, to }) => [from, to]);

  test('ends with leaving and begins again with coming back', () => {
    const log = [
      { kind: 'left', at: nov('3 9:00') },
      { kind: 'joined', at: nov('5 9:00') },
    ] as const;
    expect(spans(away(...log))).toEqual([
      [MONDAY, nov('3 9:00')],
      [nov('5 9:00'), null],
    ]);
    expect(ownershipsOf(toBruno, away(...log), nov('4 9:00')).changesAt).toBe(nov('5 9:00'));
    expect(ownershipsOf(toBruno, away(...log), nov('6 9:00')).changesAt).toBeNull();
  });

  test('said twice is said once', () => {
    const twice = [
      { kind: 'joined', at: nov('1 9:00') },
      { kind: 'left', at: nov('3 9:00') },
      { kind: 'left', at: nov('4 9:00') },
    ] as const;
    expect(spans(away(...twice))).toEqual([[MONDAY, nov('3 9:00')]]);
  });

  test('of a stranger, or of nobody, is none; of the same owner again is one', () => {
    const of = (owner: string | null) =>
      ownershipsOf([{ at: MONDAY, owner, factId: 'o' }], room(), nov('9 9:00')).spans;
    expect([of(null), of('nobody')]).toEqual([[], []]);
    const again = [...toBruno, { at: nov('3 9:00'), owner: 'bruno', factId: 'o2' }];
    expect(ownershipsOf(again, room(), nov('9 9:00')).spans).toEqual([
      { owner: 'bruno', from: MONDAY, to: null, factId: 'o1' },
    ]);
  });
});

describe('[CLK10] a breach', () => {
  const due = nov('2 13:00');
  const late = (parts: Partial<ClockState>): ClockState => ({
    ...clock(story([policy('first_response')], { now: nov('2 14:00') }), 'first_response'),
    ...parts,
  });
  const leg = { owner: 'bruno', from: MONDAY, to: null, dueAt: due };
  test.each([
    ['whoever had it when it fell due', [leg], 'bruno'],
    [
      'whoever took it in that very instant',
      [
        { ...leg, to: due },
        { ...leg, owner: 'carla', from: due },
      ],
      'carla',
    ],
    ['nobody, whose own deadline lay later', [{ ...leg, dueAt: due + 1 }], null],
    ['nobody, whose own deadline is not known', [{ ...leg, dueAt: null }], null],
    ['nobody, when nobody had it', [{ ...leg, from: due + 1 }], null],
    ['nobody, when they had given it back', [{ ...leg, to: due }], null],
    ['nobody without legs', [], null],
    ['whoever had it then, though they gave it back since', [{ ...leg, to: due + 1 }], 'bruno'],
  ])('belongs to %s', (_, legs, owner) => {
    expect(breachOwner(late({ dueAt: due, legs }), room())).toBe(owner);
  });

  test('of a clock met late is still theirs; of one met in time or without deadline nobody has any', () => {
    expect(breachOwner(late({ status: 'met_late', legs: [leg] }), room())).toBe('bruno');
    expect(breachOwner(late({ status: 'met', legs: [leg] }), room())).toBeNull();
    expect(breachOwner(late({ dueAt: null, legs: [leg] }), room())).toBeNull();
  });
});

describe('[CLK7] receipts', () => {
  const promise = policy('first_response', {
    warn: [{ atPercent: 50, to: 'owner' }],
    escalate: [
      { after: { businessHours: 1 }, do: { notify: 'manager' } },
      { after: { businessHours: 2 }, do: 'return_to_pool' },
    ],
  });
  const written = (now: number, facts: readonly Fact[] = [], parts: Parameters<typeof story>[1] = {}) => {
    const input = story([promise], { now, ...parts });
    return clockFacts({ leadId: 'l', clocks: foldClocks(input).clocks, history: input.history, facts, now });
  };
  const CLOCK = 'h:first_response:0:1';

  test('say word for word what was done', () => {
    const warned = written(nov('2 11:00'));
    expect(warned).toMatchObject([
      { id: `d:l:clock:${CLOCK}:warned:1`, kind: 'clock.warned', body: { clock: CLOCK, step: 1 } },
    ]);
    const late = written(nov('2 15:00'), warned);
    expect(late).toMatchObject([
      { id: `d:l:clock:${CLOCK}:breached:1`, body: { clock: CLOCK, dueAt: nov('2 13:00') } },
      { id: `d:l:clock:${CLOCK}:escalated:1`, body: { clock: CLOCK, step: 1, action: 'notify:manager' } },
      { id: `d:l:clock:${CLOCK}:escalated:2`, body: { clock: CLOCK, step: 2, action: 'return_to_pool' } },
    ]);
    const attempts = [attempt(nov('2 12:00'), { id: 'a', recordedAt: nov('2 15:00') })];
    const corrected = written(nov('2 15:00'), [...warned, ...late], { attempts });
    expect(corrected).toMatchObject([
      { id: `d:l:clock:${CLOCK}:corrected`, kind: 'clock.corrected', body: { clock: CLOCK, attempt: 'a' } },
    ]);
    const all = [...warned, ...late, ...corrected];
    expect([...doneSteps(all)]).toEqual([
      `${CLOCK}:warned:1`,
      `${CLOCK}:breached:1`,
      `${CLOCK}:escalated:1`,
      `${CLOCK}:escalated:2`,
      `${CLOCK}:corrected`,
    ]);
    expect(written(nov('2 15:00'), all, { attempts })).toEqual([]);
  });

  test('correct nothing that no fact met', () => {
    const brief = policy('brief_completion');
    const input = story([brief], {
      now: nov('2 15:00'),
      history: [version({ policies: [brief], required: ['size'] })],
      known: { size: [{ from: MONDAY, to: null }] },
    });
    const breached = { clock: 'h:brief_completion:0:1', dueAt: nov('2 13:00') };
    const receipt = {
      id: 'x',
      leadId: 'l',
      at: 1,
      recordedAt: 1,
      actor: 's',
      observer: 'system',
      kind: 'clock.breached',
      body: breached,
    } as const;
    const state = clock(input, 'brief_completion');
    expect(state).toMatchObject({ status: 'met', metBy: null });
    expect(
      clockFacts({ leadId: 'l', clocks: [state], history: input.history, facts: [receipt], now: input.now }),
    ).toEqual([]);
  });

  test('of one instant stand in the order of their ids', () => {
    const twice = policy('first_response', {
      warn: [
        { atPercent: 50, to: 'manager' },
        { before: { businessHours: 2 }, to: 'owner' },
      ],
    });
    const input = story([twice], { now: nov('2 10:00') });
    const steps = stepsOfClock(clock(input, 'first_response'), input.history);
    expect(steps.map(({ kind, step, at }) => [kind, step, at])).toEqual([
      ['warn', 1, nov('2 11:00')],
      ['warn', 2, nov('2 11:00')],
      ['breach', 1, nov('2 13:00') + 1],
    ]);
  });

  test('past the compiled range there are none to come', () => {
    const far = policy('first_response', {
      escalate: [{ after: { businessHours: 90_000 }, do: 'reassign' }],
    });
    const input = story([far], { now: nov('2 10:00') });
    expect(stepsOfClock(clock(input, 'first_response'), input.history).map(({ kind }) => kind)).toEqual([
      'breach',
    ]);
  });
});

describe('[CLK4] a promise that nothing timed at first', () => {
  const sized = policy('first_response', { level: 'segment', when: { field: 'size', known: true } });
  const learntAt = (at: number, parts: Parameters<typeof story>[1] = {}) =>
    story([sized], {
      now: nov('2 16:00'),
      verdict: (_, when) => (when >= at ? 'met' : 'unknown'),
      learnt: () => [at],
      ...parts,
    });

  test('is timed once the field is known, and never to the harm of its owner', () => {
    expect(clock(learntAt(nov('2 12:00')), 'first_response')).toMatchObject({
      startedAt: MONDAY,
      dueAt: nov('2 16:00'),
    });
    expect(clock(learntAt(nov('2 8:00')), 'first_response').dueAt).toBe(nov('2 13:00'));
  });

  test('stays untimed when it was over before, or done before', () => {
    const over = { closed: { at: nov('2 11:00'), how: 'withdrawn' } } as const;
    expect(clocks(learntAt(nov('2 12:00'), { handoffs: [handoff(MONDAY, over)] }), 'first_response')).toEqual(
      [],
    );
    expect(clocks(learntAt(nov('2 11:00'), { handoffs: [handoff(MONDAY, over)] }), 'first_response')).toEqual(
      [],
    );
    expect(
      clocks(learntAt(nov('2 10:59'), { handoffs: [handoff(MONDAY, over)] }), 'first_response'),
    ).toMatchObject([{ status: 'cancelled' }]);
    expect(
      clocks(learntAt(nov('2 12:00'), { attempts: [attempt(nov('2 11:00'))] }), 'first_response'),
    ).toEqual([]);
  });
});

test('[CLK3] a brief is complete at the first instant all its fields are known at once', () => {
  const brief = policy('brief_completion', { party: 'marketing' });
  const history = [version({ policies: [brief], required: ['size', 'budget'] })];
  const at = (size: [string, string?][], budget: [string, string?][]) => {
    const spans = (said: [string, string?][]) =>
      said.map(([from, to]) => ({ from: nov(from), to: to === undefined ? null : nov(to) }));
    const known = { size: spans(size), budget: spans(budget) };
    return clock(story([brief], { history, known, now: nov('6 9:00') }), 'brief_completion').endedAt;
  };
  expect(at([['2 15:00']], [['2 12:00']])).toBe(nov('2 15:00'));
  expect(at([['2 10:00', '2 11:00'], ['2 16:00']], [['2 11:00', '2 12:00'], ['2 14:00']])).toBe(
    nov('2 16:00'),
  );
  expect(at([['2 8:00']], [['2 9:00']])).toBe(MONDAY);
  expect(at([['2 8:00', '2 9:00']], [['2 8:00']])).toBeNull();
});

test('[CLK5] nothing pauses a clock that waits for its owner', () => {
  const promise = policy('first_response', { pauses: ['snooze'] });
  const waiting = story([promise], { owners: [], snoozes: [{ from: MONDAY, to: nov('3 9:00') }] });
  expect(clock(waiting, 'first_response')).toMatchObject({ status: 'waiting', pauses: [], leftMs: null });
});

test('[CLK7] a clock is at risk from its first warning on, and still says since when once it is breached', () => {
  const warned = policy('first_response', {
    warn: [
      { atPercent: 75, to: 'owner' },
      { atPercent: 50, to: 'owner' },
    ],
  });
  const at = (now: string, parts: Parameters<typeof story>[1] = {}) => {
    const { status, atRisk, riskAt } = clock(story([warned], { now: nov(now), ...parts }), 'first_response');
    return [status, atRisk, riskAt];
  };
  expect(at('2 10:59')).toEqual(['running', false, nov('2 11:00')]);
  expect(at('2 11:00')).toEqual(['running', true, nov('2 11:00')]);
  expect(at('2 14:00')).toEqual(['breached', false, nov('2 11:00')]);
  expect(at('2 14:00', { handoffs: [handoff(MONDAY, { trial: true })] })).toEqual(['running', false, null]);
  expect(at('2 14:00', { attempts: [attempt(nov('2 12:00'))] })).toEqual(['met', false, null]);
  expect(at('2 14:00', { owners: [] })).toEqual(['waiting', false, null]);
});
