/** What members propose to change, how they voted, and the meetings that decide it (TGT7). */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  AgendaPoints,
  PointRef,
  ProposalAbout,
  ProposalStatus,
  ProposedChange,
  SessionKind,
} from '../../../shared/protocol/proposals.ts';

/** As kept: ids, and who may see which lead is asked when it is read. */
export type KeptPoints = Omit<AgendaPoints, 'contests' | 'hidden'> & {
  readonly contests: readonly (Omit<AgendaPoints['contests'][number], 'lead'> & {
    readonly leadId: string;
  })[];
};

export const proposals = sqliteTable(
  'proposals',
  {
    seq: integer().primaryKey(),
    id: text().notNull().unique(),
    by: text().notNull(),
    at: integer().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    about: text({ mode: 'json' }).$type<ProposalAbout>().notNull(),
    status: text().$type<ProposalStatus>().notNull(),
    /** Session that has it on its agenda or decided it. */
    sessionId: text(),
    /** What it would change, as `diff` tells it; null: words only. */
    changes: text({ mode: 'json' }).$type<readonly ProposedChange[]>(),
  },
  (t) => [index('proposals_status').on(t.status), index('proposals_session').on(t.sessionId)],
);

/** Leads a proposal shows as examples; their rows go with the lead. */
export const proposalExamples = sqliteTable(
  'proposal_examples',
  { proposalId: text().notNull(), leadId: text().notNull() },
  (t) => [primaryKey({ columns: [t.proposalId, t.leadId] }), index('proposal_examples_lead').on(t.leadId)],
);

export const proposalVotes = sqliteTable(
  'proposal_votes',
  {
    proposalId: text().notNull(),
    memberId: text().notNull(),
    vote: text().$type<'for' | 'against'>().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.memberId] })],
);

export const sessions = sqliteTable('sessions', {
  id: text().primaryKey(),
  kind: text().$type<SessionKind>().notNull(),
  /** `YYYY-MM-DD`. */
  heldOn: text().notNull(),
  createdBy: text().notNull(),
  createdAt: integer().notNull(),
  closedAt: integer(),
  referee: text(),
  /** Members who were there; null: nobody said. */
  attendees: text({ mode: 'json' }).$type<readonly string[]>(),
  notes: text().notNull().default(''),
  /** The agenda beside the proposals; null: not made yet. */
  points: text({ mode: 'json' }).$type<KeptPoints>(),
});

export const decisions = sqliteTable(
  'decisions',
  {
    id: text().primaryKey(),
    sessionId: text().notNull(),
    proposalId: text(),
    text: text().notNull(),
    outcome: text().$type<'adopted' | 'rejected' | 'deferred'>().notNull(),
    /** Who carries it out, by when; and who decided where both sides did not agree. */
    owner: text().notNull(),
    dueOn: text(),
    referee: text(),
    at: integer().notNull(),
    /** Point of the agenda it is about, when that is no proposal. */
    item: text({ mode: 'json' }).$type<PointRef>(),
  },
  (t) => [
    index('decisions_session').on(t.sessionId),
    index('decisions_proposal')
      .on(t.proposalId)
      .where(sql`proposal_id is not null`),
  ],
);
