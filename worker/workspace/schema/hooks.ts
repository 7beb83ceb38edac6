/** Webhooks out (`subscriptions`) and in (`hooks`, `inbox`), and the calendar feeds (ACC1, ACC5). */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { HookKind, HookMapping } from '../../../shared/protocol/hooks.ts';
import type { SubscriptionEvent, SubscriptionFormat } from '../../../shared/protocol/subscriptions.ts';

/**
 * Secrets of this file are kept as they are, because signing and checking a signature need them.
 * They are shown once, never exported and never logged.
 */
export const subscriptions = sqliteTable('subscriptions', {
  id: text().primaryKey(),
  label: text().notNull(),
  url: text().notNull(),
  /** Where links in it lead: the address the admin made it at. */
  origin: text().notNull(),
  format: text().$type<SubscriptionFormat>().notNull(),
  events: text({ mode: 'json' }).$type<readonly SubscriptionEvent[]>().notNull(),
  secret: text().notNull(),
  /** The one before, which signs too until `overlapEndsAt`. */
  oldSecret: text(),
  overlapEndsAt: integer(),
  createdAt: integer().notNull(),
  createdBy: text().notNull(),
  pausedAt: integer(),
  /** `admin`, or `gone`: the receiver said so. */
  pausedWhy: text().$type<'admin' | 'gone'>(),
});

export const hooks = sqliteTable('hooks', {
  id: text().primaryKey(),
  kind: text().$type<HookKind>().notNull(),
  label: text().notNull(),
  mapping: text({ mode: 'json' }).$type<HookMapping>().notNull(),
  /** Of `standard` hooks; a form has none. */
  secret: text(),
  /** The one before, which is good too until `overlapEndsAt`. */
  oldSecret: text(),
  overlapEndsAt: integer(),
  createdAt: integer().notNull(),
  createdBy: text().notNull(),
  revokedAt: integer(),
});

/** Raw messages: stored first, processed after. The body goes once it was processed (PRI4). */
export const inbox = sqliteTable(
  'inbox',
  {
    id: text().primaryKey(),
    hookId: text().notNull(),
    /** The sender's own id of it, else the hash of its body: known for 30 days. */
    messageId: text().notNull(),
    form: integer({ mode: 'boolean' }).notNull(),
    body: text(),
    receivedAt: integer().notNull(),
    processedAt: integer(),
    state: text().$type<'waiting' | 'done' | 'failed'>().notNull(),
    /** How many leads were made or changed, and signals added. */
    leads: integer().notNull(),
    signals: integer().notNull(),
    /** Pointers and sentences, never values. */
    errors: text({ mode: 'json' }).$type<readonly { pointer: string; detail: string }[]>().notNull(),
  },
  (t) => [
    uniqueIndex('inbox_message').on(t.hookId, t.messageId),
    index('inbox_state').on(t.state, t.receivedAt),
    index('inbox_received').on(t.hookId, t.receivedAt),
  ],
);

/** One feed a member at most; its address is its secret, kept as SHA-256 (ACC1). */
export const feeds = sqliteTable(
  'feeds',
  {
    memberId: text().primaryKey(),
    hash: text().notNull(),
    /** Where links in it lead. */
    origin: text().notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [uniqueIndex('feeds_hash').on(t.hash)],
);
