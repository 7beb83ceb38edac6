/**
 * 8,000 real leads of a Brazilian marketplace, told as facts and folded: the reports say what the set
 * itself says. Nothing of the data is kept here; where it is missing the test says so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import { decide } from '../../../shared/lead/decide.ts';
import type { Fact, FactHead } from '../../../shared/lead/facts.ts';
import { fold } from '../../../shared/lead/fold.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { dealKeepers } from '../../../shared/target/deals.ts';
import { type FunnelRow, funnelReport } from '../../../shared/target/funnel.ts';
import { quotaReport } from '../../../shared/target/quota.ts';
import {
  inCell,
  leadsBehind,
  type ReportLead,
  reportLead,
  runReport,
} from '../../../shared/target/report.ts';
import { scopeOf } from '../../../shared/target/scope.ts';
import { ROOT } from '../../support/sources.ts';
import { agreement, at, member, ROUTING } from '../lead/agreement.ts';

const FOLDER = join(ROOT, '../shared/data/olist');
const [LEADS, DEALS] = ['marketing_qualified_leads.csv', 'closed_deals.csv'].map((name) =>
  join(FOLDER, name),
);

type Record_ = Readonly<Record<string, string>>;

/** No field of these files holds a quote or a line break. */
function recordsOf(path: string): readonly Record_[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  const names = head.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(names.map((name, place) => [name, values[place] ?? '']));
  });
}

/** `DD-MM-YYYY`, perhaps with a time, as the set's own local time. */
function instantOf(text: string): number {
  const [on = '', time = '00:00'] = text.split(' ');
  return at(on.split('-').toReversed().join('-'), time);
}

/** Everybody in the set is a qualified lead from the first contact on; a sale makes them a customer. */
const definitions = agreement({
  segments: [{ id: 'online', label: 'Online', when: { field: 'kind', startsWith: 'online' } }],
  stages: agreement().stages.map((stage) =>
    stage.id === 'mql'
      ? { ...stage, criteria: { field: 'page', known: true as const }, fastTrack: [] }
      : stage,
  ),
  routes: [{ id: 'all', order: 1, team: 'general' }],
  currency: 'BRL',
});
const calendars = {
  office: compileCalendar(
    'office',
    definitions.calendars['office'] ?? never(),
    at('2017-01-01'),
    at('2020-01-01'),
    1,
  ),
};
const history: readonly Version[] = [
  {
    version: 1,
    author: 'ada',
    note: '',
    publishedAt: at('2017-01-01'),
    effectiveAt: at('2017-01-01'),
    signed: true,
    signatures: [],
    choices: { leads: 'stay', clocks: 'new' },
    definitions,
    calendars,
  },
];
const bruno = member('bruno', 'sales', 'general');
const room = {
  members: [{ ...bruno, log: bruno.log.map((entry) => ({ ...entry, at: at('2017-01-01') })) }],
  teams: [{ id: 'general', label: 'General', side: 'sales' as const, manager: null, calendar: null }],
  calendars: {},
};
const NOW = at('2019-06-01');

function never(): never {
  throw new Error('the agreement has office hours');
}

function headOf(leadId: string, name: string, when: number): FactHead {
  return {
    id: `${leadId}:${name}`,
    leadId,
    at: when,
    recordedAt: when,
    actor: 'olist',
    observer: 'integration',
  };
}

function captured({
  mql_id: id = '',
  first_contact_date: on = '',
  landing_page_id: page = '',
  origin = '',
}: Record_): Fact {
  return {
    ...headOf(id, 'captured', instantOf(on)),
    kind: 'lead.captured',
    body: {
      emails: [],
      phones: [],
      externalIds: [{ system: 'olist', object: 'mql', id }],
      fields: { page },
      cause: 'connector',
      ...(origin === '' ? {} : { source: origin }),
    },
  };
}

function won({
  mql_id: id = '',
  seller_id: dealId = '',
  won_date: when = '',
  lead_type: kind = '',
}: Record_): readonly Fact[] {
  const head = headOf(id, 'kind', instantOf(when));
  return [
    { ...head, kind: 'lead.changed', body: { fields: { kind } } },
    {
      ...headOf(id, 'won', instantOf(when)),
      kind: 'deal.changed',
      body: { dealId, amount: 0, currency: 'BRL', outcome: 'won' },
    },
  ];
}

/** As the worker would have: each fact decided on when it came. */
function lived(told: readonly Fact[]): readonly Fact[] {
  const all: Fact[] = [];
  for (const now of [...new Set(told.map((fact) => fact.at))].toSorted((a, b) => a - b)) {
    all.push(...told.filter((fact) => fact.at === now));
    for (;;) {
      const more = decide(fold(all, history, room, now), all, history, room, ROUTING, now);
      if (more.length === 0) break;
      all.push(...more);
    }
  }
  return all;
}

test(
  '[TGT1][TGT4] 8,000 real leads give their own counts by origin, month and sale',
  { timeout: 120_000 },
  ({ skip }) => {
    if (LEADS === undefined || DEALS === undefined || !existsSync(LEADS) || !existsSync(DEALS))
      return skip('the olist set is not beside the project (../shared/data/olist)');
    const records = recordsOf(LEADS);
    const deals = recordsOf(DEALS);
    const sold = Map.groupBy(deals, ({ mql_id: id = '' }) => id);
    const leads: readonly ReportLead[] = records.map((record) => {
      const told = [captured(record), ...(sold.get(record['mql_id'] ?? '') ?? []).flatMap(won)];
      return reportLead(lived(told), history, room, NOW);
    });

    const window = { start: at('2017-01-01'), end: NOW };
    const scope = scopeOf(history, room, NOW, window, dealKeepers(leads));
    const report = funnelReport(scope);
    const rows = runReport(report, leads);
    const row = (by: string, of: string | null): FunnelRow | undefined =>
      rows.find((one) => one.by === by && one.of === of);
    const counts = (by: string) =>
      Object.fromEntries(
        rows.filter((one) => one.by === by).map(({ of, leads, won }) => [of ?? '', [leads, won.hits]]),
      );

    // Counted in the files themselves, without any of the above.
    const isSold = (id: string | undefined) => (sold.has(id ?? '') ? 1 : 0);
    const tally = (keyOf: (record: Record_) => string): Record<string, number[]> => {
      const found: Record<string, number[]> = {};
      for (const record of records) {
        const [n = 0, hits = 0] = found[keyOf(record)] ?? [];
        found[keyOf(record)] = [n + 1, hits + isSold(record['mql_id'])];
      }
      return found;
    };
    expect(counts('source')).toEqual(tally(({ origin = '' }) => origin));
    expect(counts('cohort')).toEqual(
      tally(({ first_contact_date: on = '' }) => on.split('-').toReversed().join('-').slice(0, 7)),
    );

    // And the set's own figures, written down once by hand.
    const all = row('all', null);
    expect(all).toMatchObject({ leads: 8_000, backlog: 0, won: { hits: 842, n: 8_000, colour: true } });
    expect(all?.stages.find(({ stage }) => stage === 'mql')).toMatchObject({ reached: 8_000 });
    expect(row('source', 'organic_search')).toMatchObject({ leads: 2_296, won: { hits: 271 } });
    expect(row('source', 'paid_search')).toMatchObject({ leads: 1_586, won: { hits: 195 } });
    expect(row('cohort', '2018-04')).toMatchObject({ leads: 1_352 });
    expect(Math.round(((all?.toClose.median ?? 0) / DAY_MS) * 10) / 10).toBe(14.7);
    expect(all?.toClose).toMatchObject({ n: 842, error: 0 });

    expect(row('source', 'other_publicities')).toMatchObject({ won: { hits: 3, n: 65 } });

    const behind = [...leadsBehind(report, leads, inCell(['leads', 'source', 'email'], true))];
    expect(behind.toSorted()).toEqual(
      records
        .filter(({ origin, mql_id: id }) => origin === 'email' && isSold(id) === 1)
        .map(({ mql_id: id }) => id)
        .toSorted(),
    );

    // Nobody's revenue is in the set: the calculator says that it cannot know, and never guesses.
    const quotas = [{ segment: 'online', perRepMonth: 10_000 }];
    const [quota] = runReport(quotaReport({ ...scope, definitions: { ...definitions, quotas } }), leads);
    expect(quota).toMatchObject({ volume: { enough: false, why: 'no_deals' } });
    expect(quota?.closeRate.n).toBeGreaterThan(400);
  },
);
