/** Where a clock begins and ends, to the instant: what counts of pauses, legs and steps beyond that. */
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../shared/definitions/policy.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { nextDueAt, stepsOfClock } from '../../../shared/sla/dueSteps.ts';
import { riskFrom } from '../../../shared/sla/warning.ts';
import { attempt, clock, handoff, member, MONDAY, nov, policy, room, story, version } from './story.ts';

const promise = [policy('first_response', { pauses: ['snooze'] })];
const snoozed = [{ from: nov('2 10:00'), to: nov('2 12:00') }];
const of = (input: Parameters<typeof clock>[0]) => clock(input, 'first_response');
const running = { leads: 'stay', clocks: 'running' } as const;

describe('what is over', () => {
  const met = story(promise, { now: nov('2 10:30'), attempts: [attempt(nov('2 10:00'))] });

  test('[FCT5] holds for good, whatever its deadline was', () => {
    expect(of(met)).toMatchObject({ status: 'met', dueAt: nov('2 13:00') });
    expect(foldClocks(met).validUntil).toBeNull();
    const trial = { handoffs: [handoff(MONDAY, { trial: true })] };
    expect(foldClocks(story(promise, trial)).validUntil).toBeNull();
  });

  test('[CLK5] met in a pause has no time left and no end of it to wait for', () => {
    const during = { ...met, snoozes: [{ from: nov('2 9:30'), to: nov('2 12:00') }] };
    expect(of(during)).toMatchObject({
      status: 'met',
      leftMs: null,
      pauses: [{ from: nov('2 9:30'), to: nov('2 10:00') }],
    });
    expect(foldClocks(during).validUntil).toBeNull();
  });

  test('[CLK5] is paused by nothing that came later', () => {
    const later = [{ from: nov('2 10:15'), to: nov('2 10:20') }];
    expect(of({ ...met, snoozes: later })).toMatchObject({ dueAt: nov('2 13:00'), pauses: [], moves: [] });
  });

  test('[HOF3] is not met by what came after it was no longer owed; at that instant it is', () => {
    const closed = { closed: { at: nov('2 11:00'), how: 'withdrawn' } } as const;
    const status = (at: string) =>
      of(
        story(promise, {
          now: nov('2 12:30'),
          handoffs: [handoff(MONDAY, closed)],
          attempts: [attempt(nov(at))],
        }),
      ).status;
    expect([status('2 11:00'), status('2 11:00:01')]).toEqual(['met', 'cancelled']);
  });

  test('[CLK6] ended exactly at its deadline was in time', () => {
    const ended = (at: string) => {
      const closed = { closed: { at: nov(at), how: 'withdrawn' } } as const;
      return of(story(promise, { now: nov('3 9:00'), handoffs: [handoff(MONDAY, closed)] })).status;
    };
    expect([ended('2 13:00'), ended('2 13:00:01')]).toEqual(['cancelled', 'breached']);
  });

  test('[CLK3] steps are a cadence’s only', () => {
    expect(of(story([policy('first_response', { repeat: { times: 5 } })])).of).toBe(1);
  });
});

describe('pauses', () => {
  const next = (hours: number, at = '2 12:30') =>
    version({
      version: 2,
      policies: [policy('first_response', { pauses: ['snooze'], target: { businessHours: hours } })],
      effectiveAt: nov(at),
      choices: running,
    });
  const published = (at: string, now: string) =>
    of(
      story([], {
        history: [version({ policies: promise }), next(6, at)],
        snoozes: snoozed,
        now: nov(now),
      }),
    );

  test('[CLK5][CLK8] stay listed when a new version takes over, cut where it did', () => {
    expect(published('2 12:30', '2 13:00')).toMatchObject({ dueAt: nov('2 17:00'), pauses: snoozed });
    expect(published('2 11:00', '2 13:00').pauses).toEqual([
      { from: nov('2 10:00'), to: nov('2 11:00') },
      { from: nov('2 11:00'), to: nov('2 12:00') },
    ]);
  });

  test('[CLK5] of no length, after the deadline or still to come move nothing', () => {
    const due = (...spans: [string, string][]) =>
      of(
        story(promise, {
          now: nov('2 16:00'),
          snoozes: spans.map(([a, b]) => ({ from: nov(a), to: nov(b) })),
        }),
      );
    expect(due(['2 10:00', '2 10:00'])).toMatchObject({ dueAt: nov('2 13:00'), pauses: [] });
    expect(due(['2 13:00:01', '2 15:00'])).toMatchObject({ status: 'breached', pauses: [] });
    // Begun in the very instant of the deadline it is still in time.
    expect(due(['2 13:00', '2 15:00'])).toMatchObject({ dueAt: nov('2 15:00') });
    expect(due(['1 9:00', '1 10:00'])).toMatchObject({ dueAt: nov('2 13:00') });
    const ahead = story(promise, {
      now: nov('2 10:00'),
      snoozes: [{ from: nov('2 10:00:01'), to: nov('2 12:00') }],
    });
    expect(of(ahead)).toMatchObject({ status: 'running', pauses: [] });
    // Nothing open was taken: the night.
    const night = story(promise, {
      owners: [{ at: nov('2 16:00'), owner: 'bruno', factId: 'o' }],
      snoozes: [{ from: nov('2 18:00'), to: nov('2 20:00') }],
      now: nov('3 9:00'),
    });
    expect(of(night)).toMatchObject({ moves: [], pauses: [{ from: nov('2 18:00'), to: nov('2 20:00') }] });
  });
});

describe('a promise made late', () => {
  const history = [
    version({ policies: [policy('first_response', { when: { field: 'size', known: true } })] }),
  ];
  const learntAt = nov('2 12:00');
  const late = (from: 'unknown' | 'unmet', parts: Partial<Parameters<typeof clock>[0]>) =>
    story([], {
      history,
      verdict: (_, at) => (at >= learntAt ? 'met' : from),
      learnt: () => [learntAt],
      now: nov('2 15:30'),
      ...parts,
    });

  test('[CLK4] is met by what was done since, in that instant too, and never made where it could not match', () => {
    const done = (at: string) => of(late('unknown', { attempts: [attempt(nov(at))] }));
    expect(done('2 12:00')).toMatchObject({ status: 'met', endedAt: learntAt });
    expect(done('2 13:00')).toMatchObject({ status: 'met', dueAt: nov('2 16:00') });
    const never = foldClocks(late('unmet', {}));
    expect(never.clocks.filter(({ kind }) => kind === 'first_response')).toEqual([]);
  });

  test('[CLK4][CLK5] is paused from then on, or from its start where that is later', () => {
    const paused = [
      version({
        policies: [policy('first_response', { when: { field: 'size', known: true }, pauses: ['snooze'] })],
      }),
    ];
    const span = (from: string, to: string) => [{ from: nov(from), to: nov(to) }];
    const due = (parts: Partial<Parameters<typeof clock>[0]>) =>
      of(late('unknown', { history: paused, ...parts })).dueAt;
    expect(due({ snoozes: span('2 10:00', '2 11:00') })).toBe(nov('2 16:00'));
    expect(due({ snoozes: span('2 12:30', '2 13:30') })).toBe(nov('2 17:00'));
    const owners = [{ at: nov('2 14:00'), owner: 'bruno', factId: 'o' }];
    expect(due({ owners, snoozes: span('2 12:30', '2 13:30') })).toBe(nov('3 10:00'));
  });
});

describe('steps', () => {
  const warn: Policy['warn'] = [
    { atPercent: 75, to: 'owner' },
    { atPercent: 50, to: 'manager' },
    { atPercent: 50, to: 'owner' },
  ];
  const escalate: Policy['escalate'] = [
    { after: { businessHours: 2 }, do: 'reassign' },
    { after: { businessHours: 1 }, do: { notify: 'manager' } },
  ];

  test('[CLK7] come by their instants, then by their names, out of the clock’s own version and policy', () => {
    const own = policy('first_response', { id: 'own', warn, escalate });
    const history = [
      version({ policies: [policy('first_response', { id: 'own' }), policy('acceptance')] }),
      version({ version: 2, policies: [policy('acceptance'), own], effectiveAt: nov('1 9:00') }),
    ];
    const input = story([], { history });
    const steps = stepsOfClock(of(input), history);
    expect(steps.map(({ kind, step, at }) => [kind, step, at])).toEqual([
      ['warn', 2, nov('2 11:00')],
      ['warn', 3, nov('2 11:00')],
      ['warn', 1, nov('2 12:00')],
      ['breach', 1, nov('2 13:00') + 1],
      ['escalate', 2, nov('2 14:00')],
      ['escalate', 1, nov('2 15:00')],
    ]);
    const late = of({ ...input, now: nov('2 14:30') });
    expect(stepsOfClock(late, history).map(({ kind, step }) => [kind, step])).toEqual([
      ['breach', 1],
      ['escalate', 2],
      ['escalate', 1],
    ]);
    expect(stepsOfClock(late, history.slice(0, 1)).map(({ kind }) => kind)).toEqual(['breach']);
  });

  test('[CLK7] of what is paused, waits or is met there are none', () => {
    const history = [
      version({ policies: [policy('first_response', { pauses: ['snooze'], warn, escalate })] }),
    ];
    const at = (parts: Partial<Parameters<typeof clock>[0]>) =>
      stepsOfClock(of(story([], { history, now: nov('2 11:00'), ...parts })), history);
    expect(at({ snoozes: snoozed })).toEqual([]);
    expect(at({ owners: [] })).toEqual([]);
    expect(at({ attempts: [attempt(nov('2 10:00'))] })).toEqual([]);
  });

  test('[CLK9] the end of a snooze is waited for only by what it holds', () => {
    const history = [version({ policies: [policy('first_response', { pauses: ['snooze'] })] })];
    const next = (parts: Partial<Parameters<typeof clock>[0]>, snoozedUntil: number | null) =>
      nextDueAt(
        { clocks: [of(story([], { history, now: nov('2 11:00'), ...parts }))], snoozedUntil },
        history,
        new Set(),
      );
    expect(next({ snoozes: snoozed }, nov('2 12:00'))).toBe(nov('2 12:00'));
    expect(next({ snoozes: snoozed }, null)).toBeNull();
    expect(next({}, nov('2 12:00'))).toBe(nov('2 13:00') + 1);
  });

  test('[CLK7] a clock is at risk from the earliest of its warnings', () => {
    const { office } = version({ policies: [] }).calendars;
    if (office === undefined) throw new Error('the story has office hours');
    const risk = (...some: Policy['warn']) =>
      riskFrom(policy('reply', { warn: some }), office, MONDAY, nov('2 13:00'));
    const [late, early] = warn;
    if (late === undefined || early === undefined) throw new Error('there are three');
    expect([risk(late, early), risk(early, late), risk(late)]).toEqual([
      nov('2 11:00'),
      nov('2 11:00'),
      nov('2 12:00'),
    ]);
  });
});

describe('legs', () => {
  const told = (...changes: [string, string | null][]) =>
    changes.map(([at, owner], place) => ({ at: nov(at), owner, factId: `o${place}` }));
  const legs = (parts: Partial<Parameters<typeof clock>[0]>) =>
    of(story([policy('first_response')], { now: nov('2 12:00'), ...parts })).legs.map(
      ({ owner, from, to, dueAt }) => [owner, from, to, dueAt],
    );

  test('[CLK10] are of those who owned it while it ran, its last instant included', () => {
    const owners = told(['1 9:00', 'carla'], ['2 9:00', 'bruno'], ['2 11:00', 'carla'], ['2 11:30', 'bruno']);
    expect(legs({ owners, attempts: [attempt(nov('2 11:00'))] })).toEqual([
      ['bruno', MONDAY, nov('2 11:00'), nov('2 13:00')],
      ['carla', nov('2 11:00'), nov('2 11:00'), nov('2 15:00')],
    ]);
    expect(legs({ owners: told(['2 9:00', 'bruno'], ['2 11:00', 'carla']) })).toEqual([
      ['bruno', MONDAY, nov('2 11:00'), nov('2 13:00')],
      ['carla', nov('2 11:00'), null, nov('2 15:00')],
    ]);
  });

  test('[CLK10] give grace to whoever takes over, not to the first', () => {
    const grace = policy('first_response', { target: { businessMinutes: 10 }, grace: { businessHours: 2 } });
    const owners = told(['2 9:00', 'bruno'], ['2 9:05', 'carla']);
    const dues = of(story([grace], { owners, now: nov('2 9:06') })).legs.map(({ dueAt }) => dueAt);
    expect(dues).toEqual([nov('2 9:10'), nov('2 11:05')]);
  });

  test('[CLK10] nobody’s time, the same instant and those not there are no ownership', () => {
    const left = member(
      'bruno',
      { kind: 'left', at: nov('2 10:00') },
      { kind: 'joined', at: nov('2 11:00') },
    );
    const people = room({ members: [left, member('carla')] });
    const owners = told(['2 9:00', 'carla'], ['2 9:00', 'bruno']);
    expect(legs({ owners, room: people })).toEqual([
      ['bruno', MONDAY, nov('2 10:00'), nov('2 13:00')],
      ['bruno', nov('2 11:00'), null, nov('2 15:00')],
    ]);
    expect(
      legs({ owners: told(['2 9:00', 'bruno'], ['2 10:30', null], ['2 10:45', 'carla']), room: people }),
    ).toEqual([
      ['bruno', MONDAY, nov('2 10:00'), nov('2 13:00')],
      ['carla', nov('2 10:45'), null, nov('2 14:45')],
    ]);
  });

  test('[FCT5] a leaving already known is waited for, one of this instant has happened', () => {
    const leaves = (at: string) => room({ members: [member('bruno', { kind: 'left', at: nov(at) })] });
    const at = (when: string) =>
      story([policy('first_response')], { now: nov('2 10:00'), room: leaves(when) });
    expect(foldClocks(at('2 10:30')).validUntil).toBe(nov('2 10:30'));
    expect(of(at('2 10:30')).legs).toMatchObject([{ to: null }]);
    expect(of(at('2 10:00')).legs).toMatchObject([{ to: nov('2 10:00') }]);
  });
});
