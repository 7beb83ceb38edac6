/** Long work in slices: where each piece of it has got to (CLK9: an alarm that comes twice does nothing twice). */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const JOB_STATES = ['running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

export const jobs = sqliteTable(
  'jobs',
  {
    n: integer().primaryKey({ autoIncrement: true }),
    /** A name in `jobKinds.ts`. */
    kind: text().notNull(),
    state: text().$type<JobState>().notNull(),
    /** Member who asked for it; null for the workspace itself. */
    by: text(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    /** When its next slice is due; null once it is over. */
    dueAt: integer(),
    /** Failures in a row of its next slice. */
    tries: integer().notNull(),
    done: integer().notNull(),
    /** Null while nobody knows. */
    total: integer(),
    input: text({ mode: 'json' }).$type<unknown>(),
    cursor: text({ mode: 'json' }).$type<unknown>(),
    result: text({ mode: 'json' }).$type<unknown>(),
    /** Why it failed, as a sentence for whoever asked. */
    failure: text(),
  },
  (t) => [index('jobs_due').on(t.dueAt)],
);

/** Which leads a preview counted where (DEF2): those of one slice and one mark in a row, of the last previews. */
export const previewLeads = sqliteTable(
  'preview_leads',
  {
    /** `jobs.n` */
    job: integer().notNull(),
    /** The mark's row, JSON: `["move","lead","mql"]`. */
    mark: text().notNull(),
    /** The last lead of the slice before. */
    after: text().notNull(),
    /** Ids, ascending. */
    leads: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.job, t.after, t.mark] })],
);
