/**
 * What an erased lead had added to every report, as sums per cell and local day: it is in no list any
 * more, and still in every total (PRI4, TGT4). Reports of a moment (today, leaks) forget it.
 */
import { and, eq, gte, lt, lte, type SQL } from 'drizzle-orm';
import type { Fact } from '../../../shared/lead/facts.ts';
import { attemptsReport } from '../../../shared/target/attemptsPerLead.ts';
import { capacityReport } from '../../../shared/target/capacity.ts';
import { complianceReport } from '../../../shared/target/compliance.ts';
import { dispositionsReport } from '../../../shared/target/dispositions.ts';
import { funnelReport } from '../../../shared/target/funnel.ts';
import { type Metric, metricEvents, METRICS } from '../../../shared/target/metrics.ts';
import { dateAt, endOfDate, startOfDate } from '../../../shared/target/period.ts';
import { qualityReport } from '../../../shared/target/quality.ts';
import { recycledReport } from '../../../shared/target/recycled.ts';
import { addLead, type Report, reportLead, type ReportLead } from '../../../shared/target/report.ts';
import { isIn, type Scope, scopeOf } from '../../../shared/target/scope.ts';
import { speedReport } from '../../../shared/target/speed.ts';
import { addCell, type Cell, cellOf, cellsOf, type Mark, tableOf } from '../../../shared/target/table.ts';
import { workedReport } from '../../../shared/target/worked.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** Those that count what happened within a window, so that a window is the sum of its days. */
const COUNTED = {
  attempts: attemptsReport,
  capacity: capacityReport,
  compliance: complianceReport,
  dispositions: dispositionsReport,
  funnel: funnelReport,
  metrics: metricsReport,
  quality: qualityReport,
  recycled: recycledReport,
  speed: speedReport,
  worked: workedReport,
} as const satisfies Record<string, (scope: Scope) => Report<unknown>>;
export type CountedReport = keyof typeof COUNTED;

/** Rows `[metric, source]`, from which goals, paces and effects are read. */
function metricsReport(scope: Scope): Report<null> {
  return {
    *marks(lead): Generator<Mark> {
      for (const metric of Object.keys(METRICS) as Metric[])
        for (const { at, hit, cents } of metricEvents(metric, lead, scope))
          if (isIn(scope.window, at)) yield { row: [metric, lead.state.source], hit, amount: cents ?? 0 };
    },
    read: () => null,
  };
}

/** @param facts all of the lead's; called before they are gone */
export function countErased(work: Work, facts: readonly Fact[]): void {
  const history = work.ground.history();
  const room = work.ground.room();
  const lead = reportLead(facts, history, room, work.now);
  const whole = scopeOf(history, room, work.now, { start: 0, end: work.now + 1 });
  for (const on of daysOf(lead, whole)) {
    const window = { start: startOfDate(whole.calendar, on), end: endOfDate(whole.calendar, on) };
    for (const [name, report] of Object.entries(COUNTED)) {
      const table = tableOf();
      addLead(report({ ...whole, window }), table, lead);
      for (const cell of cellsOf(table)) keep(work, name, on, cell);
    }
  }
}

/** Cells of erased leads that a report over `window` adds to its own. */
export function erasedCells(
  work: Work,
  report: CountedReport,
  { window: { start, end }, calendar }: Pick<Scope, 'window' | 'calendar'>,
): readonly Cell[] {
  const { on } = schema.erasureCounters;
  const last = dateAt(calendar, end);
  const until = isMidnight(calendar, end) ? lt(on, last) : lte(on, last);
  return countersFrom(work, report, dateAt(calendar, start), until).map(cellOfRow);
}

/** Rows of a report from a local day on. */
export function countersFrom(work: Work, report: CountedReport, first: string, until: SQL) {
  const { erasureCounters } = schema;
  const { report: of, on } = erasureCounters;
  return work.db
    .select()
    .from(erasureCounters)
    .where(and(eq(of, report), gte(on, first), until))
    .all();
}

function isMidnight(calendar: Scope['calendar'], at: number): boolean {
  return startOfDate(calendar, dateAt(calendar, at)) === at;
}

function cellOfRow({ cell, n, hits, sum, times }: typeof schema.erasureCounters.$inferSelect): Cell {
  return { row: JSON.parse(cell) as Cell['row'], n, hits, sum, times };
}

function keep(work: Work, report: string, on: string, cell: Cell): void {
  const { erasureCounters } = schema;
  const row = JSON.stringify(cell.row);
  const known = work.db
    .select()
    .from(erasureCounters)
    .where(and(eq(erasureCounters.report, report), eq(erasureCounters.on, on), eq(erasureCounters.cell, row)))
    .get();
  const table = tableOf(known ? [cellOfRow(known)] : []);
  addCell(table, cell);
  const { n, hits, sum, times } = cellOf(table, cell.row);
  work.db
    .insert(erasureCounters)
    .values({ report, on, cell: row, n, hits, sum, times })
    .onConflictDoUpdate({
      target: [erasureCounters.report, erasureCounters.on, erasureCounters.cell],
      set: { n, hits, sum, times },
    })
    .run();
}

/** Local dates of every instant the lead's story knows, ascending: on no other day can it have been counted. */
function daysOf({ state, story }: ReportLead, { calendar, now }: Scope): readonly string[] {
  const days = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'number') {
      if (value > EARLIEST && value <= now) days.add(dateAt(calendar, value));
    } else if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) days.add(value);
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) look(part);
  };
  look(state);
  look(story.facts);
  return [...days].toSorted();
}

/** A number from here on can only be an instant: 2001-09-09. */
const EARLIEST = 1_000_000_000_000;
