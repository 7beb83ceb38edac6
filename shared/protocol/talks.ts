/**
 * `GET /v1/handoffs`: what both sides said about hand-offs: answers, contests, decisions and comments,
 * each with its lead (HOF3, HOF5), and what the reader may do about it (ACC2).
 */
import * as z from 'zod';
import { ANSWERS } from '../lead/vocabulary.ts';

const Id = z.string().min(1).max(600);

/**
 * `said`: somebody wrote something, or contested or decided; by the latest of it. `returned`: sales gave the
 * lead back; by when. `waiting`: contested and not decided yet; by when it was contested.
 */
export const TALK_SHOWS = ['said', 'returned', 'waiting'] as const;
export type TalkShow = (typeof TALK_SHOWS)[number];

export const TalksQuery = z.strictObject({
  show: z.enum(TALK_SHOWS).optional(),
  /** Local dates of the workspace, both included, of what was said last; without them, ever. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Only leads this member owns now, or `none`; whose owner is in this team; of this segment, source. */
  owner: Id.optional(),
  team: Id.optional(),
  segment: Id.optional(),
  source: Id.optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export type TalksQuery = z.infer<typeof TalksQuery>;

export const TALK_KINDS = ['answered', 'corrected', 'contested', 'decided', 'commented'] as const;
export type TalkKind = (typeof TALK_KINDS)[number];
export const TALK_ACTS = ['comment', 'contest', 'decide', 'correct'] as const;
export type TalkAct = (typeof TALK_ACTS)[number];

export const TalkLine = z.object({
  /** Id of its fact. */
  id: Id,
  kind: z.enum(TALK_KINDS),
  by: z.string(),
  /** Epoch ms. */
  at: z.int(),
  /** As it was written; null where nothing was. */
  text: z.string().nullable(),
  answer: z.enum(ANSWERS).nullable(),
  reason: z.string().nullable(),
  outcome: z.enum(['upheld', 'overturned']).nullable(),
});
export type TalkLine = z.infer<typeof TalkLine>;

export const Talk = z.object({
  handoff: Id,
  openedAt: z.int(),
  lead: z.object({
    id: Id,
    revision: z.int(),
    name: z.string().nullable(),
    company: z.string().nullable(),
    owner: z.string().nullable(),
    source: z.string().nullable(),
    campaign: z.string().nullable(),
  }),
  /** How it stands: the answer in force, and whether it is contested. */
  answer: z.enum(ANSWERS).nullable(),
  reason: z.string().nullable(),
  contest: z.enum(['waiting', 'upheld', 'overturned']).nullable(),
  /** Until when marketing may contest it, epoch ms; null where it cannot. */
  contestUntil: z.int().nullable(),
  /** Oldest first. */
  said: z.array(TalkLine),
  /** What the reader may do about it now. */
  may: z.array(z.enum(TALK_ACTS)),
});
export type Talk = z.infer<typeof Talk>;

export const TalksResponse = z.object({
  /** Latest said first. A page may be short or empty while there is a cursor. */
  talks: z.array(Talk),
  cursor: z.string().nullable(),
});
export type TalksResponse = z.infer<typeof TalksResponse>;
