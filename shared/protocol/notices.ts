/** What a member is told, as it travels: ids and instants, never a name (`GET /v1/notices`, and with pull). */
import * as z from 'zod';
import { ANSWERS, CHANNELS, CLOCK_KINDS } from '../lead/vocabulary.ts';

const Id = z.string().min(1).max(200);
const clock = { clock: z.enum(CLOCK_KINDS), dueAt: z.int().nullable() };

/** What each kind of notice says beside the lead it is about. */
export const NoticeBody = {
  /** A deadline comes near (CLK7). */
  clock_warning: z.object(clock),
  /** A deadline has passed, and this is who should know (CLK7). */
  clock_escalation: z.object(clock),
  /** A late report corrected a breach (ATT3), made at `madeAt`; null: a closure did (CAL7). */
  breach_corrected: z.object({ ...clock, madeAt: z.int().nullable() }),
  lead_assigned: z.object({ why: z.enum(['routed', 'assigned', 'escalated']) }),
  /** A lead of one's own went to somebody else, or back to the pool (`to` null). */
  lead_taken: z.object({ to: Id.nullable(), why: z.enum(['assigned', 'escalated']) }),
  /** An escalation would have reassigned it, and nobody could take it. */
  nobody_takes: z.object(clock),
  /** To the source's marketer: sales' answer (HOF3). */
  handoff_answered: z.object({ answer: z.enum(ANSWERS), reason: Id.nullable(), by: Id }),
  /** To the source's marketer: a step back after acceptance (HOF3). */
  stage_back: z.object({ stage: Id, reason: Id.nullable(), by: Id }),
  /** To the source's marketer: a deal was lost (HOF3). */
  deal_lost: z.object({ reason: Id.nullable() }),
  /** They wrote or called back, on this channel (ATT10). */
  reply_received: z.object({ channel: z.enum(CHANNELS) }),
  handoff_contested: z.object({ by: Id }),
  handoff_decided: z.object({ outcome: z.enum(['upheld', 'overturned']) }),
  /** To the other side: somebody wrote about a hand-off (HOF3). */
  handoff_commented: z.object({ by: Id }),
  /** Leads whose owner is away wait to be given to others. */
  owner_away: z.object({ member: Id, leads: z.int() }),
} as const;

export type NoticeKind = keyof typeof NoticeBody;
export const NOTICE_KINDS: readonly NoticeKind[] = z.strictObject(NoticeBody).keyof().options;
export type NoticeOf<K extends NoticeKind> = {
  readonly kind: K;
  readonly data: z.infer<(typeof NoticeBody)[K]>;
};
/** A kind with what it says. */
export type NoticeSaid = { [K in NoticeKind]: NoticeOf<K> }[NoticeKind];

export const Notice = z.object({
  id: z.string(),
  /** One of the kinds above; a device passes over one it does not know yet. */
  kind: z.string(),
  leadId: z.string().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** A sentence that does not name the lead, in the workspace's language or the one asked for. */
  text: z.string(),
  /** When it happened, and when the member was told, epoch ms. */
  createdAt: z.int(),
  deliveredAt: z.int(),
  /** Shared by those told together; null: told alone. */
  digest: z.string().nullable(),
  readAt: z.int().nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** Newest first. */
export const NoticesQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  unread: z.enum(['true', 'false']).optional(),
});
export type NoticesQuery = z.infer<typeof NoticesQuery>;

export const NoticesResponse = z.object({
  notices: z.array(Notice),
  cursor: z.string().nullable(),
  /** How many wait to be read, on whatever page. */
  unread: z.int(),
});
export type NoticesResponse = z.infer<typeof NoticesResponse>;

/** `POST /v1/notices/read`: these, or all delivered so far. */
export const ReadNoticesRequest = z.union([
  z.strictObject({ ids: z.array(Id).min(1).max(500) }),
  z.strictObject({ all: z.literal(true) }),
]);
export type ReadNoticesRequest = z.infer<typeof ReadNoticesRequest>;
