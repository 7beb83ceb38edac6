/** `/v1/subscriptions`: what leaves the workspace as signed webhooks (Standard Webhooks), chosen by an admin. */
import * as z from 'zod';
import { Why } from './reason.ts';
import { FACT_KINDS } from '../lead/facts.ts';
import { NOTICE_KINDS } from './notices.ts';

/** Fact kinds, and notice kinds as `notice.<kind>`: the moment it happened, not when somebody was told. */
export const SUBSCRIPTION_EVENTS: readonly SubscriptionEvent[] = [
  ...FACT_KINDS,
  ...NOTICE_KINDS.map((kind) => `notice.${kind}` as const),
];
export type SubscriptionEvent = (typeof FACT_KINDS)[number] | `notice.${(typeof NOTICE_KINDS)[number]}`;

/** `slack` and `teams`: a sentence in the shape their incoming webhooks take. */
export const SUBSCRIPTION_FORMATS = ['json', 'slack', 'teams'] as const;
export type SubscriptionFormat = (typeof SUBSCRIPTION_FORMATS)[number];

const Event = z.enum(SUBSCRIPTION_EVENTS);
const Label = z.string().trim().min(1).max(200);
const Url = z.string().min(1).max(2_000);

export const SubscriptionRequest = z.strictObject({
  label: Label,
  url: Url,
  format: z.enum(SUBSCRIPTION_FORMATS).optional(),
  events: z.array(Event).min(1).max(80),
});
export type SubscriptionRequest = z.infer<typeof SubscriptionRequest>;

/** `PATCH /v1/subscriptions/:id`; `paused: false` resumes, and what waited meanwhile is sent. */
export const SubscriptionChange = z.strictObject({
  label: Label.optional(),
  url: Url.optional(),
  events: z.array(Event).min(1).max(80).optional(),
  paused: z.boolean().optional(),
});
export type SubscriptionChange = z.infer<typeof SubscriptionChange>;

export const SubscriptionView = z.object({
  id: z.string(),
  label: z.string(),
  url: z.string(),
  format: z.enum(SUBSCRIPTION_FORMATS),
  events: z.array(z.string()).readonly(),
  createdAt: z.int(),
  createdBy: z.string(),
  /** Null while it sends. */
  pausedAt: z.int().nullable(),
  /** `gone`: the receiver answered 410. */
  pausedWhy: z.enum(['admin', 'gone']).nullable(),
  /** Until then the secret before the last rotation signs as well. */
  overlapEndsAt: z.int().nullable(),
});
export type SubscriptionView = z.infer<typeof SubscriptionView>;

/** `secret` is shown here and never again, nor to a repeat of the request. */
export const SubscriptionMade = SubscriptionView.extend({ secret: z.string().nullable() });

export const OUTBOX_STATES = ['waiting', 'sent', 'failed', 'dead'] as const;

/** `GET /v1/admin/outbox`, `GET /v1/subscriptions/:id/deliveries`. */
export const OutboxQuery = z.strictObject({
  state: z.enum(OUTBOX_STATES).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type OutboxQuery = z.infer<typeof OutboxQuery>;

export const OutboxEntry = z.object({
  /** The `webhook-id` it is sent under, at every try. */
  id: z.string(),
  kind: z.string(),
  target: z.string(),
  event: z.string().nullable(),
  leadId: z.string().nullable(),
  state: z.enum(OUTBOX_STATES),
  attempts: z.int(),
  createdAt: z.int(),
  nextAt: z.int().nullable(),
  triedAt: z.int().nullable(),
  /** What the receiver answered last; nothing of its body is kept. */
  status: z.int().nullable(),
  error: z.string().nullable(),
  /** The error again, for whoever says it in another language. */
  reason: Why,
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;
