/** How long each kind of record is kept, where a workspace decided otherwise than we would (PRI4). */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RetentionKind } from '../../../shared/protocol/retention.ts';

export const retention = sqliteTable('retention', {
  kind: text().$type<RetentionKind>().primaryKey(),
  /** Null = for ever. */
  days: integer(),
});

/** One row: when the broom went round last, and where it is on its way through the leads. */
export const sweeps = sqliteTable('sweeps', {
  id: integer().primaryKey(),
  startedAt: integer().notNull(),
  /** Last lead looked at; null = not under way. */
  after: text('after_lead'),
});
