/** Reading leads: lists from their rows, one of them from its facts at this very instant. */
import { and, asc, eq, gt, isNull, or, type SQL } from 'drizzle-orm';
import type { Fact } from '../../shared/lead/facts.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import { readReach } from '../access.ts';
import { done, failure, type Outcome } from '../outcome.ts';
import { factsOf, plainFact } from './facts.ts';
import type { LeadRow } from './projection.ts';
import { stateOf } from './refold.ts';
import * as schema from './schema.ts';
import type { Who, Work } from './work.ts';

export type LeadView = Omit<LeadRow, 'seq' | 'ownerSeq' | 'knownVersion' | 'unrouted'> & {
  readonly revision: number;
};

const UNKNOWN = failure('not-found', 'There is no such lead.');

/** Rows in somebody's scope (ACC2). */
export function inScope(who: Pick<Who, 'role' | 'memberId'>): SQL | undefined {
  if (readReach(who.role) === 'all') return undefined;
  return or(eq(schema.leads.owner, who.memberId), isNull(schema.leads.owner));
}

export function listLeads(
  work: Work,
  who: Who,
  { after, limit }: { after: string; limit: number },
): Outcome<{ leads: readonly LeadView[]; next: string | null }> {
  const rows = work.db
    .select()
    .from(schema.leads)
    .where(and(gt(schema.leads.id, after), inScope(who)))
    .orderBy(asc(schema.leads.id))
    .limit(limit + 1)
    .all();
  const page = rows.slice(0, limit);
  const next = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
  return done({ leads: page.map(viewOf), next });
}

export function readLead(
  work: Work,
  who: Who,
  { id }: { id: string },
): Outcome<{ id: string; revision: number; state: LeadState }> {
  const row = rowInScope(work, who, id);
  return row ? done({ id, revision: row.seq, state: stateOf(work, id, work.now) }) : UNKNOWN;
}

export function readFacts(work: Work, who: Who, { id }: { id: string }): Outcome<{ facts: readonly Fact[] }> {
  return rowInScope(work, who, id) ? done({ facts: factsOf(work, id).map(plainFact) }) : UNKNOWN;
}

/** Undefined for a lead that is not there and for one out of scope: the two answer alike. */
function rowInScope(work: Work, who: Who, id: string): LeadRow | undefined {
  return work.db
    .select()
    .from(schema.leads)
    .where(and(eq(schema.leads.id, id), inScope(who)))
    .get();
}

function viewOf(row: LeadRow): LeadView {
  const { seq: revision, ownerSeq: _, knownVersion: __, unrouted: ___, ...shown } = row;
  return { ...shown, revision };
}
