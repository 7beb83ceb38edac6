/** Corners of the reports: dates that say otherwise, stages left out, what lies outside the window. */
import { describe, expect, test } from 'vitest';
import { attemptsReport } from '../../../shared/target/attemptsPerLead.ts';
import { complianceReport } from '../../../shared/target/compliance.ts';
import { dealKeepers, dealsOf, wonAt } from '../../../shared/target/deals.ts';
import { dispositionsReport } from '../../../shared/target/dispositions.ts';
import { effectReport } from '../../../shared/target/effect.ts';
import { funnelReport } from '../../../shared/target/funnel.ts';
import { metricEvents, qualifiedStage } from '../../../shared/target/metrics.ts';
import { paceOf, pacingReport } from '../../../shared/target/pace.ts';
import { recycledReport } from '../../../shared/target/recycled.ts';
import { runReport } from '../../../shared/target/report.ts';
import { scopeOf } from '../../../shared/target/scope.ts';
import { speedReport } from '../../../shared/target/speed.ts';
import { todayReport } from '../../../shared/target/today.ts';
import { workedReport } from '../../../shared/target/worked.ts';
import {
  agreement,
  at,
  attempt,
  captured,
  everyPolicy,
  fact,
  member,
  ROOM,
  signal,
  version,
} from '../lead/agreement.ts';
import { answer, deal, DEFINITIONS, handedOff, HISTORY, leadOf, scopeAt, stageSet } from './leads.ts';

const day = (on: string, time = '10:00') => at(`2026-03-${on}`, time);
const NOW = at('2026-04-15');

describe('deals', () => {
  const lead = leadOf(
    'a',
    [
      ...handedOff(day('02')),
      deal(day('05'), { outcome: 'open', openedOn: '2026-03-04', amount: 10 }),
      deal(day('20'), { outcome: 'won', closedOn: '2026-03-18', amount: 20 }),
      deal(day('25'), { outcome: 'won', closedOn: '2026-03-18', amount: 30 }),
      deal(day('26'), { dealId: 'lost', outcome: 'lost', amount: 5, closedOn: '2026-03-26' }),
    ],
    NOW,
  );

  test('[TGT1] are what was told last, at the date they name; the instant where it is that day', () => {
    const { openedAt } = dealsOf(lead, scopeAt(NOW))[0] ?? { openedAt: null };
    expect(openedAt).toBe(at('2026-03-04'));
    expect(dealsOf(lead, scopeAt(NOW))).toMatchObject([
      { id: 'deal-1', outcome: 'won', at: at('2026-03-18'), cents: 3_000 },
      { id: 'lost', outcome: 'lost', at: day('26'), cents: 500 },
    ]);
    expect(wonAt(lead, scopeAt(NOW))).toBe(at('2026-03-18'));
  });

  test('[TGT1] without any deal the last stage is the sale; a lost deal is none', () => {
    const customer = leadOf('c', [...handedOff(day('02')), stageSet('customer', day('09'))], NOW);
    expect(wonAt(customer, scopeAt(NOW))).toBe(day('09'));
    const lost = leadOf('l', [...handedOff(day('02')), deal(day('09'), { outcome: 'lost' })], NOW);
    expect(wonAt(lost, scopeAt(NOW))).toBeNull();
  });

  test('[TGT1] leads handed off in one instant share a deal by capture, then by id', () => {
    const shared = deal(day('20'), { dealId: 'shared' });
    const early = leadOf('z', [captured(day('01')), signal('demo', day('02')), shared], NOW);
    const late = leadOf('a', [captured(day('02')), signal('demo', day('02')), shared], NOW);
    const twin = leadOf('b', [captured(day('02')), signal('demo', day('02')), shared], NOW);
    const never = leadOf('n', [captured(day('01')), shared], NOW);
    const keeper = (...leads: Parameters<typeof dealKeepers>[0] extends Iterable<infer L> ? L[] : never) =>
      leads.find(({ state }) => dealKeepers(leads)('shared', state.leadId))?.state.leadId;
    expect(keeper(late, early)).toBe('z');
    expect(keeper(twin, late)).toBe('a');
    expect(keeper(never, twin)).toBe('b');
  });
});

describe('metrics', () => {
  const { stages, handoff } = DEFINITIONS;
  const without = (id: string) => agreement({ stages: stages.filter((stage) => stage.id !== id) });

  test('[TGT3] sales’ own stage is sql, else the one after acceptance, else none', () => {
    expect(qualifiedStage(DEFINITIONS)).toBe('sql');
    expect(qualifiedStage(without('sql'))).toBe('customer');
    const { acceptedStage: _, ...plain } = handoff;
    expect(qualifiedStage({ ...without('sql'), handoff: plain })).toBe('sal');
    const last = agreement({ stages: stages.slice(0, 3), handoff: plain });
    expect(qualifiedStage(last)).toBeNull();
    const lead = leadOf('a', handedOff(day('02')), NOW);
    expect(metricEvents('sqls', lead, { ...scopeAt(NOW), definitions: last })).toEqual([]);
  });

  test('[TGT3] what a later hand-off reached is not credited to the one before', () => {
    const lead = leadOf(
      'a',
      [
        ...handedOff(day('02')),
        answer('a', day('03'), { answer: 'recycled', reason: 'not_now' }),
        signal('demo', day('10')),
        stageSet('sql', day('12')),
      ],
      NOW,
    );
    const reached = metricEvents('mql_to_sql', lead, scopeAt(NOW)).map(({ at, hit }) => [at, hit]);
    expect(reached).toEqual([
      [day('02'), false],
      [day('10'), true],
    ]);
  });
});

test('[TGT4] what lies outside the window is in no report', () => {
  const lead = leadOf(
    'a',
    [
      ...handedOff(day('02')),
      attempt(day('02', '11:00'), 'bruno'),
      answer('a', day('03'), { answer: 'recycled', reason: 'not_now' }),
      deal(day('20')),
    ],
    NOW,
  );
  const window = { start: at('2026-05-01'), end: at('2026-06-01') };
  const scope = scopeOf(HISTORY, ROOM, NOW, window);
  const reports = [
    attemptsReport,
    complianceReport,
    dispositionsReport,
    funnelReport,
    recycledReport,
    speedReport,
    workedReport,
  ];
  for (const report of reports) expect(runReport<unknown>(report(scope), [lead])).toEqual([]);
  expect(runReport(pacingReport(scope, 'revenue', 100), [lead])).toMatchObject({
    elapsed: 0,
    expected: 0,
    actual: 0,
    projected: null,
    days: [],
  });
});

test('[TGT4] a period without open days asks for its target at once', () => {
  const weekend = { start: at('2026-03-07'), end: at('2026-03-09') };
  expect(paceOf(scopeAt(NOW), weekend, 5, 2)).toMatchObject({ openDays: 0, expected: 5, projected: null });
  const sunday = leadOf('a', handedOff(at('2026-03-08', '12:00')), NOW);
  const pacing = runReport(pacingReport({ ...scopeAt(NOW), window: weekend }, 'mqls', 5), [sunday]);
  expect(pacing.days).toEqual([{ on: '2026-03-08', actual: 1, expected: 5 }]);
});

test('[TGT4][HOF5] the referee answers for contests, and a reopened hand-off is timed from the decision', () => {
  const policies = everyPolicy();
  const definitions = agreement({ policies, handoff: { ...DEFINITIONS.handoff, referee: 'rita' } });
  const world = {
    history: [version(definitions)],
    room: { ...ROOM, members: [...ROOM.members, member('rita', 'marketing', 'demand')] },
  };
  const lead = leadOf(
    'a',
    [
      ...handedOff(day('02')),
      attempt(day('02', '11:00'), 'bruno'),
      answer('a', day('03'), { answer: 'recycled', reason: 'not_now' }),
      fact('handoff.contested', day('04'), { handoff: 'h:a:1', evidence: 'see' }, { actor: 'mia' }),
      fact('handoff.decided', day('05'), { handoff: 'h:a:1', outcome: 'overturned' }, { actor: 'rita' }),
      attempt(day('05', '10:20'), 'bruno'),
    ],
    NOW,
    world,
  );
  const rows = runReport(complianceReport(scopeAt(NOW, world)), [lead]);
  expect(rows.filter(({ of }) => of === 'rita')).toMatchObject([
    { by: 'person', policy: 'contest_answer-default', inTime: { hits: 1, n: 1 } },
  ]);
  const [all] = runReport(speedReport(scopeAt(NOW, world)), [lead]);
  expect(all).toMatchObject({ machine: { median: 0 }, human: { n: 1, median: 20 * 60_000 } });
});

test('[TGT4][TRI1] today says nothing of trial clocks, and an effect tells deals without a rate', () => {
  const trial = { history: [version(DEFINITIONS, { signed: false })] };
  const lead = leadOf('a', handedOff(day('02')), day('02', '12:00'), trial);
  expect(runReport(todayReport(scopeAt(day('02', '12:00'), trial)), [lead])).toEqual([]);

  const foreign = leadOf('b', [...handedOff(day('02')), deal(day('20'), { currency: 'EUR' })], NOW);
  const windows = {
    before: { start: day('01'), end: day('16') },
    after: { start: day('16'), end: day('31') },
  };
  const rows = runReport(effectReport(scopeAt(NOW), windows), [foreign]);
  expect(rows.find(({ metric }) => metric === 'revenue')).toMatchObject({
    before: { n: 0 },
    after: { n: 1, cents: 0, withoutRate: 1 },
  });
});
