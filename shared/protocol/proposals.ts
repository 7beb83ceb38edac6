/** `/v1/proposals` and `/v1/sessions`: changes people ask for, and the meetings that decide them (TGT7). */
import * as z from 'zod';

const Id = z.string().min(1).max(200);
const Text = z.string().trim().min(1).max(2_000);

export const PROPOSAL_STATUSES = ['open', 'adopted', 'rejected', 'withdrawn'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];
export const SESSION_KINDS = ['session', 'review'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];
const VOTES = ['for', 'against'] as const;

/** What it was proposed from: a rule, a reason, a stage, a policy of the agreement, or a lead. */
export const ProposalAbout = z.strictObject({
  kind: z.enum(['rule', 'reason', 'stage', 'policy', 'goal', 'lead', 'other']),
  /** Id in the agreement, or of the lead; left out for `other`. */
  id: Id.optional(),
  /** Version of the agreement it was seen in. */
  version: z.int().min(1).optional(),
});
export type ProposalAbout = z.infer<typeof ProposalAbout>;

export const ProposalRequest = z.strictObject({
  title: z.string().trim().min(1).max(200),
  text: z.string().max(2_000).optional(),
  about: ProposalAbout,
  /** Leads that show why. */
  examples: z.array(Id).max(20).optional(),
});
export type ProposalRequest = z.infer<typeof ProposalRequest>;

/** `null` takes one's vote back. */
export const VoteRequest = z.strictObject({ vote: z.enum(VOTES).nullable() });
export type VoteRequest = z.infer<typeof VoteRequest>;

export const ProposalView = z.object({
  id: Id,
  by: Id,
  at: z.int(),
  title: z.string(),
  text: z.string(),
  about: ProposalAbout,
  status: z.enum(PROPOSAL_STATUSES),
  sessionId: Id.nullable(),
  /** Those the asker may see. */
  examples: z.array(Id),
  votes: z.object({ for: z.int(), against: z.int(), mine: z.enum(VOTES).nullable() }),
});
export type ProposalView = z.infer<typeof ProposalView>;

export const ProposalsQuery = z.strictObject({
  status: z.enum(PROPOSAL_STATUSES).optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type ProposalsQuery = z.infer<typeof ProposalsQuery>;
export const ProposalsResponse = z.object({
  proposals: z.array(ProposalView),
  cursor: z.string().nullable(),
});

/** Opens a meeting: every open proposal is on its agenda. */
export const SessionRequest = z.strictObject({ kind: z.enum(SESSION_KINDS), heldOn: z.iso.date() });
export type SessionRequest = z.infer<typeof SessionRequest>;

export const DecisionRequest = z.strictObject({
  /** The proposal it settles; left out for anything else that was decided. */
  proposalId: Id.optional(),
  text: Text,
  outcome: z.enum(['adopted', 'rejected', 'deferred']),
  owner: Id,
  dueOn: z.iso.date().optional(),
  /** Who decided where the sides did not agree. */
  referee: Id.optional(),
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;

export const DecisionView = z.object({
  id: Id,
  proposalId: Id.nullable(),
  text: z.string(),
  outcome: z.enum(['adopted', 'rejected', 'deferred']),
  owner: Id,
  dueOn: z.string().nullable(),
  referee: Id.nullable(),
  at: z.int(),
});
export type DecisionView = z.infer<typeof DecisionView>;

export const SessionView = z.object({
  id: Id,
  kind: z.enum(SESSION_KINDS),
  heldOn: z.string(),
  createdBy: Id,
  createdAt: z.int(),
  closedAt: z.int().nullable(),
});
export type SessionView = z.infer<typeof SessionView>;

export const SessionsResponse = z.object({
  sessions: z.array(SessionView),
  /** When the next ones are due by the agreement, `YYYY-MM-DD`. */
  next: z.object({ session: z.string(), review: z.string() }),
});
export type SessionsResponse = z.infer<typeof SessionsResponse>;

/** `GET /v1/sessions/:id`: agenda by votes, and what was decided. */
export const SessionResponse = z.object({
  session: SessionView,
  agenda: z.array(ProposalView),
  decisions: z.array(DecisionView),
});
export type SessionResponse = z.infer<typeof SessionResponse>;
