/** What the closed loop shows is what the reports say, put together by source and in order of size. */
import { expect, test } from 'vitest';
import type { ReportsResponse } from '../../shared/protocol/reports.ts';
import { dispositionsReport } from '../../shared/target/dispositions.ts';
import { leaksReport } from '../../shared/target/leaks.ts';
import { qualityReport } from '../../shared/target/quality.ts';
import { recycledReport } from '../../shared/target/recycled.ts';
import { type Report, type ReportLead, runReport } from '../../shared/target/report.ts';
import { figuresOf } from '../../worker/console/loop/figures.ts';
import { at } from '../shared/lead/agreement.ts';
import { answer, handedOff, leadOf, scopeAt } from '../shared/target/leads.ts';

const NOW = at('2026-04-15');
const day = (on: string) => at(`2026-03-${on}`, '10:00');
const lead = (id: string, source: string, said: Parameters<typeof answer>[2] | null, by = 'bruno') =>
  leadOf(id, [...handedOff(day('02'), { source }), ...(said ? [answer(id, day('03'), said, by)] : [])], NOW);

const LEADS: readonly ReportLead[] = [
  lead('a', 'web', { answer: 'accepted' }),
  lead('b', 'web', { answer: 'disqualified', reason: 'junk' }),
  lead('c', 'web', { answer: 'disqualified', reason: 'junk' }, 'carla'),
  lead('d', 'fair', { answer: 'recycled', reason: 'no_budget' }),
  lead('e', 'fair', null),
];
const SCOPE = scopeAt(NOW);

/** As the worker answers. */
function answered(reports: Readonly<Record<string, Report<unknown>>>): ReportsResponse {
  const told = Object.entries(reports).map(([report, made]) => ({
    report,
    rows: JSON.parse(JSON.stringify(runReport(made, LEADS))),
  }));
  return { reports: told } as unknown as ReportsResponse;
}

const REPORTS = {
  dispositions: dispositionsReport(SCOPE),
  quality: qualityReport(SCOPE),
  recycled: recycledReport(SCOPE),
  leaks: leaksReport(SCOPE),
};
const figures = figuresOf(answered(REPORTS));

test('[TGT4] the whole is the reports’ own whole', () => {
  const [whole] = runReport(qualityReport(SCOPE), LEADS);
  const said = runReport(dispositionsReport(SCOPE), LEADS).find(({ by }) => by === 'all');
  expect(figures.accepted).toEqual(whole?.accepted);
  expect(figures.qualified).toEqual(whole?.qualified);
  expect(figures.contested).toEqual(said?.contested);
  expect(figures.answered).toBe(4);
  expect([figures.accepted.hits, figures.accepted.n]).toEqual([1, 4]);
});

test('[TGT4] sources by what they brought, reasons by what came back', () => {
  expect(
    figures.origins.source.map(({ of, qualified, accepted, returned }) => [
      of,
      qualified.n,
      `${accepted.hits}/${accepted.n}`,
      returned,
    ]),
  ).toEqual([
    ['web', 3, '1/3', 2],
    ['fair', 2, '0/1', 1],
  ]);
  expect(figures.reasons.map(({ of, answers }) => [of, answers.recycled, answers.disqualified])).toEqual([
    ['junk', 0, 2],
    ['no_budget', 1, 0],
  ]);
});

test('[TGT4] people, leaks and what was recycled are told row by row', () => {
  expect(figures.people.map(({ of, answers }) => [of, answers.accepted, answers.disqualified])).toEqual([
    ['bruno', 1, 1],
    ['carla', 0, 1],
  ]);
  expect(figures.recycled.map(({ by, of, cameBack }) => [by, of, cameBack.n])).toEqual([
    ['all', null, 1],
    ['source', 'fair', 1],
  ]);
  const leaks = runReport(leaksReport(SCOPE), LEADS);
  for (const { leak, n } of figures.leaks) {
    const rows = leaks.filter((row) => row.leak === leak);
    expect([leak, n]).toEqual([leak, rows.reduce((sum, row) => sum + row.n, 0)]);
  }
  expect(figures.leaks.length).toBeGreaterThan(0);
});

test('rows of a kind this page does not know leave the others as they are', () => {
  const none = figuresOf({ reports: [] } as unknown as ReportsResponse);
  expect(none.accepted.n).toBe(0);
  expect(none.origins.source).toEqual([]);
});
