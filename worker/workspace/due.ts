/** Due leads (CLK9): an alarm that came late, twice or never changes nothing but the moment it is done. */
import { asc, eq, lte, min } from 'drizzle-orm';
import { HOUR_MS } from '../../shared/time.ts';
import type { Chore } from './jobs/chore.ts';
import { refold } from './leads/refold.ts';
import { prepared } from './agreement/prepared.ts';
import * as schema from './schema.ts';
import { traceOf } from './trace.ts';
import type { Work } from './work.ts';
import { logError } from '../log.ts';

/** Leads looked at in one slice; the rest follows in the next, and whoever asks meanwhile comes between. */
const SLICE = 20;

export const dueLeads: Chore = {
  name: 'due leads',
  nextAt: (work) => selectEarliest(work).get()?.at ?? null,
  run: (work) => {
    for (const { leadId } of earliestDue(work, SLICE)) lookAt(work, leadId);
  },
};

const selectEarliest = prepared((db) =>
  db
    .select({ at: min(schema.clocks.dueAt) })
    .from(schema.clocks)
    .prepare(),
);

/** Looks at one lead in a transaction of its own; one that cannot be folded holds up nobody else. */
export function lookAt(work: Work, leadId: string): void {
  try {
    work.transact(() => refold(work, leadId));
  } catch (error) {
    work.ground.forget();
    logError('due work failed', { leadId, ...traceOf(error) });
    work.db
      .update(schema.clocks)
      .set({ dueAt: work.now + HOUR_MS })
      .where(eq(schema.clocks.leadId, leadId))
      .run();
  }
}

function earliestDue(work: Work, most: number) {
  return work.db
    .select()
    .from(schema.clocks)
    .where(lte(schema.clocks.dueAt, work.now))
    .orderBy(asc(schema.clocks.dueAt), asc(schema.clocks.leadId))
    .limit(most)
    .all();
}
