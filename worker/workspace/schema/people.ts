/** The people: dated logs, teams, and their compiled hours (FCT3, CAL8). */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import type { MemberEntry } from '../../../shared/lead/room.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';
import type { Side } from '../../../shared/lead/vocabulary.ts';

export const members = sqliteTable('members', {
  id: text().primaryKey(),
  name: text().notNull(),
  log: text({ mode: 'json' }).$type<readonly MemberEntry[]>().notNull(),
});

/** By which a member is known to the company's own sign-in; the address itself is not kept (ACC4). */
export const memberEmails = sqliteTable('member_emails', {
  memberId: text().primaryKey(),
  /** SHA-256 of workspace and address. */
  hash: text().notNull().unique(),
});

export const teams = sqliteTable('teams', {
  id: text().primaryKey(),
  label: text().notNull(),
  side: text().$type<Side>().notNull(),
  manager: text(),
  calendar: text(),
});

/** Hours of members and teams, compiled (CAL8). */
export const calendars = sqliteTable('calendars', {
  id: text().primaryKey(),
  compiled: text({ mode: 'json' }).$type<CompiledCalendar>().notNull(),
  /** As people stated them, to be compiled again; null where only closures made it (CAL7). */
  stated: text({ mode: 'json' }).$type<Calendar>(),
});
