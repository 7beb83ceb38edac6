/** Marketing's promise (TGT1) and what the agreement asks of people (TGT6). */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capacityReport, loadOf } from '../../../shared/target/capacity.ts';
import { dealKeepers } from '../../../shared/target/deals.ts';
import { funnelReport } from '../../../shared/target/funnel.ts';
import { inReporting } from '../../../shared/target/money.ts';
import { quotaReport } from '../../../shared/target/quota.ts';
import { type ReportLead, runReport } from '../../../shared/target/report.ts';
import { volumeOf } from '../../../shared/target/volume.ts';
import { RUNS } from '../../support/runs.ts';
import { agreement, at, attempt, captured, everyPolicy, member, ROOM, version } from '../lead/agreement.ts';
import { deal, handedOff, leadOf, scopeAt } from './leads.ts';

const MONDAY = at('2026-03-02', '09:00');

describe('the calculator', () => {
  const tenThreeOne = {
    quotaCents: 100_000,
    dealCents: 100_000,
    closeRate: { hits: 1, n: 3 },
    qualifyRate: { hits: 3, n: 10 },
  };

  test('[TGT1] 10 leads → 3 qualified → 1 customer', () => {
    expect(volumeOf({ ...tenThreeOne, enough: 3 })).toMatchObject({
      enough: true,
      customers: 1,
      handoffs: 3,
      leads: 10,
    });
  });

  test('[TGT1] too few, no win or no known deal give no number but say why', () => {
    expect(volumeOf(tenThreeOne)).toEqual({ enough: false, why: 'not_enough' });
    expect(volumeOf({ ...tenThreeOne, closeRate: { hits: 0, n: 50 } })).toEqual({
      enough: false,
      why: 'no_wins',
    });
    expect(volumeOf({ ...tenThreeOne, dealCents: null })).toEqual({ enough: false, why: 'no_deals' });
    const few = { ...tenThreeOne, closeRate: { hits: 10, n: 30 } };
    expect(volumeOf(few)).toMatchObject({ enough: true, handoffs: 3, leads: null });
  });

  test('[TGT1][TGT2] when the conversion sales agrees to rises, marketing owes no more leads', () => {
    const rate = fc.integer({ min: 1, max: 1_000 });
    fc.assert(
      fc.property(rate, rate, fc.integer({ min: 1, max: 10_000_000 }), (a, b, quotaCents) => {
        const owed = (hits: number): number => {
          const volume = volumeOf({ ...tenThreeOne, quotaCents, closeRate: { hits, n: 1_000 } });
          return volume.enough ? volume.handoffs : Infinity;
        };
        expect(owed(Math.max(a, b))).toBeLessThanOrEqual(owed(Math.min(a, b)));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('money', () => {
  const definitions = agreement({
    rates: [
      { currency: 'BRL', on: '2026-03-01', rate: 0.2 },
      { currency: 'BRL', on: '2026-01-01', rate: 0.18 },
    ],
  });

  test.each([
    ['USD', '2020-01-01', 12_345],
    ['BRL', '2026-02-28', 2_222],
    ['BRL', '2026-03-01', 2_469],
    ['BRL', '2025-12-31', null],
    ['EUR', '2026-03-01', null],
  ])('[TGT1] 123.45 %s on %s are %s hundredths of the reporting currency', (currency, on, cents) => {
    expect(inReporting(definitions, 123.45, currency, on)).toBe(cents);
  });
});

/** Ten leads a week: three handed off on Monday morning, one of them won ten days later for 1,000. */
function cohort(week: string, place: number): readonly ReportLead[] {
  const now = at('2026-12-01');
  const monday = at(week, '09:00');
  return Array.from({ length: 10 }, (_, number) => {
    const id = `${place}-${number}`;
    const fields = { name: 'Ana', employees: 300 };
    const facts =
      number < 3
        ? handedOff(monday, { fields, source: 'ads' })
        : [captured(monday, { fields, source: 'ads' })];
    const wins = number === 0 ? [deal(monday + 10 * 86_400_000, { dealId: id })] : [];
    return leadOf(id, [...facts, ...wins], now);
  });
}

describe('a season of 10 → 3 → 1', () => {
  const weeks = [
    '2026-03-02',
    '2026-03-09',
    '2026-03-16',
    '2026-03-23',
    '2026-03-30',
    '2026-04-06',
    '2026-04-13',
  ];
  const leads = weeks.flatMap(cohort);
  const definitions = agreement({
    policies: everyPolicy(),
    quotas: [{ segment: 'large', perRepMonth: 2_000 }],
  });
  const scope = { ...scopeAt(at('2026-12-01')), definitions };

  test('[TGT1] gives the volume, its interval, and what a lead is worth', () => {
    const [row] = runReport(quotaReport(scope), leads);
    expect(row).toMatchObject({
      segment: 'large',
      deal: { averageCents: 100_000, n: 7, withoutRate: 0, colour: false },
      closeRate: { hits: 7, n: 21, colour: true },
      qualifyRate: { hits: 21, n: 70 },
      cohortsFrom: 'workspace',
      basis: 'observed',
      value: { cents: 33_333 },
      volume: { enough: true, customers: 2, handoffs: 6, leads: 20 },
    });
    const volume = row?.volume;
    if (volume?.enough !== true) throw new Error('seven cohorts are enough');
    expect(volume.least).toBeLessThan(6);
    expect(volume.most).toBeGreaterThan(6);
  });

  test('[TGT1] leaves out cohorts younger than nine in ten wins took', () => {
    // Wins take 10 days: on 12 April the cohorts of 6 and 13 April are too young, that of 30 March is not.
    const now = at('2026-04-12');
    const [row] = runReport(quotaReport({ ...scope, now }), leads);
    expect(row?.closeRate).toMatchObject({ hits: 5, n: 15 });
    expect([row?.closeUntil, row?.qualifyUntil]).toEqual(['2026-03-30', '2026-04-06']);
    expect(row?.volume).toEqual({ enough: false, why: 'not_enough' });
    expect(row?.value).toEqual({ enough: false, why: 'not_enough' });
  });

  test('[TGT1] a cohort is old enough from the end of its own date on, which may have 25 hours', () => {
    // Wins take 10 days; the clocks of 30 March go back an hour at one in the morning.
    const end = at('2026-03-31', '01:00');
    const offsets = [
      [scope.calendar.from, 0],
      [at('2026-03-30', '01:00'), -3_600_000],
    ] as const;
    const n = (now: number) => {
      const local = { ...scope, calendar: { ...scope.calendar, offsets }, now };
      return runReport(quotaReport(local), leads)[0]?.closeRate.n;
    };
    const age = 10 * 86_400_000;
    expect([n(end + age - 1), n(end + age)]).toEqual([12, 15]);
  });

  test('[TGT1] a segment without a quota says what is known of it, and promises nothing', () => {
    const [, health] = runReport(quotaReport(scope), leads);
    expect(health).toMatchObject({
      segment: 'health',
      quotaCents: null,
      closeRate: { n: 0, share: null },
      closeUntil: null,
      volume: { enough: false, why: 'no_quota' },
    });
  });

  test('[TGT2] an agreed conversion takes the place of the observed one', () => {
    const [row] = runReport(quotaReport(scope, { large: 0.5 }), leads);
    expect(row).toMatchObject({ basis: 'agreed', volume: { handoffs: 4, least: null, most: null } });
  });

  test('[TGT1] a deal without a rate is counted, in no sum, and said so', () => {
    const foreign = leadOf(
      'foreign',
      [
        ...handedOff(MONDAY, { fields: { employees: 300 } }),
        deal(MONDAY + 86_400_000, { currency: 'EUR', amount: 9_999 }),
      ],
      at('2026-12-01'),
    );
    const [row] = runReport(quotaReport(scope), [...leads, foreign]);
    expect(row).toMatchObject({
      deal: { averageCents: 100_000, n: 7, withoutRate: 1 },
      closeRate: { hits: 8, n: 22 },
    });
  });

  test('[TGT4] the funnel counts it by segment, source and month', () => {
    const rows = runReport(funnelReport(scope), leads);
    const all = rows.find(({ by }) => by === 'all');
    expect(all).toMatchObject({
      leads: 70,
      won: { hits: 7, n: 70 },
      toClose: { n: 7, median: 10 * 86_400_000 },
    });
    expect(all?.stages.map(({ stage, reached }) => [stage, reached])).toEqual([
      ['visitor', 70],
      ['lead', 70],
      ['mql', 21],
      ['sal', 0],
      ['sql', 0],
      ['customer', 0],
    ]);
    expect(all?.stages[1]).toMatchObject({ current: 49, passes: { hits: 21, n: 70, colour: true } });
    expect(all?.stages.at(-1)?.passes).toBeNull();
    expect(rows.filter(({ by }) => by === 'cohort').map(({ of, leads }) => [of, leads])).toEqual([
      ['2026-03', 50],
      ['2026-04', 20],
    ]);
    expect(rows.find(({ by, of }) => by === 'segment' && of === 'large')).toMatchObject({ leads: 70 });
  });
});

test('[TGT1][TGT4] a deal of two leads counts for the one handed off first', () => {
  const now = at('2026-05-01');
  const shared = deal(at('2026-04-01'), { dealId: 'shared' });
  const leads = [
    leadOf('second', [...handedOff(at('2026-03-03', '09:00')), shared], now),
    leadOf('first', [...handedOff(MONDAY), shared], now),
  ];
  const keeps = dealKeepers(leads);
  expect([keeps('shared', 'first'), keeps('shared', 'second'), keeps('unseen', 'second')]).toEqual([
    true,
    false,
    true,
  ]);
  const won = (scope: ReturnType<typeof scopeAt>) => runReport(funnelReport(scope), leads)[0]?.won;
  expect(won(scopeAt(now, {}, keeps))).toMatchObject({ hits: 1, n: 2 });
  expect(won(scopeAt(now))).toMatchObject({ hits: 2, n: 2 });
});

test('[TGT4][TRI2] backlog is counted apart', () => {
  const now = at('2026-05-01');
  const [first, ask] = handedOff(MONDAY, { cause: 'import' });
  const waiting = leadOf(
    'waiting',
    [first, ask].filter((one) => one !== undefined),
    now,
  );
  expect(runReport(funnelReport(scopeAt(now)), [waiting])[0]).toMatchObject({ leads: 0, backlog: 1 });
  const counted = runReport(quotaReport(scopeAt(now)), [waiting]).map(({ qualifyRate }) => qualifyRate.n);
  expect(counted).toEqual([0, 0]);
});

describe('capacity', () => {
  test('[TGT6] attempts agreed ÷ people-days, beside what was made', () => {
    const room = {
      ...ROOM,
      members: [
        member('bruno', 'sales', 'general', [
          { kind: 'away', at: at('2026-03-05'), until: at('2026-03-07') },
        ]),
        member('carla', 'sales', 'general', [{ kind: 'left', at: at('2026-03-04') }]),
        member('ada', 'sales', 'general', [{ kind: 'role', at: at('2025-01-01'), role: 'manager' }]),
        member('mia', 'marketing', 'demand'),
      ],
    };
    const now = at('2026-03-09');
    const window = { start: at('2026-03-02'), end: at('2026-03-09') };
    const tries = [attempt(MONDAY + 60_000, 'bruno'), attempt(MONDAY + 86_400_000, 'bruno')];
    const leads = [
      leadOf('a', [...handedOff(MONDAY), ...tries], now, { room }),
      leadOf('b', handedOff(MONDAY), now, { room }),
      leadOf('before', handedOff(at('2026-02-23', '09:00')), now, { room }),
    ];
    const capacity = runReport(capacityReport({ ...scopeAt(now, { room }), window }), leads);
    // Bruno Monday to Wednesday, Carla Monday and Tuesday; managers and marketing work no leads.
    expect(capacity).toMatchObject({ handoffs: 2, due: 10, made: 2, peopleDays: 5, asks: 2, makes: 0.4 });
    expect(capacity.people).toEqual([
      { member: 'bruno', openDays: 3, made: 2, makes: 2 / 3 },
      { member: 'carla', openDays: 2, made: 0, makes: 0 },
    ]);
  });

  test('[TGT6] counts each person by their own hours, and one attempt where no cadence is agreed', () => {
    const thursdays = { ...scopeAt(MONDAY).calendar, id: 'thursdays' };
    const own = { ...thursdays, periods: thursdays.periods.filter(({ on }) => on === '2026-03-05') };
    const room = {
      ...ROOM,
      calendars: { thursdays: own },
      members: [
        member('bruno', 'sales', 'general', [{ kind: 'hours', at: at('2025-01-02'), calendar: 'thursdays' }]),
      ],
    };
    const world = { room, history: [version(agreement())] };
    const now = at('2026-03-09');
    const scope = { ...scopeAt(now, world), window: { start: at('2026-03-02'), end: now } };
    const capacity = runReport(capacityReport(scope), [leadOf('a', handedOff(MONDAY), now, world)]);
    expect(capacity).toMatchObject({ due: 1, peopleDays: 1 });
  });

  test('[TGT6] nobody there is no number', () => {
    expect(loadOf(74, 52, 0)).toEqual({ asks: null, makes: null });
    expect(loadOf(740, 520, 10)).toEqual({ asks: 74, makes: 52 });
  });
});
