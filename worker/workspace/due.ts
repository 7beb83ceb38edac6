/** Due work (CLK9): an alarm that came late, twice or never changes nothing but the moment it is done. */
import { asc, eq, lte, min } from 'drizzle-orm';
import { HOUR_MS } from '../../shared/time.ts';
import { refold } from './refold.ts';
import * as schema from './schema.ts';
import type { Work } from './work.ts';

/** Leads looked at in one wake; the rest follows in the next, at once. */
export const MOST_PER_WAKE = 200;

/** Looks at the leads due by `work.now`, each in its own transaction. @returns how many. */
export function runDue(work: Work, most = MOST_PER_WAKE): number {
  const due = dueLeads(work, most);
  for (const { leadId } of due) {
    try {
      work.transact(() => refold(work, leadId));
    } catch (error) {
      // One lead that cannot be folded must not hold up the others, nor whoever asked.
      console.error('due work failed', { leadId, message: error instanceof Error ? error.message : '' });
      work.db
        .update(schema.clocks)
        .set({ dueAt: work.now + HOUR_MS })
        .where(eq(schema.clocks.leadId, leadId))
        .run();
    }
  }
  return due.length;
}

/**
 * As if every alarm had come on time: each due lead is looked at at its own instant, up to now.
 * Only under the request's clock, where hours pass between two requests (tests and the sample).
 */
export function liveThrough(work: Work, most = 20_000): void {
  for (let count = 0; count < most; count += 1) {
    const [next] = dueLeads(work, 1);
    if (next === undefined) return;
    const then: Work = { ...work, now: next.dueAt };
    work.transact(() => refold(then, next.leadId));
  }
}

/** Earliest due instant; null when nothing waits. */
export function nextDueAt(work: Work): number | null {
  return (
    work.db
      .select({ at: min(schema.clocks.dueAt) })
      .from(schema.clocks)
      .get()?.at ?? null
  );
}

function dueLeads(work: Work, most: number) {
  return work.db
    .select()
    .from(schema.clocks)
    .where(lte(schema.clocks.dueAt, work.now))
    .orderBy(asc(schema.clocks.dueAt), asc(schema.clocks.leadId))
    .limit(most)
    .all();
}
