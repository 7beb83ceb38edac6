/** Outboxes and the first result of every command (SYN1, SYN2). */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CommandResult } from '../../../shared/protocol/sync.ts';

/** A key pair per member, base64, with which their devices seal an outbox (PRI3). */
export const seals = sqliteTable('seals', {
  memberId: text().primaryKey(),
  publicKey: text().notNull(),
  privateKey: text().notNull(),
});

/** One row per outbox ever pushed from (SYN1). */
export const clients = sqliteTable('clients', {
  id: text().primaryKey(),
  memberId: text().notNull(),
  lastN: integer().notNull(),
});

/** Every command with its first result, so that a replay hears the same (SYN1, SYN2). */
export const commands = sqliteTable(
  'commands',
  {
    clientId: text().notNull(),
    n: integer().notNull(),
    id: text().notNull(),
    memberId: text().notNull(),
    recordedAt: integer().notNull(),
    /** The command in canonical JSON. */
    command: text().notNull(),
    result: text({ mode: 'json' }).$type<CommandResult>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.n] }),
    index('commands_id').on(t.id),
    index('commands_rejected')
      .on(t.clientId, t.n)
      .where(sql`result ->> 'result' = 'rejected'`),
  ],
);
