/** `/v1/proposals` and `/v1/sessions`: changes people ask for, and the meetings that decide them (TGT7). */
import * as z from 'zod';
import { SIDES } from '../lead/vocabulary.ts';

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

const changeHead = {
  path: z.array(z.union([z.string().max(200), z.int().min(0)])).max(20),
  pointer: z.string().max(1_000),
};
/** One difference between two agreements, as `diff` tells it. */
export const ProposedChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), ...changeHead, index: z.int().min(0), after: z.unknown() }),
  z.strictObject({ kind: z.literal('removed'), ...changeHead, before: z.unknown() }),
  z.strictObject({ kind: z.literal('changed'), ...changeHead, before: z.unknown(), after: z.unknown() }),
  z.strictObject({
    kind: z.literal('moved'),
    ...changeHead,
    before: z.array(z.string().max(200)).max(500),
    after: z.array(z.string().max(200)).max(500),
  }),
]);
export type ProposedChange = z.infer<typeof ProposedChange>;
/** Characters of JSON: a proposal is one thing to talk about, not another agreement. */
const LONGEST_CHANGE = 20_000;

export const ProposalRequest = z.strictObject({
  title: z.string().trim().min(1).max(200),
  text: z.string().max(2_000).optional(),
  about: ProposalAbout,
  /** What it would change, ready to be made a draft; left out where words have to do. */
  changes: z
    .array(ProposedChange)
    .max(20)
    .refine((changes) => JSON.stringify(changes).length <= LONGEST_CHANGE, 'too long for one proposal')
    .optional(),
  /** Leads that show why. */
  examples: z.array(Id).max(20).optional(),
});
export type ProposalRequest = z.infer<typeof ProposalRequest>;

/** `null` takes one's vote back. */
export const VoteRequest = z.strictObject({ vote: z.enum(VOTES).nullable() });
export type VoteRequest = z.infer<typeof VoteRequest>;

/** Whom a proposal shows, or a contest is about: as far as the asker may see them. */
const NamedLead = z.object({ id: Id, name: z.string().nullable(), company: z.string().nullable() });
export type NamedLead = z.infer<typeof NamedLead>;

/** What beside proposals a meeting may decide about. */
export const POINT_KINDS = ['contest', 'breach', 'goal', 'leak'] as const;
export type PointKind = (typeof POINT_KINDS)[number];
export const PointRef = z.strictObject({ kind: z.enum(POINT_KINDS), id: Id });
export type PointRef = z.infer<typeof PointRef>;

export const DecisionView = z.object({
  id: Id,
  sessionId: Id,
  proposalId: Id.nullable(),
  /** The point of the agenda it is about, when that is no proposal. */
  item: PointRef.nullable(),
  text: z.string(),
  outcome: z.enum(['adopted', 'rejected', 'deferred']),
  owner: Id,
  dueOn: z.string().nullable(),
  referee: Id.nullable(),
  at: z.int(),
});
export type DecisionView = z.infer<typeof DecisionView>;

const Votes = z.object({ for: z.int(), against: z.int() });

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
  /** The same leads, by name. */
  leads: z.array(NamedLead),
  changes: z.array(ProposedChange),
  votes: z.object({
    ...Votes.shape,
    mine: z.enum(VOTES).nullable(),
    /** By the side each voter was on. */
    sides: z.record(z.enum(SIDES), Votes),
  }),
  /** The last one about it, also when it was put off. */
  decision: DecisionView.nullable(),
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
export type ProposalsResponse = z.infer<typeof ProposalsResponse>;

/** Opens a meeting: every open proposal is on its agenda. */
export const SessionRequest = z.strictObject({
  kind: z.enum(SESSION_KINDS),
  heldOn: z.iso.date(),
  /** Who leads it and decides where the sides do not agree. */
  referee: Id.optional(),
});
export type SessionRequest = z.infer<typeof SessionRequest>;

export const DecisionRequest = z.strictObject({
  /** The proposal it settles; left out for anything else that was decided. */
  proposalId: Id.optional(),
  item: PointRef.optional(),
  text: Text,
  outcome: z.enum(['adopted', 'rejected', 'deferred']),
  owner: Id,
  dueOn: z.iso.date().optional(),
  /** Who decided where the sides did not agree. */
  referee: Id.optional(),
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** What is written down while it is held; what is left out stays. */
export const SessionPatch = z.strictObject({
  notes: z.string().max(20_000).optional(),
  attendees: z.array(Id).max(200).optional(),
  referee: Id.nullable().optional(),
});
export type SessionPatch = z.infer<typeof SessionPatch>;

export const SessionView = z.object({
  id: Id,
  kind: z.enum(SESSION_KINDS),
  heldOn: z.string(),
  createdBy: Id,
  createdAt: z.int(),
  closedAt: z.int().nullable(),
  referee: Id.nullable(),
  /** Members who were there. */
  attendees: z.array(Id),
  notes: z.string(),
});
export type SessionView = z.infer<typeof SessionView>;

export const SessionsResponse = z.object({
  sessions: z.array(SessionView),
  /** When the next ones are due by the agreement, `YYYY-MM-DD`. */
  next: z.object({ session: z.string(), review: z.string() }),
});
export type SessionsResponse = z.infer<typeof SessionsResponse>;

/** The agenda beside the proposals, as the reports tell it at one instant. */
export const AgendaPoints = z.object({
  asOf: z.int(),
  /** Local dates, both included: since the meeting of its kind before. */
  from: z.iso.date(),
  to: z.iso.date(),
  version: z.int(),
  trial: z.boolean(),
  /** Returns contested and not decided (HOF5), by hand-off; those the asker may see. */
  contests: z.array(z.object({ id: Id, at: z.int(), by: Id, lead: NamedLead })),
  /** Contests whose leads the asker may not see. */
  hidden: z.int(),
  /** Promises (policies) broken more often than their goal allows; without a goal none is allowed. */
  breaches: z.array(z.object({ id: Id, late: z.int(), n: z.int(), allowed: z.int(), goal: Id.nullable() })),
  /** Goals missed, or behind while their period runs; `id` is the goal's and its period's first date. */
  goals: z.array(
    z.object({
      id: Id,
      goal: Id,
      from: z.iso.date(),
      to: z.iso.date(),
      running: z.boolean(),
      kind: z.enum(['count', 'share', 'money']),
      /** As agreed: a number, percent, or whole units of the reporting currency. */
      target: z.number(),
      /** In the target's unit. */
      actual: z.number(),
      /** What the target asks for by now, in its unit. */
      expected: z.number(),
      n: z.int(),
    }),
  ),
  /** Where leads were lost between the teams, and how many. */
  leaks: z.array(z.object({ id: Id, n: z.int() })),
});
export type AgendaPoints = z.infer<typeof AgendaPoints>;

/** `GET /v1/sessions/:id`: agenda by votes, and what was decided. */
export const SessionResponse = z.object({
  session: SessionView,
  agenda: z.array(ProposalView),
  /** Null until they are made (`POST /v1/sessions/:id/agenda`). */
  points: AgendaPoints.nullable(),
  decisions: z.array(DecisionView),
});
export type SessionResponse = z.infer<typeof SessionResponse>;
