/** What was asked lately: answers kept for a repeat, and how often somebody tried. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Outcome } from '../../outcome.ts';

/** First answer to each write that named an `Idempotency-Key`, for a day. */
export const answers = sqliteTable(
  'answers',
  {
    memberId: text().notNull(),
    key: text().notNull(),
    route: text().notNull(),
    /** SHA-256 of method, path and body. */
    print: text().notNull(),
    at: integer().notNull(),
    outcome: text({ mode: 'json' }).$type<Outcome<unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.key, t.route] }), index('answers_at').on(t.at)],
);

/** Tries within the window that began at `since`; here, so that no eviction forgets them. */
export const tries = sqliteTable('tries', {
  key: text().primaryKey(),
  since: integer().notNull(),
  count: integer().notNull(),
});
