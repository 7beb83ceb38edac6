/** What may come in from pages and panels: one schema for each message of `messages.ts`, with bounds. */
import * as z from 'zod';
import { SiteView } from '../../shared/definitions/site.ts';
import { Scalar, TEXT_LIMIT } from '../../shared/lead/facts.ts';
import { ANSWERS, CHANNELS, LANGUAGES, OUTCOMES } from '../../shared/lead/vocabulary.ts';
import { ProposalAbout } from '../../shared/protocol/proposals.ts';
import type { ToastView } from '../../shared/ui/buildToast.ts';
import { CHAT_DEEDS, DENSITIES, type AskOf, type MessageType, type PersonKey } from '../messages.ts';
import { ActSchema } from './actSchema.ts';

const Id = z.string().min(1).max(200);
const Email = z.string().max(320);
const Text = z.string().max(TEXT_LIMIT);
const Instant = z.int().min(0);
/** One click, however often it is told (ATT2). */
const Gesture = z.uuid().optional();
const Nothing = z.object({});

export const Person: z.ZodType<PersonKey> = z.union([
  z.strictObject({ email: Email }),
  z.strictObject({ phone: z.string().max(60) }),
  z.strictObject({ record: z.strictObject({ system: Id, object: Id, id: Id }) }),
]);

const Addresses = z.array(Email).max(500);
const Draft = z.object({ to: Addresses, cc: Addresses, bcc: Addresses, answering: Addresses });

export const SendingSchema = z.object({
  send: z.uuid(),
  draft: Draft,
  at: Instant,
  chosen: z.boolean(),
  later: z.object({ text: z.string().max(300), language: z.string().max(40) }).optional(),
  unproven: z.boolean().optional(),
});

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const SettingsSchema = z.object({
  logSent: z.boolean(),
  density: z.enum(DENSITIES),
  language: z.enum(LANGUAGES).nullable(),
  notify: z.boolean(),
  notifyNames: z.boolean(),
  quiet: z.object({ from: TimeOfDay, to: TimeOfDay }).nullable(),
});

export const ToastSchema = z.object({
  id: z.string(),
  text: z.string(),
  undoLabel: z.string().nullable(),
  undoUntil: z.number().nullable(),
}) satisfies z.ZodType<ToastView>;

export const ASKS = {
  'page.site': Nothing,
  'page.people': z.object({ people: z.array(Person).max(1_000) }),
  'page.card': z.object({ key: Id }),
  'page.compose': z.object({ draft: Draft }),
  'page.sending': SendingSchema,
  'page.used': z.object({ key: Id, material: Id }),
  'page.lesson': Nothing,
  'page.taught': z.object({ view: SiteView, share: z.boolean() }),
  'page.chat': z.object({ person: Person }),
  'page.log': z.object({ key: Id, did: z.enum(CHAT_DEEDS) }),
  'page.unsettled': Nothing,
  'page.unsent': z.object({ send: z.uuid() }),
  'page.sent': SendingSchema,
  'page.undo': z.object({ toast: Id }),
  'page.health': z.object({
    site: Id,
    view: Id,
    fallback: z.boolean(),
    yielded: z.boolean().optional(),
  }),
  'panel.hello': z.union([z.strictObject({ nonce: Id }), z.strictObject({ leadId: Id })]),
  'panel.history': z.object({ leadId: Id, shown: z.int().min(1).max(500) }),
  'panel.log': z.object({
    leadId: Id,
    gesture: Gesture,
    channel: z.enum(CHANNELS),
    outcome: z.enum(OUTCOMES),
    at: Instant.optional(),
  }),
  'panel.answer': z.object({
    leadId: Id,
    gesture: Gesture,
    handoff: Id,
    answer: z.enum(ANSWERS),
    reason: Id.optional(),
    returnOn: z.iso.date().optional(),
    comment: Text.optional(),
    mark: z.enum(['great', 'fine', 'weak']).optional(),
    toStage: Id.optional(),
  }),
  'panel.do': z.object({ leadId: Id, gesture: Gesture, act: ActSchema }),
  'panel.capture': z.object({
    address: z.string().trim().min(3).max(320),
    name: z.string().trim().min(1).max(200).optional(),
    company: z.string().trim().min(1).max(200).optional(),
  }),
  'panel.take': z.object({ leadId: Id, gesture: Gesture }),
  'panel.colleagues': z.object({ leadId: Id }),
  'panel.propose': z.object({
    title: z.string().trim().min(1).max(200),
    text: z.string().max(2_000).optional(),
    about: ProposalAbout,
    leadId: Id.optional(),
  }),
  'panel.queue': Nothing,
  'panel.pin': z.object({ leadId: Id.nullable().optional() }),
  'panel.search': z.object({ text: z.string().max(320) }),
  'panel.notices': z.object({ cursor: Id.optional() }),
  'panel.remind': z.object({ ids: z.array(Id).min(1).max(100) }),
  'panel.readNotices': z.union([
    z.strictObject({ ids: z.array(Id).min(1).max(500) }),
    z.strictObject({ all: z.literal(true) }),
  ]),
  'panel.recorded': z.object({ whole: z.boolean() }),
  'panel.diagnostics': Nothing,
  'panel.set': z.object({ leadId: Id, gesture: Gesture, field: Id, value: Scalar.nullable() }),
  'panel.undo': z.object({ toast: Id }),
  'panel.day': Nothing,
  'panel.unsettled': Nothing,
  'panel.readRefused': z.object({ ids: z.array(Id).min(1).max(500) }),
  'panel.here': z.object({ tab: z.int() }),
  'panel.connection': Nothing,
  'panel.connect': z.object({ origin: z.string().max(300) }),
  'panel.pair': z.object({ origin: z.string().max(300), code: z.string().max(100) }),
  'panel.disconnect': Nothing,
  'panel.sites': Nothing,
  'panel.teach': z.object({ origin: z.string().max(300).optional() }),
  'panel.taught': z.object({ forget: Id.optional() }),
  'panel.sitesChanged': Nothing,
  'panel.settings': z.object({ change: SettingsSchema.partial().optional() }),
} as const satisfies { readonly [T in MessageType]: z.ZodType<AskOf<T>> };

/** The message inside whatever was sent; undefined when it is none of ours or breaks its bounds. */
export function parseMessage(
  message: unknown,
): { [T in MessageType]: { type: T; ask: AskOf<T> } }[MessageType] | undefined {
  const envelope = z.object({ type: z.string(), ask: z.unknown() }).safeParse(message);
  if (!envelope.success || !isType(envelope.data.type)) return undefined;
  const { type } = envelope.data;
  const ask = ASKS[type].safeParse(envelope.data.ask);
  // Type and ask were checked together by the table.
  return ask.success ? ({ type, ask: ask.data } as ReturnType<typeof parseMessage>) : undefined;
}

function isType(type: string): type is MessageType {
  return Object.hasOwn(ASKS, type);
}
