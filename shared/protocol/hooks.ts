/** `/v1/hooks`: webhooks in (ACC5), and the bounded mapping from what a sender posts to leads and signals. */
import * as z from 'zod';
import { FaultView } from './reason.ts';
import { Scalar } from '../lead/facts.ts';

/**
 * How a sender proves itself (ACC5). `standard`: signed by Standard Webhooks. `typeform`, `webflow`: signed
 * their own way. `key`: signs nothing, but sends back what it was told in a header (Marketo). `form`: proves
 * nothing, and may only add.
 */
export const HOOK_KINDS = ['standard', 'typeform', 'webflow', 'key', 'form'] as const;
export type HookKind = (typeof HOOK_KINDS)[number];

const Id = z.string().min(1).max(200);
/** RFC 6901 pointer into the body; of a form `/name`. */
const Pointer = z
  .string()
  .max(300)
  .regex(/^(?:\/.*)?$/s, 'a JSON pointer begins with /');

/** A value out of the body, a word for another, or always the same. */
const Source = z.union([
  z.strictObject({ from: Pointer, words: z.record(Id, Scalar).optional() }),
  z.strictObject({ value: Scalar }),
]);
export type Source = z.infer<typeof Source>;

/** Holds when the body has this value there; `known`: any value at all. */
const Condition = z.union([
  z.strictObject({ from: Pointer, is: Scalar }),
  z.strictObject({ from: Pointer, known: z.literal(true) }),
]);
export type Condition = z.infer<typeof Condition>;

export const HookMapping = z.strictObject({
  /** A list in the body, each of whose items is one message; the body itself when left out. */
  each: Pointer.optional(),
  /** Only then anything happens. */
  when: z.array(Condition).max(10).optional(),
  emails: z.array(Pointer).max(10).optional(),
  phones: z.array(Pointer).max(10).optional(),
  externalId: z.strictObject({ system: Id, object: Id, from: Pointer }).optional(),
  fields: z
    .record(Id, Source)
    .refine((fields) => Object.keys(fields).length <= 100, 'at most 100 fields')
    .optional(),
  source: Source.optional(),
  campaign: Source.optional(),
  /** Epoch ms or s, or an ISO date and time; when it arrived, where left out. */
  at: Pointer.optional(),
  signals: z
    .array(
      z.strictObject({
        signal: Id,
        when: z.array(Condition).max(10).optional(),
        properties: z
          .record(Id, Source)
          .refine((properties) => Object.keys(properties).length <= 50, 'at most 50 properties')
          .optional(),
      }),
    )
    .max(20)
    .optional(),
});
export type HookMapping = z.infer<typeof HookMapping>;

export const HookRequest = z.strictObject({
  kind: z.enum(HOOK_KINDS),
  label: z.string().trim().min(1).max(200),
  mapping: HookMapping,
  /** Of a sender that has one of its own (Webflow); all others are told ours. */
  secret: z.string().trim().min(16).max(200).optional(),
});
export type HookRequest = z.infer<typeof HookRequest>;

/** `PATCH /v1/hooks/:id`: its address and secret stay. */
export const HookChange = z.strictObject({
  label: z.string().trim().min(1).max(200).optional(),
  mapping: HookMapping.optional(),
});
export type HookChange = z.infer<typeof HookChange>;

/** `POST /v1/hooks/:id/try`: a body as it would come; of a form, an object of its fields. */
export const HookTryRequest = z.strictObject({ body: z.unknown(), mapping: HookMapping.optional() });
export type HookTryRequest = z.infer<typeof HookTryRequest>;

export const HookView = z.object({
  id: z.string(),
  kind: z.enum(HOOK_KINDS),
  label: z.string(),
  mapping: HookMapping,
  createdAt: z.int(),
  createdBy: z.string(),
  revokedAt: z.int().nullable(),
});
export type HookView = z.infer<typeof HookView>;

/** `url` is where the sender posts to; `secret`, of a signed one, is shown here and never again, nor to a repeat of the request. */
export const HookMade = HookView.extend({ url: z.string(), secret: z.string().nullable() });

export const DeliveriesQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type DeliveriesQuery = z.infer<typeof DeliveriesQuery>;

export const HookDelivery = z.object({
  id: z.string(),
  messageId: z.string(),
  receivedAt: z.int(),
  processedAt: z.int().nullable(),
  state: z.enum(['waiting', 'done', 'failed']),
  leads: z.int(),
  signals: z.int(),
  errors: z.array(FaultView).readonly(),
});
export type HookDelivery = z.infer<typeof HookDelivery>;
