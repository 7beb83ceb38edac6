/** The workspace itself, and the agreement it is about: versions and the one draft (DEF). */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { PublishChoices, Signature } from '../../../shared/definitions/version.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';

/** One row. */
export const workspace = sqliteTable('workspace', {
  id: text().primaryKey(),
  name: text().notNull(),
  language: text().$type<Language>().notNull(),
  /** Changes with a restore (SYN6). */
  epoch: text().notNull(),
  createdAt: integer().notNull(),
  head: integer().notNull(),
  /** `head` when members, teams or their hours last changed. */
  roomSeq: integer().notNull(),
  /** Raised whenever calendars already in use are compiled again (CAL3, CAL7). */
  generation: integer().notNull().default(1),
  /** When calendars were last compared with what their zones say today; null = never. */
  calendarsCheckedAt: integer(),
});

/** Published versions, immutable but for their calendars' generation (DEF3, CAL3). */
export const definitions = sqliteTable('definitions', {
  version: integer().primaryKey(),
  seq: integer().notNull(),
  author: text().notNull(),
  note: text().notNull(),
  publishedAt: integer().notNull(),
  effectiveAt: integer().notNull(),
  signed: integer({ mode: 'boolean' }).notNull(),
  signatures: text({ mode: 'json' }).$type<Signature[]>().notNull(),
  choices: text({ mode: 'json' }).$type<PublishChoices>().notNull(),
  hash: text().notNull(),
  body: text({ mode: 'json' }).$type<Definitions>().notNull(),
  calendars: text({ mode: 'json' }).$type<Record<string, CompiledCalendar>>().notNull(),
});

/** The one draft being talked about (DEF1). */
export const drafts = sqliteTable('drafts', {
  id: integer().primaryKey(),
  hash: text().notNull(),
  body: text({ mode: 'json' }).$type<Definitions>().notNull(),
  author: text().notNull(),
  savedAt: integer().notNull(),
  signatures: text({ mode: 'json' }).$type<Signature[]>().notNull(),
});
