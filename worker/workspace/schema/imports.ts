/** Files handed in (TRI2): their rows as they came, until they have been applied, and what was wrong with some. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ImportState, Mapping } from '../../../shared/protocol/imports.ts';
import type { Reason } from '../../../shared/protocol/reason.ts';

export const imports = sqliteTable(
  'imports',
  {
    id: text().primaryKey(),
    by: text().notNull(),
    state: text().$type<ImportState>().notNull(),
    format: text().$type<'csv' | 'ndjson'>().notNull(),
    /** Applies nothing, only says what it would do. */
    dryRun: integer({ mode: 'boolean' }).notNull(),
    mapping: text({ mode: 'json' }).$type<Mapping>().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    /** Of `jobs`, once everything has come. */
    jobId: text(),
    bytes: integer().notNull(),
    /** Rows read, and what became of those looked at so far. */
    rows: integer().notNull(),
    created: integer().notNull(),
    changed: integer().notNull(),
    unchanged: integer().notNull(),
    failed: integer().notNull(),
    facts: integer().notNull(),
  },
  (t) => [
    index('imports_open')
      .on(t.updatedAt)
      .where(sql`state in ('receiving', 'running')`),
  ],
);

/** Rows still to be applied, as JSON, 512 kB at most each; gone once the import is over. */
export const importParts = sqliteTable(
  'import_parts',
  { importId: text().notNull(), n: integer().notNull(), rows: text().notNull() },
  (t) => [primaryKey({ columns: [t.importId, t.n] })],
);

/** What was wrong with single rows, the first thousand; never the value itself. */
export const importErrors = sqliteTable(
  'import_errors',
  {
    importId: text().notNull(),
    line: integer().notNull(),
    field: text().notNull(),
    detail: text().notNull(),
    /** Null in what an earlier release wrote. */
    reason: text({ mode: 'json' }).$type<Reason>(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.line] })],
);
