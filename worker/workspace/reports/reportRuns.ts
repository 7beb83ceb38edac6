/**
 * What is added up over all leads in slices: kept under what was asked until something changes, a minute
 * at most. One that is half done goes on though something changed: a busy workspace would never see its end.
 */
import { count, eq, lt, or, sql } from 'drizzle-orm';
import { type Cell, cellsOf, type Table } from '../../../shared/target/table.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Lot } from './reportLeads.ts';
import * as schema from '../schema.ts';
import { headOf, type Work } from '../work.ts';

const KEPT_MS = MINUTE_MS;
/** A half-finished one nobody went on with is thrown away after this. */
const LONGEST_MS = 10 * MINUTE_MS;

export type Run = typeof schema.reportRuns.$inferSelect;

/** Where it stands, or a new one at its beginning. */
export function runOf(work: Work, key: string): Run {
  const { reportRuns } = schema;
  const head = headOf(work.db);
  const known = work.db.select().from(reportRuns).where(eq(reportRuns.key, key)).get();
  const usable = known && (known.head === head || !known.finished) && isFresh(known, work.now);
  return usable ? known : begin(work, key, head);
}

/** One lot further, with what its tables hold now. */
export function goneOn(work: Work, run: Run, { leads, after }: Lot, tables: Record<string, Table>): Run {
  const cells: Record<string, Cell[]> = {};
  for (const [name, table] of Object.entries(tables)) cells[name] = [...cellsOf(table)];
  const next: Run = {
    ...run,
    after: after ?? '',
    done: run.done + leads.length,
    finished: after === null,
    cells,
  };
  work.db
    .insert(schema.reportRuns)
    .values(next)
    .onConflictDoUpdate({ target: schema.reportRuns.key, set: next })
    .run();
  return next;
}

function isFresh({ asOf, finished }: Run, now: number): boolean {
  return now >= asOf && now - asOf < (finished ? KEPT_MS : LONGEST_MS);
}

function begin(work: Work, key: string, head: number): Run {
  const { reportRuns } = schema;
  const old = or(lt(reportRuns.asOf, work.now - LONGEST_MS), sql`${reportRuns.asOf} > ${work.now}`);
  work.db.delete(reportRuns).where(old).run();
  const [{ total } = { total: 0 }] = work.db.select({ total: count() }).from(schema.leads).all();
  return { key, head, asOf: work.now, after: '', done: 0, total, finished: false, cells: {} };
}
