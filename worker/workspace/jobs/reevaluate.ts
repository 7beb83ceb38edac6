/**
 * Every lead is looked at again, a few at a time: after a publish, a closed period, calendars compiled
 * anew. Nothing waits for it: whoever reads a lead meanwhile has it folded by what holds then.
 */
import { and, asc, count, eq, gt, isNotNull, lte, sql } from 'drizzle-orm';
import { prepared } from '../agreement/prepared.ts';
import { factsOfMany } from '../leads/facts.ts';
import { forgetOldCalendars } from '../sync/generations.ts';
import { type JobKind, startJob } from './jobs.ts';
import type { LeadRow } from '../leads/leadRow.ts';
import { type Kept, refold, refoldMany } from '../leads/refold.ts';
import * as schema from '../schema.ts';
import { traceOf } from '../trace.ts';
import type { Work } from '../work.ts';
import { logError } from '../../log.ts';

/** Few, so that whoever asks meanwhile waits for a few milliseconds at most. */
const SLICE = 10;

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
    const kept = rows.map((before) => ({ before, stored: facts.get(before.id) ?? [] }));
    const bad = lookAtAll(work, kept);
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
  return selectNext(work).all({ after });
}

const selectNext = prepared((db) => {
  const { id } = schema.leads;
  return db
    .select()
    .from(schema.leads)
    .where(gt(id, sql.placeholder('after')))
    .orderBy(asc(id))
    .limit(SLICE)
    .prepare();
});

type Known = Kept & { readonly before: LeadRow };

/** A statement per table for all of them, or one by one where some cannot be folded. @returns how many could not */
function lookAtAll(work: Work, leads: readonly Known[]): number {
  try {
    work.transact(() => refoldMany(work, leads));
    return 0;
  } catch {
    work.ground.forget();
    return leads.filter((lead) => !lookAt(work, lead)).length;
  }
}

/** @returns whether it could be folded; one that cannot holds up nobody else */
function lookAt(work: Work, { before, stored }: Known): boolean {
  try {
    work.transact(() => refold(work, before.id, { stored, before }));
    return true;
  } catch (error) {
    logError('due work failed', { leadId: before.id, ...traceOf(error) });
    return false;
  }
}
