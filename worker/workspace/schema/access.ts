/** What may act for a member, for long or once (ACC1, ACC4). */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Everything that may act for a member, by the SHA-256 of its secret (ACC1). */
export const devices = sqliteTable(
  'devices',
  {
    id: text().primaryKey(),
    hash: text().notNull(),
    memberId: text().notNull(),
    kind: text().$type<'token' | 'session'>().notNull(),
    label: text().notNull(),
    createdAt: integer().notNull(),
    /** Last heard of, to the hour; null until an hour after `createdAt`. */
    seenAt: integer(),
    /** Its token was last changed; null for one that never changes its token. */
    rotatedAt: integer(),
    expiresAt: integer(),
    revokedAt: integer(),
  },
  (t) => [uniqueIndex('devices_hash').on(t.hash), index('devices_member').on(t.memberId)],
);

/** Tokens of a device beside the one in use: handed out and not used yet, or used up (ACC4). */
export const tokens = sqliteTable(
  'tokens',
  {
    hash: text().primaryKey(),
    deviceId: text().notNull(),
    /** `spare`: a rival of the one that was taken into use; nobody should ever come with it. */
    state: text().$type<'next' | 'used' | 'spare'>().notNull(),
    at: integer().notNull(),
  },
  (t) => [index('tokens_device').on(t.deviceId)],
);

/** Things good for one use: invites, sign-in codes, pairing codes, socket tickets (ACC4). */
export const grants = sqliteTable('grants', {
  hash: text().primaryKey(),
  kind: text().$type<'invite' | 'code' | 'pair' | 'ticket'>().notNull(),
  memberId: text().notNull(),
  expiresAt: integer().notNull(),
  usedAt: integer(),
  tries: integer().notNull(),
  /** PKCE challenge and redirect of a code, device of a ticket or of a code already used. */
  challenge: text(),
  redirectUri: text(),
  deviceId: text(),
});
