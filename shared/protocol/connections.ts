/** `/v1/connections`: other systems leads come from and attempts go to, and what of theirs means what of ours. */
import * as z from 'zod';

export const VENDORS = ['hubspot', 'salesforce', 'dynamics', 'pipedrive', 'rdstation'] as const;
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
  read: z.strictObject({ activities: z.boolean(), deals: z.boolean() }),
  /** Where a record or lead that is deleted or erased on one side goes on the other (PRI4). */
  gone: z.strictObject({
    /** Deleted there: `keep` only unlinks the lead here, `erase` erases it. An erasure there always erases here. */
    there: z.enum(['keep', 'erase']),
    /** Erased here: `keep` leaves their record alone, `erase` has it deleted there for good. */
    here: z.enum(['keep', 'erase']),
  }),
});
export type ConnectionMapping = z.infer<typeof ConnectionMapping>;
