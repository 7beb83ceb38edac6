/** Everything that has to leave the workspace, and what became of it. Payloads name leads by id only (PRI1). */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Reason } from '../../../shared/protocol/reason.ts';

/**
 * `waiting`: not tried yet · `failed`: tried, comes again at `nextAt` · `sent` · `dead`: given up,
 * until an admin has it tried again.
 */
export type OutboxState = 'waiting' | 'sent' | 'failed' | 'dead';

/** What knows how to send it: `webhook` goes to the subscription named in `target`, `connection` to that connection. */
export type OutboxKind = 'webhook' | 'connection';

export const outbox = sqliteTable(
  'outbox',
  {
    /** Sent along, the same at every try, so that the receiver can tell a repeat. */
    id: text().primaryKey(),
    /** What caused it: the same cause is sent once. */
    key: text().notNull(),
    kind: text().$type<OutboxKind>().notNull(),
    target: text().notNull(),
    /** The lead it is about, for erasure. */
    leadId: text(),
    payload: text({ mode: 'json' }).$type<unknown>().notNull(),
    state: text().$type<OutboxState>().notNull(),
    attempts: integer().notNull(),
    createdAt: integer().notNull(),
    /** Null once sent or dead. */
    nextAt: integer(),
    /** Of the last try: when, the status answered, and why it failed in our own words. */
    triedAt: integer(),
    status: integer(),
    error: text(),
    /** Of what a connected system would not take. */
    reason: text({ mode: 'json' }).$type<Reason>(),
  },
  (t) => [
    uniqueIndex('outbox_key').on(t.key),
    index('outbox_next').on(t.nextAt),
    index('outbox_target').on(t.target, t.id),
    index('outbox_lead').on(t.leadId),
  ],
);
