/** Plans by which backlog is released in lots (TRI2): at most one runs. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BacklogFilter } from '../../../shared/protocol/backlog.ts';

export const backlogPlans = sqliteTable(
  'backlog_plans',
  {
    id: text().primaryKey(),
    by: text().notNull(),
    createdAt: integer().notNull(),
    perOwner: integer().notNull(),
    filter: text({ mode: 'json' }).$type<BacklogFilter>().notNull(),
    state: text().$type<'running' | 'done' | 'cancelled'>().notNull(),
    /** When it goes on: the next opening, or at once within a lot; null once it has ended. */
    nextAt: integer(),
    /** Local date of the lot in hand, and how many of it each owner got. */
    lotOn: text(),
    lot: text({ mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull(),
    /** Score and id of the last lead looked at in this lot; null before the first. */
    place: text({ mode: 'json' }).$type<readonly [number, string]>(),
    /** Looked at in this lot and left: their owner had enough, or nobody could take them. */
    skipped: integer().notNull(),
    released: integer().notNull(),
    endedAt: integer(),
  },
  (t) => [index('backlog_plans_next').on(t.nextAt)],
);
