/** What members are told, when it reached them, and whether they read it (CLK7, HOF3). No names, only ids. */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { NoticeKind } from '../../../shared/protocol/notices.ts';

export const notices = sqliteTable(
  'notices',
  {
    id: text().primaryKey(),
    /** What caused it, and whom it tells: told once, whatever repeats. */
    key: text().notNull(),
    memberId: text().notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    leadId: text(),
    data: text({ mode: 'json' }).$type<unknown>().notNull(),
    createdAt: integer().notNull(),
    /** When to look whether it can be delivered; null once it was. */
    lookAt: integer(),
    deliveredAt: integer(),
    /** `head` at its delivery: its place in lists. */
    seq: integer(),
    /** Delivered together with others under this id; null: alone. */
    digest: text(),
    readAt: integer(),
  },
  (t) => [
    uniqueIndex('notices_key').on(t.key),
    index('notices_look')
      .on(t.lookAt)
      .where(sql`look_at is not null`),
    index('notices_member').on(t.memberId, t.seq),
    index('notices_lead').on(t.leadId),
  ],
);
