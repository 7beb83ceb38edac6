/** `GET /v1/review`: the pack of a period, for the session and the quarter's review (TGT7). */
import * as z from 'zod';
import { ProposalAbout, SESSION_KINDS } from './proposals.ts';

const Id = z.string().min(1).max(200);
const Named = z.record(z.string(), z.unknown());

export const ReviewQuery = z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() });
export type ReviewQuery = z.infer<typeof ReviewQuery>;

export const ReviewResponse = z.object({
  asOf: z.int(),
  from: z.iso.date(),
  to: z.iso.date(),
  version: z.int(),
  trial: z.boolean(),
  /** Reports of the period, each as `GET /v1/reports/:name` answers it, without cells. */
  performance: z.record(z.string(), z.object({ figures: Named.nullable(), rows: z.array(Named) })),
  /** Versions of the agreement that took effect in it. */
  changes: z.array(
    z.object({
      version: z.int(),
      effectiveAt: z.int(),
      author: z.string(),
      note: z.string(),
      signed: z.boolean(),
      signers: z.array(z.string()),
    }),
  ),
  /** Open, or settled in the period; most votes first. */
  proposals: z.array(
    z.object({
      id: Id,
      by: Id,
      at: z.int(),
      title: z.string(),
      text: z.string(),
      about: ProposalAbout,
      status: z.string(),
      votes: z.object({ for: z.int(), against: z.int() }),
    }),
  ),
  /** Meetings held in the period, and how many decisions each took. */
  sessions: z.array(
    z.object({
      id: Id,
      kind: z.enum(SESSION_KINDS),
      heldOn: z.string(),
      closedAt: z.int().nullable(),
      referee: Id.nullable(),
      attendees: z.array(Id),
      decisions: z.int(),
    }),
  ),
  /** Decided in the period, or before it and not yet due; they open the next pack. */
  decisions: z.array(
    z.object({
      id: Id,
      sessionId: Id,
      at: z.int(),
      text: z.string(),
      outcome: z.string(),
      owner: Id,
      dueOn: z.string().nullable(),
      referee: Id.nullable(),
      proposalId: Id.nullable(),
    }),
  ),
});
export type ReviewResponse = z.infer<typeof ReviewResponse>;
