/** Reports that were added up lately, whole or so far: sums by cell, nobody's data (TGT4). */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Cell } from '../../../shared/target/table.ts';

export const reportRuns = sqliteTable('report_runs', {
  /** What was asked, as JSON. */
  key: text().primaryKey(),
  /** `head` it began at: with another it is another report. */
  head: integer().notNull(),
  /** Instant every lead is folded at. */
  asOf: integer().notNull(),
  /** Last lead read. */
  after: text().notNull(),
  done: integer().notNull(),
  total: integer().notNull(),
  finished: integer({ mode: 'boolean' }).notNull(),
  /** Cells so far, of each report in it. */
  cells: text({ mode: 'json' }).$type<Record<string, Cell[]>>().notNull(),
});
