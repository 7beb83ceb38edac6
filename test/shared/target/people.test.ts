/** What is said about people and teams (TGT4, TGT5): only what they could have done, with its n. */
import { describe, expect, test } from 'vitest';
import { attemptsReport } from '../../../shared/target/attemptsPerLead.ts';
import { type ComplianceRow, complianceReport } from '../../../shared/target/compliance.ts';
import { dispositionsReport } from '../../../shared/target/dispositions.ts';
import { leaksReport } from '../../../shared/target/leaks.ts';
import { recycledReport } from '../../../shared/target/recycled.ts';
import { inCell, leadsBehind, type ReportLead, runReport } from '../../../shared/target/report.ts';
import { mayReadPerson, rowsFor } from '../../../shared/target/reader.ts';
import { SPEED_CLASSES, speedReport } from '../../../shared/target/speed.ts';
import { todayReport } from '../../../shared/target/today.ts';
import { workedReport } from '../../../shared/target/worked.ts';
import { breachOwner } from '../../../shared/sla/breachOwner.ts';
import type { MemberEntry } from '../../../shared/lead/room.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
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
import { answer, deal, DEFINITIONS, handedOff, HISTORY, leadOf, scopeAt, type World } from './leads.ts';

const day = (on: string, time = '10:00') => at(`2026-03-${on}`, time);
const NOW = at('2026-04-15');
const assign = (owner: string, when: number) => fact('owner.assigned', when, { owner });
const only = (...kinds: string[]) => [
  version(agreement({ policies: everyPolicy().filter(({ kind }) => kinds.includes(kind)) })),
];

describe('compliance', () => {
  const history = only('first_response');
  const POLICY = 'first_response-default';
  const rows = (leads: readonly ReportLead[], world: World): readonly ComplianceRow[] =>
    runReport(complianceReport(scopeAt(NOW, world)), leads);
  const shares = (found: readonly ComplianceRow[], by: string) =>
    found.filter((row) => row.by === by).map(({ of, weekOn, inTime }) => [of, weekOn, inTime.hits, inTime.n]);

  test('[TGT4] per policy, team, person and week of the instant it was met or missed', () => {
    const leads = [
      leadOf('quick', [...handedOff(day('02')), attempt(day('02', '11:00'), 'bruno')], NOW, { history }),
      // Due Friday 14:00; answered on Monday: missed in the week of the due.
      leadOf('late', [...handedOff(day('06')), attempt(day('09', '11:00'), 'bruno')], NOW, { history }),
      leadOf('open', handedOff(at('2026-04-14', '17:00')), NOW, { history }),
    ];
    const found = rows(leads, { history });
    expect(found[0]).toMatchObject({
      by: 'all',
      policy: POLICY,
      of: null,
      inTime: { hits: 1, n: 2, colour: false },
    });
    expect(shares(found, 'all')).toEqual([[null, '2026-03-02', 1, 2]]);
    expect(shares(found, 'team')).toEqual([['general', '2026-03-02', 1, 2]]);
    expect(shares(found, 'person')).toEqual([['bruno', '2026-03-02', 1, 2]]);
    const report = complianceReport(scopeAt(NOW, { history }));
    expect([...leadsBehind(report, leads, inCell(['person', POLICY, 'bruno'], false))]).toEqual(['late']);
  });

  test('[TGT5][CLK10] a breach while its owner is away is the team’s, nobody’s own', () => {
    const away = { kind: 'away', at: day('02', '12:00'), until: day('05') } as const;
    const room = { ...ROOM, members: [member('bruno', 'sales', 'general', [away])] };
    const lead = leadOf('a', handedOff(day('02')), NOW, { history, room });
    const found = rows([lead], { history, room });
    expect(shares(found, 'team')).toEqual([['general', '2026-03-02', 0, 1]]);
    expect(shares(found, 'person')).toEqual([]);
    expect(lead.state.clocks.map((clock) => breachOwner(clock, room))).toEqual([null]);
  });

  test('[TGT5][CLK10] whoever takes over answers for their own leg only', () => {
    // The lead's promise runs out at 14:00; Carla took over at 13:30 and has her own four hours, to 17:30.
    const told = [...handedOff(day('02')), assign('carla', day('02', '13:30'))];
    const kept = leadOf('kept', [...told, attempt(day('02', '17:00'), 'carla')], NOW, { history });
    expect(kept.state.clocks).toMatchObject([{ status: 'met_late' }]);
    expect(shares(rows([kept], { history }), 'all')).toEqual([[null, '2026-03-02', 0, 1]]);
    expect(shares(rows([kept], { history }), 'person')).toEqual([['carla', '2026-03-02', 1, 1]]);
    const missed = leadOf('missed', [...told, attempt(day('04'), 'carla')], NOW, { history });
    expect(shares(rows([missed], { history }), 'person')).toEqual([['carla', '2026-03-02', 0, 1]]);
  });

  test('[TGT4][ATT9] a promise kept by a colleague is credited to the colleague', () => {
    const lead = leadOf('a', [...handedOff(day('02')), attempt(day('02', '11:00'), 'carla')], NOW, {
      history,
    });
    expect(shares(rows([lead], { history }), 'person')).toEqual([['carla', '2026-03-02', 1, 1]]);
  });

  test('[TGT4][CLK3] marketing’s promises are the source’s marketer’s, else the manager’s', () => {
    const policies = everyPolicy().filter(({ kind }) => kind === 'brief_completion');
    const sources = [{ id: 'ads', label: 'Ads', marketer: 'nina' }];
    const told = (...log: readonly MemberEntry[]) => {
      const nina = member('nina', 'marketing', 'demand', log);
      const world = {
        history: [version(agreement({ policies, sources }))],
        room: { ...ROOM, members: [...ROOM.members, nina] },
      };
      const leads = ['ads', 'event'].map((source) =>
        leadOf(source, handedOff(day('02'), { source }), NOW, world),
      );
      return shares(rows(leads, world), 'person');
    };
    expect(told()).toEqual([
      ['mia', '2026-03-02', 0, 1],
      ['nina', '2026-03-02', 0, 1],
    ]);
    // Whoever had left owes nothing: it is their manager's.
    expect(told({ kind: 'left', at: day('02', '10:30') })).toEqual([['mia', '2026-03-02', 0, 2]]);
  });

  test('[TGT5][CLK3] finding an owner is the machine’s: no person answers for it', () => {
    const world = { history: only('assignment') };
    const lead = leadOf('a', handedOff(day('02')), NOW, world);
    expect(shares(rows([lead], world), 'team')).toEqual([['general', '2026-03-02', 1, 1]]);
    expect(shares(rows([lead], world), 'person')).toEqual([]);
  });

  test('[TGT4][TRI1] trial and cancelled promises are no figure of anybody', () => {
    const trial = { history: [version(DEFINITIONS, { signed: false })] };
    const one = leadOf('trial', handedOff(day('02')), NOW, trial);
    expect(rows([one], trial)).toEqual([]);
    const back = fact('stage.set', day('02', '10:30'), { stage: 'lead' }, { actor: 'mia', observer: 'hand' });
    expect(rows([leadOf('back', [...handedOff(day('02')), back], NOW, { history })], { history })).toEqual(
      [],
    );
  });
});

describe('speed to lead', () => {
  /** Handed off when the worker woke, `late` minutes after the demo was asked for. */
  const lead = (id: string, asked: number, late: number, answered: number, by = 'bruno'): ReportLead => {
    const [first, ask] = [captured(asked, { fields: { name: 'Ana' } }), signal('demo', asked)];
    const woken = asked + late * MINUTE_MS;
    const facts = [first, { ...ask, recordedAt: woken }, attempt(woken + answered * MINUTE_MS, by)];
    return leadOf(id, facts, NOW, { history: HISTORY });
  };

  test('[TGT4] keeps the machine’s delay and the person’s apart, in the promise’s kind of time', () => {
    const leads = [lead('a', day('02'), 4, 34), lead('b', day('03'), 0, 10), lead('c', day('04'), 2, 100)];
    const report = speedReport(scopeAt(NOW));
    const [all, ...others] = runReport(report, leads);
    expect(all).toMatchObject({
      by: 'all',
      machine: { n: 3, median: 2 * MINUTE_MS, colour: false },
      human: { n: 3, median: 34 * MINUTE_MS, error: 0 },
      whole: { median: 38 * MINUTE_MS },
    });
    expect(all?.histogram.map(({ n }) => n)).toEqual([0, 1, 0, 1, 1, 0, 0, 0, 0]);
    expect(all?.histogram.map(({ upToMs }) => upToMs)).toEqual([...SPEED_CLASSES, null]);
    const person = others.find(({ by }) => by === 'person');
    expect(person).toMatchObject({ of: 'bruno', machine: null, whole: null, human: { n: 3 } });
    const slow = inCell(['class', 'all', null, String(2 * HOUR_MS)]);
    expect([...leadsBehind(report, leads, slow)]).toEqual(['c']);
  });

  const MORNING = day('02', '09:00');

  test('[TGT4] a class holds its own edge, and a millisecond more is the next one', () => {
    const answered = (ms: number) =>
      runReport(speedReport(scopeAt(NOW)), [
        leadOf('a', [...handedOff(MORNING), attempt(MORNING + ms, 'bruno')], NOW),
      ])[0]?.histogram.findIndex(({ n }) => n === 1);
    const edges = SPEED_CLASSES.slice(0, 7);
    expect(edges.map(answered)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(edges.map((edge) => answered(edge + 1))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    // 24 open hours end on the third day, two closed nights later.
    const last = (24 + 2 * 15) * HOUR_MS;
    expect([last, last + 1].map(answered)).toEqual([7, 8]);
  });

  test('[TGT4] counts no night: Friday 17:30 to Monday 09:30 is one open hour', () => {
    const facts = [...handedOff(day('06', '17:30')), attempt(day('09', '09:30'), 'bruno')];
    const [all] = runReport(speedReport(scopeAt(NOW)), [leadOf('a', facts, NOW)]);
    expect(all?.human.median).toBe(HOUR_MS);
  });

  test('[TGT4][CLK10] a person is timed from their own leg', () => {
    const facts = [
      ...handedOff(day('02')),
      assign('carla', day('02', '12:00')),
      attempt(day('02', '12:30'), 'carla'),
    ];
    const found = runReport(speedReport(scopeAt(NOW)), [leadOf('a', facts, NOW)]);
    expect(found.find(({ by }) => by === 'all')?.human.median).toBe(150 * MINUTE_MS);
    expect(found.find(({ of }) => of === 'carla')?.human.median).toBe(30 * MINUTE_MS);
  });

  test('[TGT4][ATT4] what nobody answered, or a machine did, has no speed', () => {
    const machine = attempt(day('02', '10:01'), 'bruno', { automatic: true });
    const leads = [
      leadOf('a', handedOff(day('02')), NOW),
      leadOf('b', [...handedOff(day('02')), machine], NOW),
    ];
    expect(runReport(speedReport(scopeAt(NOW)), leads)).toEqual([]);
  });
});

describe('attempts per lead', () => {
  test('[TGT4][ATT8] are those of hand-offs worked or out of time, kinds of evidence apart', () => {
    const seen = { outcome: 'connected', evidence: 'observed' } as const;
    const leads = [
      leadOf(
        'two',
        [...handedOff(day('02')), attempt(day('02', '11:00'), 'bruno'), attempt(day('03'), 'bruno', seen)],
        NOW,
      ),
      leadOf('none', handedOff(day('02')), NOW),
      leadOf('still', [...handedOff(at('2026-04-14')), attempt(at('2026-04-14', '11:00'), 'bruno')], NOW),
    ];
    const rows = runReport(attemptsReport(scopeAt(NOW)), leads);
    expect(rows[0]).toMatchObject({
      by: 'all',
      n: 2,
      attempts: 2,
      mean: 1,
      evidence: { clicked: 1, observed: 1, integration: 0, declared: 0 },
      colour: false,
    });
    expect(rows[0]?.distribution.slice(0, 4)).toEqual([1, 0, 1, 0]);
    expect(rows.find(({ by }) => by === 'owner')).toMatchObject({ of: 'bruno', n: 2 });
  });
});

describe('what sales answered', () => {
  const returned = (id: string, by: string, reason: string) =>
    answer(id, day('03'), { answer: 'recycled', reason }, by);
  const contest = (id: string) =>
    fact('handoff.contested', day('04'), { handoff: `h:${id}:1`, evidence: 'see' }, { actor: 'mia' });
  const decided = (id: string, outcome: 'upheld' | 'overturned') =>
    fact('handoff.decided', day('05'), { handoff: `h:${id}:1`, outcome }, { actor: 'ada' });
  const told = (id: string, ...more: readonly ReturnType<typeof answer>[]) =>
    leadOf(id, [...handedOff(day('02'), { source: 'ads' }), ...more], NOW);
  const leads = [
    told('yes', answer('yes', day('03'), { answer: 'accepted' }, 'carla')),
    told('no', returned('no', 'bruno', 'not_now')),
    told('upheld', returned('upheld', 'bruno', 'not_now'), contest('upheld'), decided('upheld', 'upheld')),
    told('over', returned('over', 'bruno', 'no_fit'), contest('over'), decided('over', 'overturned')),
    told(
      'mended',
      returned('mended', 'carla', 'not_now'),
      fact(
        'handoff.corrected',
        day('03', '11:00'),
        { handoff: 'h:mended:1', answer: 'disqualified', reason: 'no_fit' },
        { actor: 'carla', observer: 'hand' },
      ),
    ),
  ];
  const rows = runReport(dispositionsReport(scopeAt(NOW)), leads);
  const row = (by: string, of: string | null) => rows.find((one) => one.by === by && one.of === of);

  test('[TGT4] by reason, source and person, as corrected', () => {
    expect(row('all', null)).toMatchObject({
      answers: { accepted: 1, recycled: 2, disqualified: 1 },
      accepted: { hits: 1, n: 4, colour: false },
    });
    expect(row('reason', 'not_now')).toMatchObject({ answers: { recycled: 2 } });
    expect(row('reason', 'no_fit')).toMatchObject({ answers: { recycled: 0, disqualified: 1 } });
    expect(row('source', 'ads')).toMatchObject({ answers: { accepted: 1, recycled: 2 } });
    expect(row('person', 'carla')).toMatchObject({ answers: { accepted: 1, recycled: 0, disqualified: 1 } });
  });

  test('[TGT4][HOF5] both rates are there, and an overturned return leaves the returner’s figures', () => {
    expect(row('all', null)).toMatchObject({ contested: { hits: 2, n: 4 }, overturned: { hits: 1, n: 2 } });
    expect(row('reason', 'no_fit')).toMatchObject({
      contested: { hits: 1, n: 2 },
      overturned: { hits: 1, n: 1 },
    });
    expect(row('person', 'bruno')).toMatchObject({ answers: { recycled: 2 }, contested: { n: 0 } });
  });
});

describe('after a return', () => {
  const recycled = (id: string) => answer(id, day('03'), { answer: 'recycled', reason: 'not_now' });
  const gone = leadOf('gone', [...handedOff(day('02')), recycled('gone')], NOW);
  const again = leadOf(
    'again',
    [...handedOff(day('02')), recycled('again'), signal('demo', day('10')), deal(day('30'))],
    NOW,
  );

  test('[TGT4] recycled leads that came back, after how long, and were won', () => {
    const [all] = runReport(recycledReport(scopeAt(NOW)), [gone, again]);
    expect(all).toMatchObject({
      by: 'all',
      cameBack: { hits: 1, n: 2 },
      won: { hits: 1, n: 1 },
      away: { n: 1, median: day('10') - day('03') },
    });
  });

  test('[TGT4] leaks: nobody’s, never tried, never nurtured, not in the CRM', () => {
    const empty = { ...ROOM, members: [] };
    const nurtured = leadOf(
      'nurtured',
      [
        ...handedOff(day('02')),
        attempt(day('02', '11:00'), 'bruno'),
        recycled('nurtured'),
        fact('nurture.started', day('04'), {}),
      ],
      NOW,
    );
    const orphan = leadOf('orphan', handedOff(at('2026-04-14', '10:00')), NOW, { room: empty });
    const linked = leadOf('linked', [captured(day('02'), { fields: { name: 'Ana' } })], NOW);
    const leads = [gone, again, nurtured, orphan, linked];
    const left = [{ system: 'con_1', why: 'failed', n: 2 } as const];
    const report = leaksReport(scopeAt(NOW), { has: (id) => id === 'linked', left });
    expect(runReport(report, leads)).toEqual([
      { leak: 'no_owner', source: null, n: 1 },
      { leak: 'no_attempt', source: null, n: 3 },
      { leak: 'never_nurtured', source: null, n: 1 },
      { leak: 'here_not_in_crm', source: null, n: 4 },
      { leak: 'in_crm_not_here', source: null, system: 'con_1', why: 'failed', n: 2 },
    ]);
    // While none of them was read to its end nobody says what is not there.
    expect(runReport(leaksReport(scopeAt(NOW), { left: [] }), [linked])).toEqual([]);
    const without = runReport(leaksReport(scopeAt(NOW, { room: empty })), [orphan]);
    expect(without).toEqual([{ leak: 'no_owner', source: null, n: 1 }]);
    expect([...leadsBehind(report, leads, inCell(['never_nurtured']))]).toEqual(['gone']);
  });

  test('[TGT4] within the time promised for nurturing nothing has leaked yet', () => {
    const now = day('03', '12:00');
    const fresh = leadOf(
      'fresh',
      [...handedOff(day('02')), attempt(day('02', '11:00'), 'bruno'), recycled('fresh')],
      now,
    );
    expect(runReport(leaksReport(scopeAt(now)), [fresh])).toEqual([]);
  });
});

describe('today', () => {
  const history = only('first_response');
  const now = day('03', '16:00');

  test('[TGT4] what is late, at risk, due, and kept since midnight, with whose it is', () => {
    const leads = [
      leadOf('late', handedOff(day('03', '11:00')), now, { history }),
      leadOf('old', handedOff(day('02', '09:00')), now, { history }),
      leadOf('risk', handedOff(day('03', '12:30')), now, { history }),
      leadOf('tomorrow', handedOff(day('03', '15:30')), now, { history }),
      leadOf('kept', [...handedOff(day('03', '11:00')), attempt(day('03', '12:00'), 'carla')], now, {
        history,
      }),
      leadOf('yesterday', [...handedOff(day('02')), attempt(day('02', '12:00'), 'bruno')], now, { history }),
    ];
    const report = todayReport(scopeAt(now, { history }));
    const rows = runReport(report, leads);
    expect(rows[0]).toEqual({
      by: 'all',
      of: null,
      late: 2,
      atRisk: 1,
      open: 2,
      dueToday: 1,
      kept: expect.objectContaining({ hits: 1, n: 2, colour: false }),
    });
    expect(rows[1]).toMatchObject({ by: 'owner', of: 'bruno', late: 2 });
    expect([...leadsBehind(report, leads, inCell(['late', 'all']))]).toEqual(['late', 'old']);
  });
});

test('[TGT5] figures of a person are for that person and a manager of their side', () => {
  const role = (value: 'manager' | 'sdr') => ({ kind: 'role', at: at('2025-01-01'), role: value }) as const;
  const room = {
    ...ROOM,
    members: [
      member('bruno', 'sales', 'general', [role('sdr')]),
      member('carla', 'sales', 'general', [role('sdr')]),
      member('ada', 'sales', 'general', [role('manager')]),
      member('mia', 'marketing', 'demand', [role('manager')]),
      member('gone', 'sales', 'general', [role('manager'), { kind: 'left', at: at('2026-01-01') }]),
    ],
  };
  const may = (reader: string) => mayReadPerson(room, reader, 'bruno', NOW);
  expect(['bruno', 'ada', 'carla', 'mia', 'gone', 'stranger'].map(may)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  const lead = leadOf('a', handedOff(day('02')), NOW, { room });
  const rows = runReport(workedReport(scopeAt(NOW, { room })), [lead]);
  const names = (reader: string) => rowsFor(rows, room, reader, NOW).map(({ by }) => by);
  expect(names('mia')).toEqual(['all', 'campaign', 'segment', 'source']);
  expect(names('ada')).toContain('owner');
});
