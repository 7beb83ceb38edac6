/** What holds for every report: one pass, any order, stopped and merged at will, and numbers that open. */
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { attemptsReport } from '../../../shared/target/attemptsPerLead.ts';
import { auditReport } from '../../../shared/target/audit.ts';
import { capacityReport } from '../../../shared/target/capacity.ts';
import { complianceReport } from '../../../shared/target/compliance.ts';
import { dispositionsReport } from '../../../shared/target/dispositions.ts';
import { evidenceReport } from '../../../shared/target/evidence.ts';
import { effectReport } from '../../../shared/target/effect.ts';
import { funnelReport } from '../../../shared/target/funnel.ts';
import { goalsReport } from '../../../shared/target/goals.ts';
import { leaksReport } from '../../../shared/target/leaks.ts';
import { METRICS } from '../../../shared/target/metrics.ts';
import { pacingReport } from '../../../shared/target/pace.ts';
import { quotaReport } from '../../../shared/target/quota.ts';
import { recycledReport } from '../../../shared/target/recycled.ts';
import {
  addLead,
  leadsBehind,
  type Report,
  type ReportLead,
  runReport,
  tablesOf,
} from '../../../shared/target/report.ts';
import { speedReport } from '../../../shared/target/speed.ts';
import { addCell, type Cell, cellsOf, tableOf } from '../../../shared/target/table.ts';
import { todayReport } from '../../../shared/target/today.ts';
import { workedReport } from '../../../shared/target/worked.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { at, ROOM } from '../lead/agreement.ts';
import { END, story } from '../lead/arbitrary.ts';
import { DEFINITIONS, HISTORY, leadOf, scopeAt } from './leads.ts';

const goals = Object.keys(METRICS).map((metric) => ({
  id: metric,
  side: 'sales' as const,
  metric,
  target: 10,
  period: 'quarter' as const,
}));
const quotas = [{ segment: 'health', perRepMonth: 5_000 }];
const scope = { ...scopeAt(END), definitions: { ...DEFINITIONS, goals, quotas } };
const middle = at('2026-04-01');
const windows = {
  before: { start: at('2026-03-01'), end: middle },
  after: { start: middle, end: at('2026-05-01') },
};
const REPORTS: readonly Report<unknown, ReportLead>[] = [
  todayReport(scope),
  workedReport(scope),
  goalsReport(scope),
  pacingReport(scope, 'mqls', 100),
  complianceReport(scope),
  speedReport(scope),
  funnelReport(scope),
  attemptsReport(scope),
  dispositionsReport(scope),
  recycledReport(scope),
  leaksReport(scope, { has: () => false, left: [] }),
  effectReport(scope, windows),
  quotaReport(scope),
  capacityReport(scope),
  auditReport(scope),
  evidenceReport(scope, DEFINITIONS),
];

const leads: fc.Arbitrary<readonly ReportLead[]> = fc
  .array(story, { minLength: 1, maxLength: 6 })
  .map((stories) =>
    stories.map((facts, place) => leadOf(`lead-${place}`, facts, END, { history: HISTORY, room: ROOM })),
  );
/** Each case is up to six leads lived through and read by every report. */
const runs = { numRuns: Math.ceil(RUNS / 10), endOnFailure: true };
vi.setConfig(patience);

test('[TGT4] any order of the leads gives the same report', () => {
  fc.assert(
    fc.property(leads, (all) => {
      for (const report of REPORTS)
        expect(runReport(report, all.toReversed())).toEqual(runReport(report, all));
    }),
    runs,
  );
});

test('[TGT4] work that stops, is stored as JSON and goes on, or is merged from parts, ends the same', () => {
  fc.assert(
    fc.property(leads, fc.nat(6), (all, cut) => {
      for (const report of REPORTS) {
        const whole = runReport(report, all);
        const [first, second] = [tableOf(), tableOf()];
        for (const lead of all.slice(0, cut)) addLead(report, first, lead);
        for (const lead of all.slice(cut)) addLead(report, second, lead);
        const stored: Cell[] = JSON.parse(JSON.stringify(cellsOf(first)));
        const resumed = tableOf(structuredClone(stored));
        for (const lead of all.slice(cut)) addLead(report, resumed, lead);
        expect(report.read(resumed)).toEqual(whole);
        for (const cell of stored) addCell(second, cell);
        expect(report.read(second)).toEqual(whole);
      }
    }),
    runs,
  );
});

test('[TGT4] the leads behind a cell are those that left its marks, and every mark is in its table', () => {
  fc.assert(
    fc.property(leads, (all) => {
      const tables = tablesOf(REPORTS, all);
      for (const [place, report] of REPORTS.entries()) {
        const table = tables[place] ?? tableOf();
        for (const { row, n, hits } of cellsOf(table)) {
          const isRow = (other: readonly (string | null)[]) => JSON.stringify(other) === JSON.stringify(row);
          const behind = new Set(leadsBehind(report, all, (mark) => isRow(mark.row)));
          const marks = all
            .filter(({ state }) => behind.has(state.leadId))
            .flatMap((lead) => [...report.marks(lead)].filter((mark) => isRow(mark.row)));
          expect(marks).toHaveLength(n);
          expect(marks.filter(({ hit }) => hit === true)).toHaveLength(hits);
        }
      }
    }),
    runs,
  );
});

/** Every share anywhere in a report: under 20 without colour, never more hits than n (TGT5). */
function sharesIn(value: unknown): readonly { hits: number; n: number; colour: boolean }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(sharesIn);
  if (!('hits' in value && 'n' in value && 'colour' in value)) return inner;
  return [{ hits: Number(value.hits), n: Number(value.n), colour: value.colour === true }, ...inner];
}

test('[TGT5] every percentage of every report has its n, and no colour under 20', () => {
  let seen = 0;
  fc.assert(
    fc.property(leads, (all) => {
      // Each lead once, and then often enough for colour.
      for (const many of [all, Array.from({ length: 20 }, () => all).flat()]) {
        for (const report of REPORTS) {
          for (const { hits, n, colour } of sharesIn(runReport(report, many))) {
            seen += 1;
            expect(hits).toBeLessThanOrEqual(n);
            expect(colour).toBe(n >= 20);
          }
        }
      }
    }),
    { ...runs, numRuns: Math.ceil(RUNS / 50) },
  );
  expect(seen).toBeGreaterThan(RUNS);
});
