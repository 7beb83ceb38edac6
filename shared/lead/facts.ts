/**
 * Facts: what happened to one lead, never edited, answered only by other facts (FCT2, FCT3).
 * Schema and type stand side by side; parse at the border, trust inside.
 */
import * as z from 'zod';
import { ANSWERS, CHANNELS, ENTRY_CAUSES, EVIDENCE, OBSERVERS, OUTCOMES } from './vocabulary.ts';

/** Longest text any single field, note or reason may hold, in UTF-16 code units. */
export const TEXT_LIMIT = 2_000;

const Id = z.string().min(1).max(200);
/** Ids `decide` derives hold a lead's id and some words more (FCT7); other facts refer to them. */
const Ref = z.string().min(1).max(600);
const Text = z.string().max(TEXT_LIMIT);
const On = z.iso.date();
const Instant = z.int();

/** One value of a lead field or signal property. Dates travel as `YYYY-MM-DD`. */
export const Scalar = z.union([Text, z.number(), z.boolean()]);
export type Scalar = z.infer<typeof Scalar>;

/** A record in somebody else's system, e.g. `{system: 'hubspot', object: 'contact', id: '51'}`. */
export const ExternalId = z.strictObject({ system: Id, object: Id, id: Id });
export type ExternalId = z.infer<typeof ExternalId>;

const Channel = z.enum(CHANNELS);
const ChannelOrAll = z.enum([...CHANNELS, 'all']);
const Fields = z.record(Id, Scalar);

const answerBody = {
  handoff: Ref,
  answer: z.enum(ANSWERS),
  mark: z.enum(['great', 'fine', 'weak']).optional(),
  reason: Id.optional(),
  /** Where a recycled lead goes back to. */
  toStage: Id.optional(),
  /** When a recycled lead comes back, at first opening of that day (STG4). */
  returnOn: On.optional(),
  comment: Text.optional(),
};

/** Body of every kind of fact, causes before effects: this order is the rank of FCT4. */
export const FactBody = {
  'lead.captured': z.strictObject({
    emails: z.array(z.string()).max(50),
    phones: z.array(z.string()).max(50),
    externalIds: z.array(ExternalId).max(50),
    fields: Fields,
    source: Id.optional(),
    campaign: Id.optional(),
    /** How it arrived; `import` makes backlog (TRI2), `outbound` stays outside marketing's targets (OVR7). */
    cause: z.enum(['api', 'import', 'connector', 'form', 'outbound']),
  }),
  'lead.changed': z.strictObject({
    /** `null` forgets a value. */
    fields: z.record(Id, Scalar.nullable()).optional(),
    addEmails: z.array(z.string()).max(50).optional(),
    removeEmails: z.array(z.string()).max(50).optional(),
    addPhones: z.array(z.string()).max(50).optional(),
    removePhones: z.array(z.string()).max(50).optional(),
    addExternalIds: z.array(ExternalId).max(50).optional(),
  }),
  'lead.merged': z.strictObject({ absorbed: Id }),
  'lead.unmerged': z.strictObject({ absorbed: Id }),
  'lead.optedOut': z.strictObject({ channel: ChannelOrAll, basis: Text.optional() }),
  'lead.optedIn': z.strictObject({ channel: ChannelOrAll, basis: Text }),
  'signal.seen': z.strictObject({
    signal: Id,
    properties: z.record(Id, Scalar).optional(),
    source: Id.optional(),
    campaign: Id.optional(),
  }),
  'reply.received': z.strictObject({
    channel: Channel,
    messageHash: Id.optional(),
    outOfOffice: z.boolean().optional(),
  }),
  'deal.changed': z.strictObject({
    dealId: Id,
    amount: z.number(),
    currency: z.string().length(3),
    outcome: z.enum(['open', 'won', 'lost']),
    reason: Id.optional(),
    openedOn: On.optional(),
    closedOn: On.optional(),
    product: Id.optional(),
  }),
  'account.counted': z.strictObject({
    personas: z.record(Id, z.int()),
    stages: z.record(Id, z.int()),
  }),
  'stage.set': z.strictObject({ stage: Id, reason: Id.optional(), comment: Text.optional() }),
  'stage.released': z.strictObject({}),
  'handoff.released': z.strictObject({}),
  'stage.entered': z.strictObject({
    stage: Id,
    from: Id.nullable(),
    cause: z.enum(ENTRY_CAUSES),
    /** Signal or criterion that did it, in the definitions' own ids. */
    evidence: Ref.optional(),
    /** When the evidence first held; machine-delay clocks measure from here (FCT7). */
    since: Instant,
    version: z.int(),
    backlog: z.boolean().optional(),
  }),
  'handoff.opened': z.strictObject({
    handoff: Ref,
    stage: Id,
    cause: z.enum(ENTRY_CAUSES),
    since: Instant,
    version: z.int(),
    /** True when a person or integration put the lead beyond the hand-off stage (HOF1). */
    accepted: z.boolean().optional(),
    /** Opened before the first signed version took effect (TRI1). */
    trial: z.boolean().optional(),
  }),
  'owner.assigned': z.strictObject({ owner: Id.nullable(), reason: Text.optional() }),
  'owner.routed': z.strictObject({ owner: Id, route: Id.nullable(), team: Id.nullable(), handoff: Ref }),
  'lead.snoozed': z.strictObject({ untilOn: On, reason: Id }),
  'lead.resumed': z.strictObject({}),
  'attempt.made': z.strictObject({
    channel: Channel,
    outcome: z.enum(OUTCOMES),
    evidence: z.enum(EVIDENCE),
    /** Sent by a sequence or autoresponder (ATT4). */
    automatic: z.boolean().optional(),
    /** A scheduled send: `at` may lie after `recordedAt` (ATT5). */
    scheduled: z.boolean().optional(),
    /** SHA-256 of the Message-ID, base64url: folds two observers of one mail (ATT7). */
    messageHash: Id.optional(),
    note: Text.optional(),
  }),
  'attempt.withdrawn': z.strictObject({ attempt: Ref }),
  'attempt.refused': z.strictObject({ attempt: Ref, reason: Text.optional() }),
  'handoff.answered': z.strictObject(answerBody),
  'handoff.corrected': z.strictObject(answerBody),
  'handoff.contested': z.strictObject({ handoff: Ref, evidence: Text }),
  'handoff.decided': z.strictObject({
    handoff: Ref,
    outcome: z.enum(['upheld', 'overturned']),
    note: Text.optional(),
  }),
  /** What one side says to the other about a hand-off; it changes nothing of the lead. */
  'handoff.commented': z.strictObject({ handoff: Ref, text: Text }),
  'handoff.withdrawn': z.strictObject({ handoff: Ref, reason: Text.optional() }),
  'nurture.started': z.strictObject({ track: Id.optional() }),
  'material.used': z.strictObject({ persona: Id, material: Id }),
  'clock.warned': z.strictObject({ clock: Ref, step: z.int() }),
  'clock.breached': z.strictObject({ clock: Ref, dueAt: Instant }),
  'clock.escalated': z.strictObject({ clock: Ref, step: z.int(), action: Id }),
  /** Without `attempt`: a closed period declared afterwards moved its deadline (CAL7). */
  'clock.corrected': z.strictObject({ clock: Ref, attempt: Ref.optional() }),
} as const;

export type FactKind = keyof typeof FactBody;

/** Causes before effects; a fact's rank is its kind's place in this list (FCT4). */
export const FACT_KINDS: readonly FactKind[] = z.strictObject(FactBody).keyof().options;

/** Kinds only the worker's `decide` may write; their ids are derived (FCT7). */
export const DECIDED_KINDS = [
  'stage.entered',
  'handoff.opened',
  'owner.routed',
  'account.counted',
  'clock.warned',
  'clock.breached',
  'clock.escalated',
  'clock.corrected',
] as const satisfies readonly FactKind[];

export type BodyOf<K extends FactKind> = z.infer<(typeof FactBody)[K]>;

/** What every fact carries beside its kind and body. */
export interface FactHead {
  /** UUIDv7 by its observer, or derived by `decide` (FCT7). */
  readonly id: string;
  readonly leadId: string;
  /** When it happened, epoch ms. */
  readonly at: number;
  /** When the worker stored it, epoch ms. */
  readonly recordedAt: number;
  /** Member id, integration id, or `system`. */
  readonly actor: string;
  readonly observer: z.infer<typeof ObserverSchema>;
}
const ObserverSchema = z.enum(OBSERVERS);

export type FactOf<K extends FactKind> = FactHead & { readonly kind: K; readonly body: BodyOf<K> };
export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];

const head = {
  id: Ref,
  leadId: Id,
  at: Instant,
  recordedAt: Instant,
  actor: Id,
  observer: ObserverSchema,
};

const factOf = <K extends FactKind>(kind: K) =>
  z.strictObject({ ...head, kind: z.literal(kind), body: FactBody[kind] });

/** Parses a fact that crossed a border: a pull page, an import, a backup. */
export const Fact: z.ZodType<Fact> = z.discriminatedUnion('kind', [
  factOf('lead.captured'),
  factOf('lead.changed'),
  factOf('lead.merged'),
  factOf('lead.unmerged'),
  factOf('lead.optedOut'),
  factOf('lead.optedIn'),
  factOf('signal.seen'),
  factOf('reply.received'),
  factOf('deal.changed'),
  factOf('account.counted'),
  factOf('stage.set'),
  factOf('stage.released'),
  factOf('handoff.released'),
  factOf('stage.entered'),
  factOf('handoff.opened'),
  factOf('owner.assigned'),
  factOf('owner.routed'),
  factOf('lead.snoozed'),
  factOf('lead.resumed'),
  factOf('attempt.made'),
  factOf('attempt.withdrawn'),
  factOf('attempt.refused'),
  factOf('handoff.answered'),
  factOf('handoff.corrected'),
  factOf('handoff.contested'),
  factOf('handoff.decided'),
  factOf('handoff.commented'),
  factOf('handoff.withdrawn'),
  factOf('nurture.started'),
  factOf('material.used'),
  factOf('clock.warned'),
  factOf('clock.breached'),
  factOf('clock.escalated'),
  factOf('clock.corrected'),
]);
