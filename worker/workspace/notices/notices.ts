/**
 * What members are told. Written in the transaction of what happened, once per cause and person;
 * `noticePlan.ts` says when it reaches them, `noticesDelivery.ts` sees to it (CLK7). In trial nobody is told anything (TRI1).
 */
import { and, count, desc, eq, isNotNull, isNull, type Placeholder, sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { isTrialAt } from '../../../shared/lead/versionAt.ts';
import type {
  Notice,
  NoticeSaid,
  NoticesQuery,
  ReadNoticesRequest,
} from '../../../shared/protocol/notices.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { prepared } from '../agreement/prepared.ts';
import { readPlace, writePlace } from '../place.ts';
import { speakerFor } from './noticesText.ts';
import * as schema from '../schema.ts';
import { enqueueNotice } from '../outbox/subscriptionEvents.ts';
import { takeSeq, type Who, type Work } from '../work.ts';

export type NewNotice = NoticeSaid & {
  /** Member id; whoever has left is not told. */
  readonly to: string;
  /** What caused it, a fact's id as a rule: the same person is told of the same cause once. */
  readonly key: string;
  readonly leadId?: string | null;
};

/** @returns false when there was nothing new to tell. */
export function notify(work: Work, { to, kind, data, key, leadId }: NewNotice): boolean {
  const { now } = work;
  if (isTrialAt(work.ground.history(), now)) return false;
  if (memberAt(work.ground.room(), to, now)?.active !== true) return false;
  const kept = work.db
    .insert(schema.notices)
    .values({
      id: uuidv7({ msecs: now }),
      key: `${key}>${to}`,
      memberId: to,
      kind,
      leadId: leadId ?? null,
      data,
      createdAt: now,
      lookAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: schema.notices.id })
    .get();
  if (kept === undefined) return false;
  enqueueNotice(work, key, { kind, data } as NoticeSaid, leadId ?? null);
  return true;
}

const { notices } = schema;
const Place = z.tuple([z.int(), z.string()]);
const DEFAULT_PAGE = 50;
/** Unread ones that ride on a pull. */
const MOST_WITH_PULL = 20;

export type NoticesAsked = NoticesQuery & { readonly language?: Language };

/** One's own, told ones only, newest first. */
export function listNotices(
  work: Work,
  who: Who,
  { cursor, limit = DEFAULT_PAGE, unread, language }: NoticesAsked,
): Outcome<{ notices: readonly Notice[]; cursor: string | null; unread: number }> {
  const before = cursor === undefined ? undefined : readPlace(Place, cursor);
  if (cursor !== undefined && before === undefined)
    return failure('bad-request', 'This cursor is none of ours. Leave it out to begin with the newest.');
  const rows = work.db
    .select()
    .from(notices)
    .where(
      and(
        told(who),
        unread === 'true' ? isNull(notices.readAt) : undefined,
        before === undefined
          ? undefined
          : sql`(${notices.seq}, ${notices.id}) < (${before[0]}, ${before[1]})`,
      ),
    )
    .orderBy(desc(notices.seq), desc(notices.id))
    .limit(limit + 1)
    .all();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const open = work.db
    .select({ n: count() })
    .from(notices)
    .where(and(told(who), isNull(notices.readAt)))
    .get();
  return done({
    notices: page.map(viewFor(work, who, language)),
    cursor: rows.length > limit && last ? writePlace([last.seq, last.id]) : null,
    unread: open?.n ?? 0,
  });
}

/** Ids that are not one's own are passed over: nobody learns whose they are. */
export function readNotices(work: Work, who: Who, asked: ReadNoticesRequest): Outcome<{ read: number }> {
  const chosen =
    'all' in asked
      ? undefined
      : sql`${notices.id} in (select value from json_each(${JSON.stringify(asked.ids)}))`;
  const read = work.db
    .update(notices)
    .set({ readAt: work.now })
    .where(and(told(who), isNull(notices.readAt), chosen))
    .returning({ id: notices.id })
    .all();
  // Their other devices hear of it.
  if (read.length > 0) takeSeq(work);
  return done({ read: read.length });
}

/** Newest unread ones, for a device that pulls. */
export function unreadNotices(work: Work, who: Who): readonly Notice[] {
  return selectUnread(work).all({ memberId: who.memberId }).map(viewFor(work, who));
}

const selectUnread = prepared((db) =>
  db
    .select()
    .from(notices)
    .where(and(told({ memberId: sql.placeholder('memberId') }), isNull(notices.readAt)))
    .orderBy(desc(notices.seq), desc(notices.id))
    .limit(MOST_WITH_PULL)
    .prepare(),
);

function told({ memberId }: { readonly memberId: string | Placeholder }): SQL | undefined {
  return and(eq(notices.memberId, memberId), isNotNull(notices.deliveredAt));
}

/** @param language the workspace's when left out */
function viewFor(
  work: Work,
  { memberId }: Pick<Who, 'memberId'>,
  language = work.ground.workspace()?.language ?? 'en',
): (row: typeof notices.$inferSelect) => Notice {
  const say = speakerFor(work, memberId, language);
  return ({ id, kind, leadId, data, createdAt, deliveredAt, digest, readAt }) => ({
    id,
    kind,
    leadId,
    // Written by `notify`, where kind and data belong together.
    data: data as Notice['data'],
    text: say({ kind, data } as NoticeSaid),
    createdAt,
    deliveredAt: deliveredAt ?? createdAt,
    digest,
    readAt,
  });
}
