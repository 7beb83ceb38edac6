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
    expiresAt: integer(),
    revokedAt: integer(),
  },
  (t) => [uniqueIndex('devices_hash').on(t.hash), index('devices_member').on(t.memberId)],
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
