/** Two leads that are one person: merged by somebody who knows, taken apart within 30 days (IDN3). */
import { eq } from 'drizzle-orm';
import type { Fact } from '../../../shared/lead/facts.ts';
import { mayUnmerge } from '../../../shared/lead/survivor.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { appendFacts, factsOf } from './facts.ts';
import { rowInScope, UNKNOWN_LEAD } from './leads.ts';
import { holderOf } from './merged.ts';
import { dropProjection, sendWhole } from '../projection.ts';
import { refold } from './refold.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export interface Merging {
  /** The lead that stays. */
  readonly id: string;
  readonly absorb: string;
  /** UUID of the fact. */
  readonly fact: string;
}

const UNKNOWN_OTHER = failure('not-found', 'There is no such lead.', [
  { pointer: '/absorb', detail: 'no lead has this id' },
]);

export function mergeLeads(
  work: Work,
  who: Who,
  { id, absorb, fact }: Merging,
): Outcome<{ leadId: string; absorbed: string }> {
  const survivor = rowInScope(work, who, id);
  if (!survivor) return UNKNOWN_LEAD;
  const other = rowInScope(work, who, absorb);
  if (!other) return UNKNOWN_OTHER;
  if (survivor.id === other.id) return failure('conflict', 'These are one lead already.');
  const { merges } = schema;
  work.db.insert(merges).values({ absorbed: other.id, survivor: survivor.id, at: work.now }).run();
  work.ground.forgetMerges();
  dropProjection(work, other.id);
  const head = headOf(work, who, survivor.id, fact);
  appendFacts(work, [{ ...head, kind: 'lead.merged', body: { absorbed: other.id } }]);
  refold(work, survivor.id);
  sendWhole(work, survivor.id);
  audit(work, who, 'lead.merged', survivor.id, { absorbed: other.id });
  return done({ leadId: survivor.id, absorbed: other.id });
}

/** Each has again what was its own before; what came since stays with the survivor. */
export function unmergeLead(
  work: Work,
  who: Who,
  { id, absorb: absorbed, fact }: Merging,
): Outcome<{ leadId: string; absorbed: string }> {
  const survivor = rowInScope(work, who, id);
  if (!survivor) return UNKNOWN_LEAD;
  const { merges } = schema;
  const merge = work.db.select().from(merges).where(eq(merges.absorbed, absorbed)).get();
  if (!merge || holderOf(work, absorbed) !== survivor.id)
    return failure('conflict', 'This lead did not absorb that one.', [
      { pointer: '/absorbed', detail: 'not merged into this lead' },
    ]);
  const problem = mayUnmerge(factsOf(work, survivor.id), absorbed, work.now);
  if (problem !== null)
    return failure('conflict', 'A merge can be taken back for 30 days, and they are over.');
  const head = headOf(work, who, merge.survivor, fact);
  appendFacts(work, [{ ...head, kind: 'lead.unmerged', body: { absorbed } }]);
  work.db.delete(merges).where(eq(merges.absorbed, absorbed)).run();
  work.ground.forgetMerges();
  for (const leadId of [survivor.id, absorbed]) {
    refold(work, leadId);
    sendWhole(work, leadId);
  }
  audit(work, who, 'lead.unmerged', survivor.id, { absorbed });
  return done({ leadId: survivor.id, absorbed });
}

function headOf(work: Work, who: Who, leadId: string, id: string): Omit<Fact, 'kind' | 'body'> {
  return { id, leadId, at: work.now, recordedAt: work.now, actor: who.memberId, observer: 'hand' };
}
