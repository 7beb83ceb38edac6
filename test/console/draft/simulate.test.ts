/** Clocks tried on an imagined lead are the engine's own: same policy, same deadline, same steps. */
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Policy, Target } from '../../../shared/definitions/policy.ts';
import { starterFor } from '../../../shared/definitions/starters.ts';
import { BUSINESSES } from '../../../shared/definitions/business.ts';
import { CLOCK_KINDS, LANGUAGES } from '../../../shared/lead/vocabulary.ts';
import { stepsOfClock } from '../../../shared/sla/dueSteps.ts';
import { isWallTime, lengthMs } from '../../../shared/sla/target.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { countedPeriods } from '../../../worker/console/draft/forms/policies/counted.ts';
import { conditionsOf, type Imagined, keyOf } from '../../../worker/console/draft/forms/policies/imagined.ts';
import { nextFriday } from '../../../worker/console/draft/forms/policies/moment.ts';
import { asVersion, simulate } from '../../../worker/console/draft/forms/policies/simulate.ts';
import * as told from '../../shared/lead/agreement.ts';

const { at } = told;
const plain = (when: number, parts: Partial<Imagined> = {}): Imagined => ({
  at: when,
  hours: null,
  segment: null,
  conditions: {},
  ...parts,
});

function week(opens: string, closes: string, lunch: readonly [string, string] | null = null): Calendar {
  const hours: [string, string][] = lunch
    ? [
        [opens, lunch[0]],
        [lunch[1], closes],
      ]
    : [[opens, closes]];
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
  return {
    label: 'Office',
    zone: 'UTC',
    week: Object.fromEntries(days.map((day) => [day, hours])),
    holidays: [],
  };
}

function promising(target: Target, calendar: Calendar, parts: Partial<Policy> = {}): Definitions {
  const { policies } = told.agreement();
  return told.agreement({
    policies: policies.map((policy) => ({ ...policy, target, ...parts })),
    calendars: { office: calendar },
  });
}

describe('the vectors of the calendars, through the simulator', () => {
  // 2 November 2026 was a Monday.
  const nineToFive = week('09:00', '17:00');
  const tenToSix = week('10:00', '18:00');
  const lunch = week('09:00', '17:00', ['12:00', '13:00']);
  test.each([
    ['Fri 16:30 + 1 h', nineToFive, '2026-11-06', '16:30', { businessHours: 1 }, '2026-11-09', '09:30'],
    ['Sat 18:00 + 1 h', nineToFive, '2026-11-07', '18:00', { businessHours: 1 }, '2026-11-09', '10:00'],
    ['Wed 07:00 + 2 h', nineToFive, '2026-11-04', '07:00', { businessHours: 2 }, '2026-11-04', '11:00'],
    ['Wed 15:00 + 10 h', tenToSix, '2026-11-04', '15:00', { businessHours: 10 }, '2026-11-05', '17:00'],
    ['Wed 20:00 + 10 h', tenToSix, '2026-11-04', '20:00', { businessHours: 10 }, '2026-11-06', '12:00'],
    ['Mon 12:30 + 1 day', lunch, '2026-11-02', '12:30', { businessDays: 1 }, '2026-11-03', '13:00'],
    ['Fri 17:40 + 30 min', nineToFive, '2026-11-06', '17:40', { businessMinutes: 30 }, '2026-11-09', '09:30'],
    ['Sat 18:00 + 2 h wall', nineToFive, '2026-11-07', '18:00', { hours: 2 }, '2026-11-07', '20:00'],
  ] as const)('[CAL6] %s', (_, calendar, on, time, target, dueOn, dueTime) => {
    const version = told.version(promising(target, calendar));
    const [one] = simulate(version, plain(at(on, time)));
    expect(one?.clock?.dueAt).toBe(at(dueOn, dueTime));
    // What is shown as counted adds up to what was promised.
    const { clock, calendar: compiled } = one ?? {};
    if (!clock || !compiled) throw new Error('no clock');
    const counted = countedPeriods(clock, compiled).reduce((sum, { start, end }) => sum + end - start, 0);
    // Of the day in days: Monday afternoon and Tuesday morning.
    expect(counted).toBe(isWallTime(target) ? 0 : (lengthMs(target) ?? 7 * HOUR_MS));
  });
});

describe('against a lead lived through by the worker', () => {
  const definitions = told.agreement({ policies: told.everyPolicy() });
  const version = told.version(definitions);
  const history = [version];
  const world = { history };
  const friday = at('2026-03-06', '17:40');
  const monday = at('2026-03-09', '10:00');

  /** Fast-tracked, tried, answered them, accepted, given back, contested. */
  function lived(industry: string) {
    const fields = { name: 'Ana', company: 'Acme', industry };
    const facts = [
      told.captured(friday - HOUR_MS, { fields }),
      told.signal('demo', friday),
      told.attempt(monday, 'bruno'),
      told.fact('reply.received', monday + HOUR_MS, { channel: 'email' }),
    ];
    const opened = told.live(facts, monday + 2 * HOUR_MS, world);
    const handoff = told.stateAfter(opened, monday + 2 * HOUR_MS, world).handoffs[0]?.id ?? '';
    const answer = (when: number, body: Parameters<typeof told.fact<'handoff.answered'>>[2]) =>
      told.fact('handoff.answered', when, body, { actor: 'bruno', observer: 'hand' });
    const more = [
      ...opened,
      answer(monday + 3 * HOUR_MS, { handoff, answer: 'accepted' }),
      told.fact(
        'stage.set',
        monday + 4 * HOUR_MS,
        { stage: 'lead', reason: 'not_now' },
        { actor: 'bruno', observer: 'hand' },
      ),
    ];
    const until = monday + 6 * HOUR_MS;
    return told.stateAfter(told.live(more, until, world), until, world).clocks;
  }

  test.each([
    ['health', 'health'],
    ['retail', null],
  ] as const)('[CLK4] every clock of a lead in %s is due when the simulator says', (industry, segment) => {
    const clocks = lived(industry).filter(({ startedAt, step }) => startedAt !== null && step === 1);
    expect(new Set(clocks.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
    for (const clock of clocks) {
      const imagined = simulate(version, plain(clock.startedAt ?? 0, { segment }));
      const same = imagined.find(({ kind }) => kind === clock.kind)?.clock;
      expect([same?.kind, same?.policy.id, same?.dueAt]).toEqual([clock.kind, clock.policy.id, clock.dueAt]);
    }
  });

  test('[CLK7] warnings, breach and escalations stand where the worker will carry them out', () => {
    const facts = [told.captured(friday - HOUR_MS, { fields: { name: 'Ana' } }), told.signal('demo', friday)];
    const state = told.stateAfter(told.live(facts, friday, world), friday, world);
    for (const kind of ['first_response', 'acceptance', 'cadence', 'brief_completion'] as const) {
      const clock = state.clocks.find((one) => one.kind === kind);
      const imagined = simulate(version, plain(friday)).find((one) => one.kind === kind);
      if (!clock || !imagined) throw new Error(`no ${kind}`);
      expect(imagined.clock?.riskAt).toBe(clock.riskAt);
      expect(imagined.steps.map(({ kind, at }) => [kind, at])).toEqual(
        stepsOfClock(clock, history).map(({ kind, at }) => [kind, at]),
      );
    }
  });

  test('[CLK10] in the owner’s own hours the deadline is their leg’s', () => {
    const hours = compileCalendar('late', week('14:00', '18:00'), at('2026-01-01'), at('2027-01-01'), 1);
    const room = {
      ...told.ROOM,
      members: told.ROOM.members.map((one) =>
        one.id === 'bruno' || one.id === 'carla'
          ? { ...one, log: [...one.log, { kind: 'hours', at: at('2025-01-01'), calendar: 'late' } as const] }
          : one,
      ),
      calendars: { late: hours },
    };
    const facts = [told.captured(friday - HOUR_MS, { fields: { name: 'Ana' } }), told.signal('demo', friday)];
    const own = { history, room };
    const clock = told
      .stateAfter(told.live(facts, friday, own), friday, own)
      .clocks.find(({ kind }) => kind === 'first_response');
    const imagined = simulate(version, plain(friday, { hours })).find(
      ({ kind }) => kind === 'first_response',
    );
    expect(imagined?.clock?.legs[0]?.dueAt).toBe(clock?.legs[0]?.dueAt);
    expect(imagined?.clock?.legs[0]?.dueAt).not.toBe(imagined?.clock?.dueAt);
  });
});

describe('which promise, and why', () => {
  const strategic = { emailDomain: true, inList: 'competitors' } as const;
  const big = { field: 'employees', atLeast: 500 } as const;
  const of = (id: string, level: Policy['level'], order: number, when?: Policy['when']): Policy => ({
    id,
    label: id,
    kind: 'first_response',
    party: 'sales',
    level,
    order,
    ...(when ? { when } : {}),
    target: { businessHours: 1 },
    calendar: 'office',
    warn: [],
    escalate: [],
  });
  const definitions = told.agreement({
    policies: [
      of('everybody', 'default', 1),
      of('health', 'segment', 1, { all: [{ segment: 'health' }, { not: big }] }),
      of('named', 'account', 2, strategic),
      of('first', 'account', 1, { all: [strategic, big] }),
    ],
  });
  const version = told.version(definitions);
  const trying = (lead: Partial<Imagined>) => {
    const [one] = simulate(version, plain(at('2026-03-04', '10:00'), lead));
    return one?.tried.map(({ policy, verdict }) => `${policy.id} ${verdict}`);
  };

  test('[CLK4] account before segment before default, then order; what comes after is not asked', () => {
    expect(trying({})).toEqual(['first unmet', 'named unmet', 'health unmet', 'everybody met']);
    expect(trying({ segment: 'health' })).toEqual([
      'first unmet',
      'named unmet',
      'health met',
      'everybody next',
    ]);
    expect(trying({ conditions: { [keyOf(strategic)]: 'met' } })).toEqual([
      'first unmet',
      'named met',
      'health next',
      'everybody next',
    ]);
  });

  test('[PRD2] what is not known does not match, and stays unknown through not', () => {
    expect(
      trying({ segment: 'health', conditions: { [keyOf(strategic)]: 'met', [keyOf(big)]: 'unknown' } }),
    ).toEqual(['first unknown', 'named met', 'health next', 'everybody next']);
    expect(trying({ segment: 'health', conditions: { [keyOf(big)]: 'unknown' } })).toEqual([
      'first unmet',
      'named unmet',
      'health unknown',
      'everybody met',
    ]);
  });

  test('each condition is asked about once; the segment has a choice of its own', () => {
    expect(conditionsOf([definitions, definitions]).map(keyOf).toSorted()).toEqual(
      [keyOf(big), keyOf(strategic)].toSorted(),
    );
  });
});

describe('a draft', () => {
  const monday = at('2026-11-30', '10:00');
  const inForce = told.version(promising({ businessHours: 4 }, week('09:00', '17:00')));
  const due = (definitions: Definitions, when: number) =>
    simulate(asVersion(definitions, inForce, when), plain(when))[0]?.clock?.dueAt;

  test('a shorter promise and a new holiday move the deadline, and nothing else does', () => {
    const friday = at('2026-11-27', '16:00');
    expect(due(inForce.definitions, friday)).toBe(at('2026-11-30', '12:00'));
    expect(due(promising({ businessHours: 1 }, week('09:00', '17:00')), friday)).toBe(
      at('2026-11-27', '17:00'),
    );
    const closed = { ...week('09:00', '17:00'), holidays: [{ on: '2026-11-30', label: 'Closed' }] };
    expect(due(promising({ businessHours: 4 }, closed), friday)).toBe(at('2026-12-01', '12:00'));
  });

  test('a zone nobody knows leaves its promises without a clock, and breaks nothing', () => {
    const nowhere = { ...week('09:00', '17:00'), zone: 'Nowhere/At_all' };
    expect(due(promising({ businessHours: 4 }, nowhere), monday)).toBeUndefined();
  });

  test('it is the next version, with its own calendars', () => {
    const version = asVersion(inForce.definitions, inForce, monday);
    expect([version.version, Object.keys(version.calendars)]).toEqual([2, ['office']]);
  });
});

test('every promise of every starter can be tried', () => {
  for (const business of BUSINESSES)
    for (const language of LANGUAGES) {
      const definitions = starterFor(business, language);
      const inForce = told.version(told.agreement());
      const version = asVersion(definitions, inForce, at('2026-11-27', '17:40'));
      const all = simulate(version, plain(at('2026-11-27', '17:40')));
      expect(all.map(({ kind }) => kind)).toEqual([...CLOCK_KINDS]);
      for (const { kind, clock } of all) expect([kind, clock?.status]).toEqual([kind, 'running']);
    }
});

test('the first moment offered is the coming Friday at 17:40, where the workspace is', () => {
  const offsets = [[0, -3 * HOUR_MS]] as const;
  // Sunday 22 November 2026; then a Friday itself.
  expect(nextFriday(offsets, at('2026-11-22', '09:00'))).toBe(at('2026-11-27', '20:40'));
  expect(nextFriday(offsets, at('2026-11-27', '12:00'))).toBe(at('2026-11-27', '20:40'));
  // Still Thursday evening there.
  expect(nextFriday(offsets, at('2026-11-27', '02:00'))).toBe(at('2026-11-27', '20:40'));
});
