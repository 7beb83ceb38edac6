/** Who is away from when to when (HOF2, CAL8); the member's log says the same to the engine. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const absences = sqliteTable(
  'absences',
  {
    id: text().primaryKey(),
    memberId: text().notNull(),
    fromAt: integer().notNull(),
    /** Not included; moved back when it ends early. */
    untilAt: integer().notNull(),
    reason: text().notNull(),
    by: text().notNull(),
    createdAt: integer().notNull(),
    endedAt: integer(),
  },
  (t) => [index('absences_member').on(t.memberId, t.fromAt), index('absences_until').on(t.untilAt)],
);
