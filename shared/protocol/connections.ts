/** `/v1/connections`: other systems leads come from and attempts go to, and what of theirs means what of ours. */
import * as z from 'zod';
import { FaultView } from './reason.ts';
import { TROUBLES } from './trouble.ts';

export const VENDORS = [
  'hubspot',
  'salesforce',
  'dynamics',
  'pipedrive',
  'rdstation',
  'rdmarketing',
] as const;
export type Vendor = (typeof VENDORS)[number];

const Id = z.string().min(1).max(200);

/** Whose value stands where both have one; the other side's change is overwritten, never the keeper's. */
export const KEEPERS = ['theirs', 'ours'] as const;
export type Keeper = (typeof KEEPERS)[number];

/** One lead field of ours and one field of a person's record there. */
export const FieldPair = z.strictObject({
  ours: Id,
  theirs: Id,
  keeper: z.enum(KEEPERS),
  /** Their word for ours, where both are lists; a word that is not here comes as it is. */
  words: z.record(z.string().max(200), z.string().max(200)).optional(),
});
export type FieldPair = z.infer<typeof FieldPair>;

/**
 * Kept with the connection, not in the definitions: names of fields and people over there are plumbing,
 * and mending one must not void what both sides signed. What stages and fields mean stays in the agreement.
 */
export const ConnectionMapping = z.strictObject({
  /** E-mail, phone and record ids always come; `name`, `company` and the rest are pairs like any other. */
  fields: z.array(FieldPair).max(100),
  /** Their user → our member; null: nobody here, on purpose. Whoever is not listed is asked about. */
  people: z.record(Id, Id.nullable()),
  /** Who says whose lead it is; null: each side keeps its own. */
  owner: z.enum(KEEPERS).nullable(),
  /** Their field a stage is read from, and what each of its words means here. */
  stageFrom: z.strictObject({ theirs: Id, words: z.record(z.string().max(200), Id) }).nullable(),
  /** What of ours is written there. */
  write: z.strictObject({ attempts: z.boolean(), stage: z.boolean(), score: z.boolean() }),
  /** What of theirs is read beside people. */
  read: z.strictObject({
    activities: z.boolean(),
    deals: z.boolean(),
    /** Lead records that stand beside the person's own, where the vendor has such. */
    leads: z.boolean().optional(),
  }),
  /** Their kind of event → our signal, where the vendor tells of any; a kind that is not here is passed over. */
  signals: z.record(Id, Id).optional(),
  /** Where a record or lead that is deleted or erased on one side goes on the other (PRI4). */
  gone: z.strictObject({
    /** Deleted there: `keep` only unlinks the lead here, `erase` erases it. An erasure there always erases here. */
    there: z.enum(['keep', 'erase']),
    /** Erased here: `keep` leaves their record alone, `erase` has it deleted there for good. */
    here: z.enum(['keep', 'erase']),
  }),
});
export type ConnectionMapping = z.infer<typeof ConnectionMapping>;

/**
 * `asked`: waiting for access · `mapping`: access given, what means what is still to be agreed · `running` ·
 * `paused`: by an admin · `revoked`: access was taken back, and has to be given again.
 */
export const CONNECTION_STATES = ['asked', 'mapping', 'running', 'paused', 'revoked'] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** Why it does not get on just now. `app`: this deployment is not registered with the vendor (any more). */
export const CONNECTION_PROBLEMS = [...TROUBLES, 'app'] as const;
export const ConnectionProblem = z.object({
  kind: z.enum(CONNECTION_PROBLEMS),
  /** Our own words. */
  detail: z.string(),
  at: z.int(),
});
export type ConnectionProblem = z.infer<typeof ConnectionProblem>;

/** Since it was connected. */
export const ConnectionCounts = z.object({
  /** People, activities and deals read; those that were no news; webhooks that hinted at something. */
  read: z.int(),
  unchanged: z.int(),
  hints: z.int(),
  /** What they became here. */
  created: z.int(),
  changed: z.int(),
  attempts: z.int(),
  replies: z.int(),
  signals: z.int(),
  deals: z.int(),
  gone: z.int(),
  /** People who were erased here and stay so (PRI4). */
  refused: z.int(),
  /** Written there. */
  written: z.int(),
});
export type ConnectionCounts = z.infer<typeof ConnectionCounts>;

const Label = z.string().trim().min(1).max(200);
const Settings = z.record(Id, z.string().max(500)).refine((all) => Object.keys(all).length <= 10);

/** `POST /v1/connections`: begins one; the admin is sent to `authorizeUrl`, where there is one. */
export const ConnectionRequest = z.strictObject({
  vendor: z.enum(VENDORS),
  label: Label,
  settings: Settings.optional(),
});
export type ConnectionRequest = z.infer<typeof ConnectionRequest>;

export const ConnectionView = z.object({
  id: z.string(),
  vendor: z.enum(VENDORS),
  label: z.string(),
  state: z.enum(CONNECTION_STATES),
  settings: z.record(z.string(), z.string()).readonly(),
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  mapping: ConnectionMapping.nullable(),
  createdAt: z.int(),
  createdBy: z.string(),
  connectedAt: z.int().nullable(),
  /** When it was last read to the end, and when it is looked at next. */
  ranAt: z.int().nullable(),
  nextAt: z.int().nullable(),
  problem: ConnectionProblem.nullable(),
  counts: ConnectionCounts,
  /** Records that could not be taken, writes that were given up, writes that wait. */
  letters: z.int(),
  dead: z.int(),
  waiting: z.int(),
  /** Where the vendor's webhooks are to be sent. */
  hookUrl: z.string(),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

/** `ready`: this deployment is registered with the vendor. */
export const VendorView = z.object({
  vendor: z.enum(VENDORS),
  label: z.string(),
  ready: z.boolean(),
  access: z.enum(['code', 'client']),
  settings: z.array(z.string()).readonly(),
});
export type VendorView = z.infer<typeof VendorView>;

export const ConnectionsResponse = z.object({
  connections: z.array(ConnectionView).readonly(),
  vendors: z.array(VendorView).readonly(),
});
export type ConnectionsResponse = z.infer<typeof ConnectionsResponse>;

/** `authorizeUrl` is null where the app's own credentials are enough. */
export const ConnectionBegun = z.object({ connection: ConnectionView, authorizeUrl: z.string().nullable() });
export type ConnectionBegun = z.infer<typeof ConnectionBegun>;

/** `GET /v1/connections/callback`: how the vendor sends an admin back. */
export const CallbackQuery = z.object({
  state: z.string().max(300).optional(),
  code: z.string().max(4_000).optional(),
  error: z.string().max(200).optional(),
});

export const TheirFieldView = z.object({
  id: z.string(),
  label: z.string(),
  type: z.enum(['text', 'number', 'boolean', 'date', 'choice']),
  options: z
    .array(z.object({ value: z.string(), label: z.string() }))
    .readonly()
    .optional(),
  writable: z.boolean(),
});
/** `GET /v1/connections/:id/fields`: what there is over there, and the mapping we propose or is in use. */
export const ConnectionFields = z.object({
  fields: z.array(TheirFieldView).readonly(),
  people: z.array(z.object({ ref: z.string(), name: z.string(), active: z.boolean() })).readonly(),
  /** What of each this vendor has a place for, and the kinds of event it tells of. */
  reads: z.array(z.enum(['activities', 'deals', 'leads'])).readonly(),
  writes: z.array(z.enum(['attempts', 'stage', 'score'])).readonly(),
  events: z.array(z.object({ id: z.string(), label: z.string() })).readonly(),
  mapping: ConnectionMapping,
});
export type ConnectionFields = z.infer<typeof ConnectionFields>;

/** `PUT /v1/connections/:id/mapping` and `POST /v1/connections/:id/preview`. */
export const MappingRequest = z.strictObject({ mapping: ConnectionMapping });
export type MappingRequest = z.infer<typeof MappingRequest>;

/** What one real record would do; nothing is written. */
export const PreviewedPerson = z.object({
  record: z.string(),
  does: z.enum(['creates', 'completes', 'nothing']).nullable(),
  emails: z.array(z.string()).readonly(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  owner: z.string().nullable(),
  stage: z.string().nullable(),
  backlog: z.boolean(),
  /** What of it cannot be taken, and why. */
  faults: z.array(FaultView).readonly(),
});
export type PreviewedPerson = z.infer<typeof PreviewedPerson>;
export const ConnectionPreview = z.object({ people: z.array(PreviewedPerson).readonly() });
