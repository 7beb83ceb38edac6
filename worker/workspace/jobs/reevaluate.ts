/**
 * Every lead is looked at again, a few at a time: after a publish, a closed period, calendars compiled
 * anew. Nothing waits for it: whoever reads a lead meanwhile has it folded by what holds then.
 */
import { and, asc, count, eq, gt, isNotNull, lte } from 'drizzle-orm';
import { factsOfMany } from '../leads/facts.ts';
import { forgetOldCalendars } from '../sync/generations.ts';
import { type JobKind, startJob } from './jobs.ts';
import type { LeadRow } from '../leads/leadRow.ts';
import { type Kept, refold } from '../leads/refold.ts';
import * as schema from '../schema.ts';
import { traceOf } from '../trace.ts';
import type { Work } from '../work.ts';
import { logError } from '../../log.ts';

/** Few, so that whoever asks meanwhile waits for a few milliseconds at most. */
const SLICE = 5;

export interface Reevaluation {
  readonly because: 'publish' | 'closure' | 'calendars' | 'withdrawal';
}

interface Place {
  readonly after: string;
  /** Leads that could not be folded; each has a line in the log. */
  readonly failed: number;
}

export const reevaluate: JobKind<Reevaluation, Place, { readonly leads: number; readonly failed: number }> = {
  // Stopped half way it would leave some leads under what no longer holds.
  cancellable: false,
  step(work, { cursor, done }) {
    const { after, failed } = cursor ?? { after: '', failed: 0 };
    const rows = nextLeads(work, after);
    const ids = rows.map(({ id }) => id);
    const facts = factsOfMany(work, ids);
    const bad = rows.filter((before) => !lookAt(work, before, facts.get(before.id) ?? [])).length;
    const finished = ids.length < SLICE;
    if (finished) forgetOldCalendars(work);
    return {
      cursor: { after: ids.at(-1) ?? after, failed: failed + bad },
      done: done + ids.length,
      finished,
      result: { leads: done + ids.length, failed: failed + bad },
    };
  },
};

/**
 * Looks at every lead from `dueAt` on. A walk already under way, or meant for the same instant, is taken
 * over: one is enough for both.
 * @returns the job; null in a workspace without leads
 */
export function reevaluateAll(
  work: Work,
  wanted: { readonly because: Reevaluation['because']; readonly by: string | null; readonly dueAt?: number },
): string | null {
  const { because, by, dueAt = work.now } = wanted;
  const [{ total } = { total: 0 }] = work.db.select({ total: count() }).from(schema.leads).all();
  if (total === 0) return null;
  const { jobs } = schema;
  const same = dueAt > work.now ? eq(jobs.dueAt, dueAt) : lte(jobs.dueAt, work.now);
  const sentence = 'A newer look at all leads took this one over.';
  work.db
    .update(jobs)
    .set({ state: 'cancelled', dueAt: null, cursor: null, failure: sentence, updatedAt: work.now })
    .where(and(eq(jobs.kind, 'reevaluate'), isNotNull(jobs.dueAt), same))
    .run();
  return startJob(work, { kind: 'reevaluate', by, input: { because }, total, dueAt });
}

function nextLeads(work: Work, after: string): readonly LeadRow[] {
  return work.db
    .select()
    .from(schema.leads)
    .where(gt(schema.leads.id, after))
    .orderBy(asc(schema.leads.id))
    .limit(SLICE)
    .all();
}

/** @returns whether it could be folded; one that cannot holds up nobody else */
function lookAt(work: Work, before: LeadRow, stored: Kept['stored']): boolean {
  try {
    work.transact(() => refold(work, before.id, { stored, before }));
    return true;
  } catch (error) {
    logError('due work failed', { leadId: before.id, ...traceOf(error) });
    return false;
  }
}
