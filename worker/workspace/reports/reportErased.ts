/** What leads that were erased still add to a report: in its totals, in no list (PRI4). */
import { lt } from 'drizzle-orm';
import { type Metric, METRICS } from '../../../shared/target/metrics.ts';
import { dateAt, periodAt } from '../../../shared/target/period.ts';
import type { Scope } from '../../../shared/target/scope.ts';
import { addCell, type Cell, type Table } from '../../../shared/target/table.ts';
import type { Interval } from '../../../shared/time.ts';
import { countersFrom, erasedCells } from '../privacy/erasureCounters.ts';
import { countedAs } from './reportCatalog.ts';
import { askedAt, isOfAll, type Question } from './reportQuestion.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

/** Counters know no team, segment, owner or source of a lead: a question for one of those does without them. */
export function addErased(work: Work, question: Question, scope: Scope, table: Table): void {
  const { name } = question;
  const asked = askedAt(work, question, scope.now);
  if (!isOfAll(question)) return;
  const counted = countedAs(name);
  if (counted !== null) for (const cell of erasedCells(work, counted, scope)) addCell(table, cell);
  if (name === 'pacing') addPacing(work, scope, asked.metric, table);
  if (name === 'goals') addGoals(work, scope, table);
  if (name === 'effect' && asked.windows !== null)
    for (const side of ['before', 'after'] as const)
      for (const { metric, ...cell } of eventsIn(work, scope, asked.windows[side]))
        addCell(table, { ...cell, row: [metric, side] });
}

function addPacing(work: Work, scope: Scope, metric: Metric, table: Table): void {
  for (const { on, hits, sum, ...event } of eventsIn(work, scope, scope.window)) {
    if (event.metric !== metric || hits === 0) continue;
    const amount = METRICS[metric] === 'money' ? sum : hits;
    addCell(table, { row: ['on', on], n: hits, hits, sum: amount, times: null });
  }
}

function addGoals(work: Work, scope: Scope, table: Table): void {
  for (const goal of scope.definitions.goals) {
    const period = periodAt(scope.calendar, scope.now, goal.period);
    for (const { metric, source, ...cell } of eventsIn(work, scope, period)) {
      if (metric !== goal.metric) continue;
      addCell(table, { ...cell, row: [goal.id, 'all'] });
      addCell(table, { ...cell, row: [goal.id, 'source', source] });
    }
  }
}

interface ErasedEvents extends Omit<Cell, 'row'> {
  readonly on: string;
  readonly metric: string;
  readonly source: string | null;
}

/** Whole local days of a stretch. */
function eventsIn(work: Work, { calendar }: Scope, { start, end }: Interval): readonly ErasedEvents[] {
  const until = lt(schema.erasureCounters.on, dateAt(calendar, end));
  return countersFrom(work, 'metrics', dateAt(calendar, start), until).map(({ on, cell, n, hits, sum }) => {
    const [metric = '', source = null] = JSON.parse(cell) as [string, string | null];
    return { on, metric, source, n, hits, sum, times: null };
  });
}
