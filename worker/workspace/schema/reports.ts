/** What reports are read from: of each lead as much as they look at, and sums that were added up lately (TGT4). */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Cell } from '../../../shared/target/table.ts';

/**
 * A lead as reports read it (`shared/target/keptLead.ts`), folded at an instant. Whatever stands here
 * follows from the facts: one that is missing, or no longer holds, is folded anew when somebody looks.
 */
export const leadReports = sqliteTable(
  'lead_reports',
  {
    leadId: text().primaryKey(),
    evaluatedAt: integer().notNull(),
    validUntil: integer(),
    /** As in `leads`: what it was folded with. */
    knownVersion: integer().notNull(),
    generation: integer().notNull(),
    /** `roomSeq` it was folded at: people who moved since (`room_moves`) make it stale. */
    roomSeq: integer().notNull(),
    /** JSON; with the ids of the members its fold asked for. */
    body: text().notNull(),
  },
  (t) => [
    index('lead_reports_until')
      .on(t.validUntil)
      .where(sql`valid_until is not null`),
  ],
);

/** `roomSeq` at which what is known of a member last changed; of the empty name: of everybody, teams and hours. */
export const roomMoves = sqliteTable('room_moves', {
  member: text().primaryKey(),
  seq: integer().notNull(),
});

/** Long sums over whole leads, so far or whole: by cell, nobody's data. */
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
