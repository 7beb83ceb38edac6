/** What closed leads teach a first agreement, added up in slices as reports are (`reportRuns.ts`). */
import type { Business } from '../../../shared/definitions/business.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { EvidenceResponse } from '../../../shared/protocol/firstWeek.ts';
import type { ReportRunning } from '../../../shared/protocol/reports.ts';
import { evidenceReport } from '../../../shared/target/evidence.ts';
import { addLead } from '../../../shared/target/report.ts';
import { scopeOf } from '../../../shared/target/scope.ts';
import { tableOf } from '../../../shared/target/table.ts';
import { done, type Outcome } from '../../outcome.ts';
import { lotAfter } from '../reports/reportLeads.ts';
import { goneOn, runOf } from '../reports/reportRuns.ts';
import { keeperOfDeals } from '../reports/sharedDeals.ts';
import type { Who, Work } from '../work.ts';

/** Different leads, and first tries, kept apart: half of what a row of the database may hold. */
const MOST_CELLS = 4_000;

export function readEvidence(
  work: Work,
  _who: Who,
  { business, starter }: { business: Business; starter: Definitions },
): Outcome<EvidenceResponse | ReportRunning> {
  const run = runOf(work, JSON.stringify(['evidence', business, starter.language]));
  const keeps = run.finished ? () => true : keeperOfDeals(work, run.asOf);
  const window = { start: 0, end: run.asOf + 1 };
  const scope = scopeOf(work.ground.history(), work.ground.room(), run.asOf, window, keeps);
  const report = evidenceReport(scope, starter);
  const table = tableOf(run.cells['evidence']);
  if (!run.finished) {
    const lot = lotAfter(work, run.after, run.asOf);
    for (const lead of lot.leads) if (table.cells.size < MOST_CELLS) addLead(report, table, lead);
    const next = goneOn(work, run, lot, { evidence: table });
    if (!next.finished) return done({ state: 'running', done: next.done, total: next.total });
  }
  return done({
    asOf: run.asOf,
    business,
    starter,
    evidence: report.read(table),
    whole: table.cells.size < MOST_CELLS,
  });
}
