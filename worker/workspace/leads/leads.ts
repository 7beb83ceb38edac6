/** Reading one lead: from its facts at this very instant, or at an earlier one (STG5). */
import { and, asc, gt } from 'drizzle-orm';
import * as z from 'zod';
import type { Fact } from '../../../shared/lead/facts.ts';
import { readLead as readFold, type ReadLead } from '../../../shared/lead/fold.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { stateAt } from '../../../shared/lead/stateAt.ts';
import type { LeadQuery, FactsQuery } from '../../../shared/protocol/leads.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { readReach } from '../../access.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { explanationOf, type Explanation } from './explanation.ts';
import { factOfRow, factsOf, ofLead, plainFact } from './facts.ts';
import { endOfDate } from '../localDay.ts';
import { factsHeldAt, holderOf } from './merged.ts';
import { readPlace, writePlace } from '../place.ts';
import { keptRow } from '../projection.ts';
import type { LeadRow } from './leadRow.ts';
import { historyOf, stateOf } from './refold.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

export const UNKNOWN_LEAD = failure('not-found', 'There is no such lead.');

export interface LeadRead {
  /** Its survivor's, where it was merged into another (IDN3). */
  readonly id: string;
  readonly revision: number;
  readonly state: LeadState;
  readonly explanation?: readonly Explanation[];
}

export function readLead(
  work: Work,
  who: Who,
  query: LeadQuery & { readonly id: string },
): Outcome<LeadRead> {
  const row = rowInScope(work, who, query.id);
  if (!row) return UNKNOWN_LEAD;
  const { explain, known = 'then' } = query;
  const at = instantOf(work, query.at);
  if (at > work.now) return failure('bad-request', 'Ask for an instant that has been.', LATER);
  const { id, seq: revision } = row;
  const state = query.at === undefined ? stateOf(work, id, work.now) : stateThen(work, id, at, known);
  if (state === null) return UNKNOWN_LEAD;
  const explanation = explain && explanationOf(leadAt(work, id, at), explain);
  return done({ id, revision, state, ...(explanation ? { explanation } : {}) });
}

const LATER = [{ pointer: '/at', detail: 'lies in the future' }];

/** A date means its end in the workspace's calendar, or now while it lasts. */
function instantOf(work: Work, at: LeadQuery['at']): number {
  if (at === undefined) return work.now;
  if (typeof at === 'number') return at;
  const calendar = workspaceCalendarOf(work.ground.inForce(work.now));
  const end = endOfDate(calendar, at) - 1;
  const begun = endOfDate(calendar, at, -1) <= work.now;
  return begun ? Math.min(end, work.now) : end;
}

/** Null where nobody knew of the lead yet. */
function stateThen(work: Work, id: string, at: number, known: 'then' | 'now'): LeadState | null {
  const facts = factsHeldAt(factsOf(work, id).map(plainFact), id, at);
  const seen = facts.filter((fact) => fact.at <= at && (known === 'now' || fact.recordedAt <= at));
  if (seen.length === 0) return null;
  const history = work.ground.history();
  return stateAt(facts, history, work.ground.room(), at, known);
}

/** What criteria see of a lead at an instant, for explanations and what is missing. */
export function leadAt(work: Work, id: string, at: number): ReadLead {
  const facts = factsHeldAt(factsOf(work, id).map(plainFact), id, at);
  return readFold(facts, historyOf(work, facts, at), work.ground.room(), at);
}

const Place = z.int().min(0);
const MOST_FACTS = 1_000;

/** In the order they were recorded. */
export function readFacts(
  work: Work,
  who: Who,
  { id, cursor, limit = MOST_FACTS }: FactsQuery & { readonly id: string },
): Outcome<{ facts: readonly Fact[]; cursor: string | null }> {
  const row = rowInScope(work, who, id);
  if (!row) return UNKNOWN_LEAD;
  const after = cursor === undefined ? 0 : readPlace(Place, cursor);
  if (after === undefined)
    return failure('bad-request', 'This cursor is none of ours. Leave it out to begin with the oldest.');
  const found = work.db
    .select()
    .from(schema.facts)
    .where(and(ofLead(work, row.id), gt(schema.facts.seq, after)))
    .orderBy(asc(schema.facts.seq))
    .limit(limit + 1)
    .all()
    .map(factOfRow);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last ? writePlace(last.seq) : null;
  return done({ facts: page.map(plainFact), cursor: next });
}

/** Undefined for a lead that is not there and for one out of scope: the two answer alike. */
export function rowInScope(work: Work, who: Who, id: string): LeadRow | undefined {
  const row = keptRow(work, holderOf(work, id));
  return row && isInScope(who, row) ? row : undefined;
}

/** What `inScope` asks of a query, of a row that has been read. */
function isInScope({ role, memberId }: Who, { owner }: LeadRow): boolean {
  return readReach(role) === 'all' || owner === null || owner === memberId;
}
