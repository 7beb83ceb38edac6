/** Goals over kept metrics (TGT3), their pace in open days, and what a version changed (TGT4). */
import { describe, expect, test } from 'vitest';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { effectReport, effectWindows } from '../../../shared/target/effect.ts';
import { goalsReport } from '../../../shared/target/goals.ts';
import { pacingReport } from '../../../shared/target/pace.ts';
import { mondayOf, openDaysIn, periodAt } from '../../../shared/target/period.ts';
import { inCell, leadsBehind, runReport } from '../../../shared/target/report.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { agreement, at, attempt, everyPolicy, version } from '../lead/agreement.ts';
import { answer, deal, DEFINITIONS, handedOff, leadOf, scopeAt, stageSet } from './leads.ts';

type Goal = Definitions['goals'][number];
const goal = (id: string, metric: string, target: number, more: Partial<Goal> = {}): Goal => ({
  id,
  side: 'marketing',
  metric,
  target,
  period: 'month',
  ...more,
});
const scope = (now: number, goals: readonly Goal[] = []) => ({
  ...scopeAt(now),
  definitions: { ...DEFINITIONS, goals: [...goals] },
});
const day = (on: string, time = '10:00') => at(`2026-03-${on}`, time);

describe('periods', () => {
  const { calendar } = scopeAt(at('2026-03-02'));

  test.each([
    ['week', '2026-03-04', '2026-03-02', '2026-03-09'],
    ['week', '2026-03-08', '2026-03-02', '2026-03-09'],
    ['month', '2026-12-31', '2026-12-01', '2027-01-01'],
    ['quarter', '2026-03-04', '2026-01-01', '2026-04-01'],
    ['quarter', '2026-11-30', '2026-10-01', '2027-01-01'],
  ] as const)('[TGT3] the %s of %s goes from %s to %s', (kind, on, from, to) => {
    expect(periodAt(calendar, at(on, '12:00'), kind)).toEqual({ start: at(from), end: at(to) });
  });

  test('[TGT4] weeks begin on Monday, also before 1970', () => {
    expect(['1970-01-01', '2026-03-08', '2026-03-09', '1969-12-28'].map(mondayOf)).toEqual([
      '1969-12-29',
      '2026-03-02',
      '2026-03-09',
      '1969-12-22',
    ]);
    expect(openDaysIn(calendar, { start: at('2026-03-01'), end: at('2026-04-01') })).toBe(22);
  });
});

/** Three hand-offs of March: worked, accepted and qualified; returned; and one nobody touched. */
const story = (now: number) => [
  leadOf(
    'good',
    [
      ...handedOff(day('02'), { fields: { name: 'Ana', company: 'Clinic', employees: 9 }, source: 'ads' }),
      attempt(day('02', '11:00'), 'bruno', { outcome: 'connected' }),
      answer('good', day('02', '12:00'), { answer: 'accepted' }),
      stageSet('sql', day('05')),
      deal(day('06'), { outcome: 'open', amount: 500 }),
      deal(day('20'), { outcome: 'won', amount: 700 }),
      deal(day('20'), { dealId: 'foreign', outcome: 'won', amount: 70, currency: 'EUR' }),
    ].filter(({ at }) => at <= now),
    now,
  ),
  leadOf(
    'returned',
    [
      ...handedOff(day('03'), { source: 'ads' }),
      attempt(day('06'), 'bruno'),
      answer('returned', day('09'), { answer: 'recycled', reason: 'not_now' }),
    ].filter(({ at }) => at <= now),
    now,
  ),
  leadOf('untouched', handedOff(day('04'), { source: 'event' }), now),
  leadOf('ours', handedOff(day('04'), { cause: 'outbound', source: 'outbound' }), now),
];

describe('goals', () => {
  const goals = [
    goal('mqls', 'mqls', 22),
    goal('sals', 'sals', 1),
    goal('sqls', 'sqls', 1, { side: 'sales', accountable: 'bruno' }),
    goal('accepted', 'acceptance_rate', 50),
    goal('brief', 'brief_completeness', 50),
    goal('qualified', 'mql_to_sql', 33),
    goal('fast', 'first_response', 60, { side: 'sales' }),
    goal('worked', 'worked', 90, { side: 'sales' }),
    goal('pipeline', 'pipeline', 2_000),
    goal('revenue', 'revenue', 2_000),
    goal('magic', 'vibes', 1),
  ];
  const now = day('31', '18:00');
  const report = goalsReport(scope(now, goals));
  const results = new Map(runReport(report, story(now)).map((result) => [result.id, result]));

  test('[TGT3] count what each side delivered, in the period that holds now', () => {
    expect(results.get('mqls')).toMatchObject({
      kind: 'count',
      actual: 3,
      bySource: [
        { source: 'ads', actual: 2 },
        { source: 'event', actual: 1 },
      ],
    });
    expect(results.get('sals')).toMatchObject({ actual: 1 });
    expect(results.get('sqls')).toMatchObject({ actual: 1, side: 'sales', accountable: 'bruno' });
    expect(results.get('magic')).toMatchObject({ kind: 'unknown_metric', n: 0 });
  });

  test('[TGT3][TGT5] shares come with n, interval and whether the target is reached', () => {
    expect(results.get('accepted')).toMatchObject({
      kind: 'share',
      actual: { hits: 1, n: 2, colour: false },
      reached: true,
    });
    expect(results.get('brief')).toMatchObject({ actual: { hits: 1, n: 3 }, reached: false });
    expect(results.get('qualified')).toMatchObject({
      actual: { hits: 1, n: 3 },
      reached: true,
      bySource: [
        { source: 'ads', actual: { hits: 1, n: 2 } },
        { source: 'event', actual: { hits: 0, n: 1 } },
      ],
    });
    // Sales' promise holds for leads sales brought itself as well.
    expect(results.get('fast')).toMatchObject({ actual: { hits: 1, n: 4 }, reached: false });
    expect(results.get('worked')).toMatchObject({ actual: { hits: 2, n: 4 }, reached: false });
  });

  test('[TGT3][TGT1] money is that of leads marketing handed over, and says what had no rate', () => {
    expect(results.get('pipeline')).toMatchObject({ kind: 'money', actual: 70_000, n: 2, withoutRate: 1 });
    expect(results.get('revenue')).toMatchObject({ actual: 70_000, n: 2, withoutRate: 1 });
  });

  test('[TGT4] name their leads', () => {
    const missed = inCell(['brief', 'all'], false);
    expect([...leadsBehind(report, story(now), missed)]).toEqual(['returned', 'untouched']);
  });

  test('[TGT3] another month is another period', () => {
    const april = runReport(goalsReport(scope(at('2026-04-10'), goals)), story(now));
    expect(april.find(({ id }) => id === 'mqls')).toMatchObject({ actual: 0 });
    expect(april.find(({ id }) => id === 'accepted')).toMatchObject({ reached: null });
  });
});

describe('pacing', () => {
  const window = { start: at('2026-03-01'), end: at('2026-04-01') };
  const pace = (now: number, metric: 'mqls' | 'revenue', target: number) =>
    runReport(pacingReport({ ...scopeAt(now), window }, metric, target), story(now));

  test('[TGT4] expects in open days, today’s part included, and never at the weekend', () => {
    const monday = pace(day('09', '18:00'), 'mqls', 22);
    expect(monday).toMatchObject({ openDays: 22, elapsed: 6, expected: 6, actual: 3, projected: 11 });
    expect(pace(day('08', '18:00'), 'mqls', 22)).toMatchObject({ elapsed: 5, expected: 5 });
    expect(pace(day('01', '18:00'), 'mqls', 22)).toMatchObject({ elapsed: 0, expected: 0, projected: null });
    expect(pace(at('2026-05-01'), 'mqls', 22)).toMatchObject({
      elapsed: 22,
      expected: 22,
      actual: 3,
      projected: 3,
    });
  });

  test('[TGT4] today’s part is asked for from the first instant of the day', () => {
    const elapsed = [day('10', '00:00') - 1, day('10', '00:00')].map((now) => pace(now, 'mqls', 22).elapsed);
    expect(elapsed).toEqual([6, 7]);
    const [last, after] = [at('2026-04-01') - 1, at('2026-04-01')];
    expect([last, after].map((now) => pace(now, 'mqls', 22).elapsed)).toEqual([22, 22]);
    expect(pace(window.start, 'mqls', 22)).toMatchObject({ elapsed: 0, projected: null });
  });

  test('[TGT4] draws its line day by day', () => {
    expect(pace(day('05', '18:00'), 'mqls', 44).days).toEqual([
      { on: '2026-03-02', actual: 1, expected: 2 },
      { on: '2026-03-03', actual: 2, expected: 4 },
      { on: '2026-03-04', actual: 3, expected: 6 },
      { on: '2026-03-05', actual: 3, expected: 8 },
    ]);
  });

  test('[TGT4] of money leaves out what has no rate and says so', () => {
    expect(pace(day('31'), 'revenue', 100_000)).toMatchObject({ actual: 70_000, withoutRate: 1 });
  });
});

describe('the effect of a version', () => {
  const SECOND = day('16', '00:00');
  const quicker = agreement({
    policies: everyPolicy().map((policy) =>
      policy.kind === 'first_response' ? { ...policy, target: { businessHours: 1 } } : policy,
    ),
  });
  const history = [
    version(DEFINITIONS, { effectiveAt: day('01', '00:00') }),
    version(quicker, { version: 2, publishedAt: SECOND, effectiveAt: SECOND }),
  ];

  test('[TGT4] compares equal windows, as long as both versions were in force', () => {
    expect(effectWindows({ history, now: day('26', '00:00') }, 2)).toEqual({
      ok: true,
      before: { start: SECOND - 10 * DAY_MS, end: SECOND },
      after: { start: SECOND, end: SECOND + 10 * DAY_MS },
    });
    expect(effectWindows({ history, now: at('2026-09-01') }, 2)).toMatchObject({
      before: { start: SECOND - 15 * DAY_MS },
      after: { end: SECOND + 15 * DAY_MS },
    });
    expect(effectWindows({ history, now: at('2026-09-01') }, 2, 7)).toMatchObject({
      after: { end: SECOND + 7 * DAY_MS },
    });
    const why = (version: number, now: number) => effectWindows({ history, now }, version);
    expect(why(9, SECOND)).toEqual({ ok: false, why: 'unknown' });
    expect(why(1, SECOND)).toEqual({ ok: false, why: 'first' });
    expect(why(2, SECOND)).toEqual({ ok: false, why: 'not_yet' });
  });

  test('[TGT4] judges each window by what had happened by its end', () => {
    const now = at('2026-04-30');
    const world = { history };
    const leads = [
      // Handed off before, qualified only after the window's end: no merit of the old version.
      leadOf('late', [...handedOff(day('10')), stageSet('sql', day('20'))], now, world),
      leadOf(
        'before',
        [...handedOff(day('10')), attempt(day('10', '11:00'), 'bruno'), stageSet('sql', day('12'))],
        now,
        world,
      ),
      leadOf('after', [...handedOff(day('17')), attempt(day('17', '10:30'), 'bruno')], now, world),
    ];
    const windows = effectWindows({ history, now }, 2);
    if (!windows.ok) throw new Error('both versions were in force');
    const rows = runReport(effectReport(scopeAt(now, world), windows), leads);
    const row = (metric: string) => rows.find((one) => one.metric === metric);
    expect(row('mqls')).toMatchObject({ before: { n: 2, share: null }, after: { n: 1 }, apart: null });
    expect(row('mql_to_sql')).toMatchObject({
      before: { share: { hits: 1, n: 2 } },
      after: { share: { hits: 0, n: 1 } },
      apart: false,
    });
    expect(row('first_response')).toMatchObject({
      before: { share: { hits: 1, n: 2 } },
      after: { share: { hits: 1, n: 1 } },
    });
    expect(row('revenue')).toMatchObject({ before: { cents: 0 }, after: { cents: 0 } });
  });
});
