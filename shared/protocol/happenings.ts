/** What one's own systems saw happen to leads beside signals and tries: replies and deals. */
import * as z from 'zod';
import { ExternalId } from '../lead/facts.ts';
import { CHANNELS } from '../lead/vocabulary.ts';

const Id = z.string().min(1).max(200);

/** Exactly one of `leadId`, `email`, `externalId`; a UUID makes a repeat harmless. */
const named = {
  id: z.uuid().optional(),
  leadId: Id.optional(),
  email: z.string().max(320).optional(),
  externalId: ExternalId.optional(),
  /** Epoch ms; now when left out, never later. */
  at: z.int().optional(),
};

/** `POST /v1/replies`, at most 500 at once (ATT10). */
export const ReplyInput = z.strictObject({
  ...named,
  channel: z.enum(CHANNELS),
  outOfOffice: z.boolean().optional(),
  /** SHA-256 of the Message-ID, base64url. */
  messageHash: Id.optional(),
});
export type ReplyInput = z.infer<typeof ReplyInput>;
export const RepliesRequest = z.strictObject({ replies: z.array(ReplyInput).min(1).max(500) });

/** `POST /v1/deals`, at most 500 at once: a deal as it stands now, and the stage it means, if any. */
export const DealInput = z.strictObject({
  ...named,
  dealId: Id,
  amount: z.number().min(0).max(1e12),
  currency: z.string().regex(/^[A-Z]{3}$/),
  outcome: z.enum(['open', 'won', 'lost']),
  /** A lost deal needs one (HOF3). */
  reason: Id.optional(),
  openedOn: z.iso.date().optional(),
  closedOn: z.iso.date().optional(),
  product: Id.optional(),
  /** Stage of the agreement the lead enters by this (STG1). */
  stage: Id.optional(),
});
export type DealInput = z.infer<typeof DealInput>;
export const DealsRequest = z.strictObject({ deals: z.array(DealInput).min(1).max(500) });
