/** Closed periods declared afterwards, and the calendars as they were before (CAL7, FCT8). */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CompiledCalendar } from '../../../shared/time.ts';

export const closures = sqliteTable('closures', {
  n: integer().primaryKey({ autoIncrement: true }),
  /** Null: the whole workspace. */
  team: text(),
  /** Calendars of the agreement it closes, by id; null: all of them. */
  calendars: text({ mode: 'json' }).$type<readonly string[]>(),
  /** Hours of members and teams it closes, by id; null: all of them. */
  hours: text({ mode: 'json' }).$type<readonly string[]>(),
  startAt: integer().notNull(),
  /** Moved to the instant it was withdrawn at. */
  endAt: integer().notNull(),
  reason: text().notNull(),
  by: text().notNull(),
  declaredAt: integer().notNull(),
  withdrawnAt: integer(),
  withdrawnBy: text(),
});

/** What a calendar was until a generation ended, while rows folded with it are left. */
export const calendarsBefore = sqliteTable(
  'calendars_before',
  {
    /** Version of the agreement it belongs to; 0: hours of members and teams. */
    version: integer().notNull(),
    id: text().notNull(),
    /** Last generation in which it held. */
    generation: integer().notNull(),
    /** Null: it did not exist. */
    compiled: text({ mode: 'json' }).$type<CompiledCalendar>(),
  },
  (t) => [
    primaryKey({ columns: [t.version, t.id, t.generation] }),
    index('calendars_before_generation').on(t.generation),
  ],
);
