/** What stays of people who were erased: counters, an id to be forgotten by devices, keyed hashes (PRI4). */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Times } from '../../../shared/target/times.ts';

/** One row: the key of the hashes, which the ledger keeps too. Never exported. */
export const erasureKey = sqliteTable('erasure_key', { id: integer().primaryKey(), key: text().notNull() });

/** Leads that are gone; `seq` tells devices to forget them. */
export const erasures = sqliteTable(
  'erasures',
  {
    leadId: text().primaryKey(),
    seq: integer().notNull(),
    at: integer().notNull(),
    /** Member; null for the retention's own work. */
    by: text(),
    /** Whether the ledger has it. */
    noted: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    index('erasures_seq').on(t.seq),
    index('erasures_unnoted')
      .on(t.seq)
      .where(sql`noted = 0`),
  ],
);

/** Identifiers that must not come back, as keyed hashes. */
export const erasedKeys = sqliteTable(
  'erased_keys',
  { hash: text().primaryKey(), at: integer().notNull(), noted: integer({ mode: 'boolean' }).notNull() },
  (t) => [
    index('erased_keys_unnoted')
      .on(t.at)
      .where(sql`noted = 0`),
  ],
);

/** What erased leads had added to each cell of each report, per local day: sums, nobody's in particular. */
export const erasureCounters = sqliteTable(
  'erasure_counters',
  {
    report: text().notNull(),
    /** `YYYY-MM-DD`. */
    on: text('on_date').notNull(),
    /** The cell's row as JSON. */
    cell: text().notNull(),
    n: integer().notNull(),
    hits: integer().notNull(),
    sum: integer().notNull(),
    times: text({ mode: 'json' }).$type<Times>(),
  },
  (t) => [primaryKey({ columns: [t.report, t.on, t.cell] })],
);
