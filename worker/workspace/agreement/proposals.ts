/** Changes anybody may ask for, from a rule, a reason or a lead, and who is for them (TGT7). */
import { and, desc, eq, lt } from 'drizzle-orm';
import * as z from 'zod';
import type {
  ProposalRequest,
  ProposalsQuery,
  ProposalView,
  VoteRequest,
} from '../../../shared/protocol/proposals.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import type { Side } from '../../../shared/lead/vocabulary.ts';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import { namedLead } from './agendaPoints.ts';
import { holderOf } from '../leads/merged.ts';
import { rowInScope } from '../leads/leads.ts';
import { readPlace, writePlace } from '../place.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';
import { wrongAt } from '../../refused.ts';
import type { PlainReason } from '../../../shared/protocol/reason.ts';

export type ProposalRow = typeof schema.proposals.$inferSelect;

const { proposals, proposalVotes, proposalExamples } = schema;
const UNKNOWN = failure('not-found', 'There is no such proposal.');
const Place = z.int().min(0);
const MOST = 50;

export function addProposal(
  work: Work,
  who: Who,
  { id, proposal }: { id: string; proposal: ProposalRequest },
): Outcome<ProposalView> {
  const { title, text = '', about, examples = [], changes = null } = proposal;
  const named = about.kind === 'lead' && about.id !== undefined ? [about.id] : [];
  if (about.kind === 'lead' && about.id === undefined) return wrong('/about/id', 'required');
  const missing = examples.findIndex((leadId) => !rowInScope(work, who, leadId));
  if (missing >= 0) return wrong(`/examples/${missing}`, 'no_lead');
  if (named.some((leadId) => !rowInScope(work, who, leadId))) return wrong('/about/id', 'no_lead');
  work.db
    .insert(proposals)
    .values({
      id,
      by: who.memberId,
      at: work.now,
      title,
      text,
      about,
      status: 'open',
      sessionId: null,
      changes,
    })
    .run();
  for (const leadId of new Set([...named, ...examples].map((one) => holderOf(work, one))))
    work.db.insert(proposalExamples).values({ proposalId: id, leadId }).run();
  work.isNews = true;
  return readProposal(work, who, { id });
}

const wrong = (pointer: string, why: PlainReason) => wrongAt('This proposal cannot be kept.', pointer, why);

export function readProposal(work: Work, who: Who, { id }: { id: string }): Outcome<ProposalView> {
  const row = rowOf(work, id);
  return row ? done(viewOf(work, who, row)) : UNKNOWN;
}

/** Newest first. */
export function listProposals(
  work: Work,
  who: Who,
  { status, cursor, limit = MOST }: ProposalsQuery,
): Outcome<{ proposals: readonly ProposalView[]; cursor: string | null }> {
  const before = cursor === undefined ? undefined : readPlace(Place, cursor);
  if (cursor !== undefined && before === undefined)
    return failure('bad-request', 'This cursor is none of ours. Leave it out to begin with the newest.');
  const rows = work.db
    .select()
    .from(proposals)
    .where(
      and(
        before === undefined ? undefined : lt(proposals.seq, before),
        status === undefined ? undefined : eq(proposals.status, status),
      ),
    )
    .orderBy(desc(proposals.seq))
    .limit(limit + 1)
    .all();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? writePlace(last.seq) : null;
  return done({ proposals: page.map((row) => viewOf(work, who, row)), cursor: next });
}

/** One vote a person, changed or taken back while the proposal is open. */
export function voteOn(
  work: Work,
  who: Who,
  { id, vote }: VoteRequest & { readonly id: string },
): Outcome<ProposalView> {
  const row = rowOf(work, id);
  if (!row) return UNKNOWN;
  if (row.status !== 'open') return failure('conflict', 'This proposal has been settled.');
  work.isNews = true;
  const mine = and(eq(proposalVotes.proposalId, id), eq(proposalVotes.memberId, who.memberId));
  work.db.delete(proposalVotes).where(mine).run();
  if (vote !== null)
    work.db
      .insert(proposalVotes)
      .values({ proposalId: id, memberId: who.memberId, vote, at: work.now })
      .run();
  return done(viewOf(work, who, row));
}

/** By whoever made it; a session settles all others. */
export function withdrawProposal(work: Work, who: Who, { id }: { id: string }): Outcome<ProposalView> {
  const row = rowOf(work, id);
  if (!row) return UNKNOWN;
  if (row.by !== who.memberId) return failure('forbidden', 'Only whoever proposed it withdraws it.');
  if (row.status !== 'open') return failure('conflict', 'This proposal has been settled.');
  work.isNews = true;
  work.db.update(proposals).set({ status: 'withdrawn' }).where(eq(proposals.id, id)).run();
  return done(viewOf(work, who, { ...row, status: 'withdrawn' }));
}

export function rowOf(work: Work, id: string): ProposalRow | undefined {
  return work.db.select().from(proposals).where(eq(proposals.id, id)).get();
}

export function viewOf(work: Work, who: Who, row: ProposalRow): ProposalView {
  const { seq: _, ...proposal } = row;
  const votes = work.db.select().from(proposalVotes).where(eq(proposalVotes.proposalId, row.id)).all();
  const examples = work.db
    .select({ leadId: proposalExamples.leadId })
    .from(proposalExamples)
    .where(eq(proposalExamples.proposalId, row.id))
    .orderBy(proposalExamples.leadId)
    .all();
  const leads = examples.flatMap(({ leadId }) => namedLead(work, who, leadId) ?? []);
  const room = work.ground.room();
  const sided = votes.map((one) => ({ ...one, side: memberAt(room, one.memberId, one.at)?.side }));
  const count = (of: readonly { vote: string }[]) => ({
    for: of.filter(({ vote }) => vote === 'for').length,
    against: of.filter(({ vote }) => vote === 'against').length,
  });
  const bySide = (side: Side) => count(sided.filter((one) => one.side === side));
  return {
    ...proposal,
    changes: [...(proposal.changes ?? [])],
    examples: leads.map(({ id }) => id),
    leads,
    votes: {
      ...count(votes),
      mine: votes.find(({ memberId }) => memberId === who.memberId)?.vote ?? null,
      sides: { marketing: bySide('marketing'), sales: bySide('sales'), neutral: bySide('neutral') },
    },
    decision: lastDecision(work, row.id),
  };
}

function lastDecision(work: Work, proposalId: string): ProposalView['decision'] {
  const { decisions } = schema;
  const last = work.db
    .select()
    .from(decisions)
    .where(eq(decisions.proposalId, proposalId))
    .orderBy(desc(decisions.at), desc(decisions.id))
    .limit(1)
    .get();
  return last ?? null;
}
