/** What was done to the workspace itself, by whom: grows only (ACC4, PRI5). */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Scalar } from '../../../shared/lead/facts.ts';

export const audit = sqliteTable(
  'audit',
  {
    seq: integer().primaryKey(),
    at: integer().notNull(),
    /** Member who did it; null for the workspace itself or whoever runs the deployment. */
    by: text(),
    /** What was done, `<thing>.<done>`. */
    action: text().notNull(),
    /** Id of what it was done to. */
    subject: text().notNull(),
    detail: text({ mode: 'json' }).$type<Readonly<Record<string, Scalar>>>().notNull(),
  },
  (t) => [
    index('audit_by').on(t.by),
    index('audit_action').on(t.action),
    index('audit_subject').on(t.subject),
  ],
);
