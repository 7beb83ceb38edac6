/** Facts, and what is folded from them: rows, keys, due instants, who lost sight of what (FCT2, FCT8, CLK9). */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FactKind } from '../../../shared/lead/facts.ts';
import type { Observer } from '../../../shared/lead/vocabulary.ts';

export const facts = sqliteTable(
  'facts',
  {
    seq: integer().primaryKey(),
    id: text().notNull(),
    leadId: text().notNull(),
    at: integer().notNull(),
    recordedAt: integer().notNull(),
    actor: text().notNull(),
    observer: text().$type<Observer>().notNull(),
    kind: text().$type<FactKind>().notNull(),
    /** JSON, kept as it was written so that it travels without being parsed. */
    body: text().notNull(),
  },
  (t) => [
    uniqueIndex('facts_id').on(t.id),
    index('facts_lead').on(t.leadId, t.seq),
    index('facts_routed')
      .on(t.at)
      .where(sql`kind = 'owner.routed'`),
  ],
);

/** What lists and scopes need of each lead's fold at `evaluatedAt`; the rest is folded when read. */
export const leads = sqliteTable(
  'leads',
  {
    id: text().primaryKey(),
    /** `head` at its last change: its revision and its place in every cursor. */
    seq: integer().notNull(),
    /** `head` when its owner last changed: whoever's cursor is older needs all of it. */
    ownerSeq: integer().notNull(),
    evaluatedAt: integer().notNull(),
    validUntil: integer(),
    /** Newest version known when it was folded: refolding looks no further (FCT8). */
    knownVersion: integer().notNull(),
    owner: text(),
    name: text(),
    company: text(),
    source: text(),
    stage: text().notNull(),
    score: integer().notNull(),
    segment: text(),
    backlog: integer({ mode: 'boolean' }).notNull(),
    /** Handed off and without an owner: asked again when the room changes (HOF2). */
    unrouted: integer({ mode: 'boolean' }).notNull(),
    clock: text({ mode: 'json' }).$type<LeadClock>(),
  },
  (t) => [index('leads_seq').on(t.seq), index('leads_owner').on(t.owner, t.seq)],
);

/** The nearest running clock. */
export interface LeadClock {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
}

export const leadKeys = sqliteTable('lead_keys', { key: text().notNull(), leadId: text().notNull() }, (t) => [
  primaryKey({ columns: [t.key, t.leadId] }),
  index('lead_keys_lead').on(t.leadId),
]);

/** Due table: per lead the next instant at which something must be done (CLK9). */
export const clocks = sqliteTable(
  'clocks',
  { leadId: text().primaryKey(), dueAt: integer().notNull() },
  (t) => [index('clocks_due').on(t.dueAt)],
);

/** Who lost sight of which lead when; `memberId` null: everybody whose scope it left. */
export const departures = sqliteTable(
  'departures',
  { seq: integer().notNull(), leadId: text().notNull(), memberId: text() },
  (t) => [primaryKey({ columns: [t.seq, t.leadId] })],
);
