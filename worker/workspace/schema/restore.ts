/** A restore under way, and the epochs there were before it (SYN6). */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row while a backup is received or loaded: nobody else is answered from `loading` on. */
export const restores = sqliteTable('restores', {
  id: integer().primaryKey(),
  restoreId: text().notNull(),
  state: text().$type<'receiving' | 'loading'>().notNull(),
  by: text().notNull(),
  startedAt: integer().notNull(),
  epoch: text().notNull(),
  jobId: text(),
});

/** Lines of the backup, as they came, 512 kB at most each. */
export const restoreParts = sqliteTable('restore_parts', {
  n: integer().primaryKey(),
  lines: text().notNull(),
});

/** Epochs that ended: what was acknowledged in one of them is not turned down now. */
export const epochs = sqliteTable('epochs', {
  epoch: text().primaryKey(),
  endedAt: integer().notNull(),
});
