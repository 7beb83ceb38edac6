/** What reports say of leads that went another way: taken back, nobody's, never captured, still open. */
import { describe, expect, test } from 'vitest';
import type { Room } from '../../../shared/lead/room.ts';
import { attemptsReport } from '../../../shared/target/attemptsPerLead.ts';
import { complianceReport } from '../../../shared/target/compliance.ts';
import { dealKeepers, dealsOf } from '../../../shared/target/deals.ts';
import { dispositionsReport } from '../../../shared/target/dispositions.ts';
import { funnelReport } from '../../../shared/target/funnel.ts';
import { leaksReport } from '../../../shared/target/leaks.ts';
import { metricEvents } from '../../../shared/target/metrics.ts';
import { quotaReport } from '../../../shared/target/quota.ts';
import { recycledReport } from '../../../shared/target/recycled.ts';
import { inCell, leadsBehind, type ReportLead, runReport } from '../../../shared/target/report.ts';
import { scopeOf } from '../../../shared/target/scope.ts';
import { speedReport } from '../../../shared/target/speed.ts';
import { addCell, tableOf } from '../../../shared/target/table.ts';
import { workedReport } from '../../../shared/target/worked.ts';
import { agreement, at, attempt, everyPolicy, fact, member, ROOM, version } from '../lead/agreement.ts';
import { answer, deal, DEFINITIONS, handedOff, HISTORY, leadOf, scopeAt, stageSet } from './leads.ts';

const day = (on: string, time = '10:00') => at(`2026-03-${on}`, time);
const NOW = at('2026-04-15');
const nobody: Room = { ...ROOM, members: [] };
const only = (kind: string) => [
  version(agreement({ policies: everyPolicy().filter((policy) => policy.kind === kind) })),
];

describe('a hand-off taken back', () => {
  const back = leadOf('back', [...handedOff(day('02')), stageSet('lead', day('02', '11:00'))], NOW);

  test('[HOF3] is in no denominator', () => {
    expect(back.state.handoffs).toMatchObject([{ closed: { how: 'withdrawn' } }]);
    const scope = scopeAt(NOW);
    const silent = [attemptsReport, dispositionsReport, leaksReport, speedReport, workedReport];
    for (const report of silent) expect(runReport<unknown>(report(scope), [back])).toEqual([]);
  });
});

describe('a lead that is nobody’s', () => {
  test('[TGT5] misses its promises for no team and no person', () => {
    const world = { history: only('assignment'), room: nobody };
    const rows = runReport(complianceReport(scopeAt(NOW, world)), [
      leadOf('a', handedOff(day('02')), NOW, world),
    ]);
    expect(rows.map(({ by, of, inTime }) => [by, of, inTime.hits, inTime.n])).toEqual([
      ['all', null, 0, 1],
      ['team', null, 0, 1],
    ]);
  });

  test('[TGT4][ATT9] answered by a colleague has a speed, in nobody’s own leg', () => {
    const gone = member('bruno', 'sales', 'general', [{ kind: 'left', at: day('02', '10:30') }]);
    const away = { kind: 'away', at: day('01'), until: day('31') } as const;
    const room = { ...ROOM, members: [gone, member('carla', 'sales', 'general', [away])] };
    const facts = [...handedOff(day('02')), attempt(day('02', '12:00'), 'stranger')];
    const rows = runReport(speedReport(scopeAt(NOW, { room })), [leadOf('a', facts, NOW, { room })]);
    expect(rows.filter(({ by }) => by === 'person')).toEqual([]);
  });

  test('[TGT4] opted out before anybody tried is no leak', () => {
    const optOut = fact('lead.optedOut', day('02', '11:00'), { channel: 'all' });
    const lead = leadOf('a', [...handedOff(day('02')), optOut], NOW);
    expect(runReport(leaksReport(scopeAt(NOW)), [lead])).toEqual([]);
  });
});

describe('marketing’s promises', () => {
  const history = only('brief_completion');
  const persons = (lead: ReportLead, world: { history: typeof history; room?: Room }) =>
    runReport(complianceReport(scopeAt(NOW, world)), [lead])
      .filter(({ by }) => by === 'person')
      .map(({ of, inTime }) => [of, inTime.hits, inTime.n]);

  test('[TGT5] missed while they were away are nobody’s own; kept ones are', () => {
    const away = { kind: 'away', at: day('02', '12:00'), until: day('05') } as const;
    const room = {
      ...ROOM,
      members: [
        ...ROOM.members.filter(({ id }) => id !== 'mia'),
        member('mia', 'marketing', 'demand', [away]),
      ],
    };
    const world = { history, room };
    expect(persons(leadOf('a', handedOff(day('02')), NOW, world), world)).toEqual([]);
    const fields = { name: 'Ana', company: 'Clinic', employees: 5, role: 'director', budget: 1 };
    const kept = leadOf(
      'b',
      [...handedOff(day('02')), fact('lead.changed', day('02', '12:30'), { fields })],
      NOW,
      world,
    );
    expect(kept.state.clocks).toMatchObject([{ status: 'met' }]);
    expect(persons(kept, world)).toEqual([['mia', 1, 1]]);
  });

  test('[TGT5] that still run, or ended with the hand-off, are nobody’s yet', () => {
    const open = leadOf('a', handedOff(at('2026-04-14', '17:00')), NOW, { history });
    expect(open.state.clocks).toMatchObject([{ status: 'running' }]);
    expect(persons(open, { history })).toEqual([]);
  });
});

test('[TGT3] a response still to come is no event, a late one is missed at its due', () => {
  const history = only('first_response');
  const events = (now: number) =>
    metricEvents(
      'first_response',
      leadOf('a', handedOff(day('02')), now, { history }),
      scopeAt(now, { history }),
    );
  expect(events(day('02', '11:00'))).toEqual([]);
  expect(events(day('02', '15:00'))).toEqual([{ at: day('02', '14:00'), hit: false, cents: null }]);
});

describe('deals', () => {
  test('[TGT1] an open one is told at the date it was opened', () => {
    const told = deal(day('05'), { outcome: 'open', openedOn: '2026-03-04' });
    expect(dealsOf(leadOf('a', [...handedOff(day('02')), told], NOW), scopeAt(NOW))).toMatchObject([
      { outcome: 'open', at: at('2026-03-04'), openedAt: at('2026-03-04') },
    ]);
    const quotas = [{ segment: 'large', perRepMonth: 100 }];
    const scope = { ...scopeAt(NOW), definitions: { ...DEFINITIONS, quotas } };
    const lead = leadOf('b', [...handedOff(day('02'), { fields: { employees: 300 } }), told], NOW);
    expect(runReport(quotaReport(scope), [lead])[0]).toMatchObject({ deal: { n: 0, withoutRate: 0 } });
  });

  test('[TGT1] belong to the lead that came first, in whatever order the leads come', () => {
    const shared = deal(day('20'), { dealId: 'shared' });
    const first = leadOf('first', [...handedOff(day('02')), shared], NOW);
    const second = leadOf('second', [...handedOff(day('03')), shared], NOW);
    const unseen = leadOf('unseen', [shared], NOW);
    for (const leads of [
      [first, second, unseen],
      [unseen, second, first],
    ]) {
      const keeps = dealKeepers(leads);
      expect(leads.filter(({ state }) => keeps('shared', state.leadId))).toEqual([first]);
    }
  });

  test('[TGT1] are worth what the newest rate of their date says, however rates are listed', () => {
    const rates = [
      { currency: 'EUR', on: '2026-03-15', rate: 3 },
      { currency: 'EUR', on: '2026-01-01', rate: 2 },
      { currency: 'EUR', on: '2026-02-01', rate: 4 },
    ];
    const scope = { ...scopeAt(NOW), definitions: { ...DEFINITIONS, rates } };
    const cents = (closedOn: string) => {
      const euros = deal(day('20'), { currency: 'EUR', amount: 10, closedOn });
      return dealsOf(leadOf('a', [...handedOff(day('02')), euros], NOW), scope)[0]?.cents;
    };
    expect(['2026-01-31', '2026-03-14', '2026-03-15'].map(cents)).toEqual([2_000, 4_000, 3_000]);
  });
});

test('[TGT4][HOF3] the funnel does not count the disqualified in the stage where they stayed', () => {
  const gone = answer('a', day('03'), { answer: 'disqualified', reason: 'no_fit' });
  const lead = leadOf('a', [...handedOff(day('02')), gone], NOW);
  const [all] = runReport(funnelReport(scopeAt(NOW)), [lead]);
  const mql = all?.stages.find(({ stage }) => stage === 'mql');
  expect(mql).toMatchObject({ reached: 1, current: 0 });
});

test('[TGT4] a lead that never came back was not away for any time', () => {
  const recycled = answer('a', day('03'), { answer: 'recycled', reason: 'not_now' });
  const lead = leadOf('a', [...handedOff(day('02')), recycled], NOW);
  const [all] = runReport(recycledReport(scopeAt(NOW)), [lead]);
  expect(all).toMatchObject({ cameBack: { hits: 0, n: 1 }, away: { n: 0, median: null } });
});

test('[TGT4] a cell opens its leads, those that count for its share and those that do not apart', () => {
  const answered = leadOf('a', [...handedOff(day('02')), attempt(day('02', '10:10'), 'bruno')], NOW);
  const report = speedReport(scopeAt(NOW));
  const behind = (hit?: boolean) => [...leadsBehind(report, [answered], inCell(['human', 'all'], hit))];
  expect([behind(), behind(false), behind(true)]).toEqual([['a'], ['a'], []]);
});

test('[TGT4] cells stored earlier go on, their durations too', () => {
  const cell = { row: ['human', 'all', null], n: 1, hits: 0, sum: 0 };
  const times = { n: 1, sum: 60, values: [60], buckets: null };
  const table = tableOf([
    { ...cell, times },
    { ...cell, times: null },
  ]);
  addCell(table, { ...cell, times });
  expect([...table.cells.values()]).toEqual([
    { ...cell, n: 3, times: { n: 2, sum: 120, values: [60, 60], buckets: null } },
  ]);
});

test('[CAL3] no version is published without the workspace’s hours', () => {
  const [first] = HISTORY;
  if (first === undefined) throw new Error('there is one');
  const window = { start: day('01'), end: day('31') };
  expect(() => scopeOf([{ ...first, calendars: {} }], ROOM, NOW, window)).toThrow('workspace calendar');
  expect(() => scopeOf([], ROOM, NOW, window)).toThrow('without any version');
});
