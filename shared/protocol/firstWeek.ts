/**
 * The first week of a workspace, from an import to a signed agreement in force: `GET /v1/first-week`, and
 * what a first agreement is proposed from: `GET /v1/first-week/evidence`.
 */
import * as z from 'zod';
import { BUSINESSES } from '../definitions/business.ts';
import { Definitions } from '../definitions/definitions.ts';
import { LANGUAGES, SIDES } from '../lead/vocabulary.ts';
import type { Evidence } from '../target/evidence.ts';
import type { Trait } from '../target/trait.ts';
import { LeftOut } from './backlog.ts';

const Id = z.string();
const Signer = z.object({ side: z.enum(SIDES), member: Id });

/** How far each step is, as the workspace has it. Instants are epoch ms. */
export const FirstWeekResponse = z.object({
  imports: z.object({
    /** Ended well. */
    done: z.int(),
    /** One that runs and the reader may cancel; null = none. */
    running: Id.nullable(),
  }),
  /** In the workspace, and those of them that wait in the backlog (TRI2). */
  leads: z.int(),
  backlog: z.int(),
  /** Of the backlog, what a release would hand off and what it would leave; whether one runs. */
  releasable: z.int(),
  left: LeftOut,
  releasing: z.boolean(),
  /** Until the first signed version takes effect; null = none is scheduled (TRI1). */
  trial: z.boolean(),
  trialEndsAt: z.int().nullable(),
  /** In force. */
  version: z.int(),
  effectiveAt: z.int(),
  /** The one before it, to go back to; null = it is the first. */
  previous: z.int().nullable(),
  draft: z
    .object({
      hash: z.string(),
      author: Id,
      savedAt: z.int(),
      signers: z.array(Signer),
      /** Member ids of those who signed what is read now. */
      signed: z.array(Id),
      complete: z.boolean(),
      /** What keeps it from being published. */
      faults: z.int(),
      /** Says what is in force already. */
      same: z.boolean(),
    })
    .nullable(),
  /** The newest preview of the draft as it is now (DEF2), and the job that found it. */
  previewed: z.object({ at: z.int(), by: Id.nullable(), leads: z.int(), job: Id.optional() }).nullable(),
});
export type FirstWeekResponse = z.infer<typeof FirstWeekResponse>;

export const EvidenceQuery = z.strictObject({
  business: z.enum(BUSINESSES).optional(),
  language: z.enum(LANGUAGES).optional(),
});
export type EvidenceQuery = z.infer<typeof EvidenceQuery>;

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const TraitView: z.ZodType<Trait> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), field: z.string() }),
  z.object({ kind: z.literal('is'), field: z.string(), value: Scalar }),
  z.object({ kind: z.literal('step'), field: z.string(), from: z.number() }),
  z.object({ kind: z.literal('freeMail') }),
  z.object({ kind: z.literal('signal'), signal: z.string() }),
]);

/** Nobody in particular: traits fewer than twenty leads share are left out. */
export const EvidenceView: z.ZodType<Evidence> = z.object({
  won: z.int(),
  lost: z.int(),
  traits: z.array(TraitView),
  cases: z.array(
    z.object({
      won: z.int(),
      lost: z.int(),
      sums: z.array(z.int()),
      met: z.array(z.int()),
      fast: z.boolean(),
      has: z.array(z.int()),
    }),
  ),
  responses: z.array(z.tuple([z.int(), z.int()])),
  deals: z.array(z.object({ currency: z.string(), n: z.int(), cents: z.number() })),
  segments: z.array(z.object({ segment: z.string().nullable(), won: z.int(), lost: z.int() })),
});

export const EvidenceResponse = z.object({
  asOf: z.int(),
  business: z.enum(BUSINESSES),
  /** What the leads were scored by, and the proposal begins with. */
  starter: Definitions,
  evidence: EvidenceView,
  /** Whether all leads were looked at: past so many different ones no more are. */
  whole: z.boolean(),
});
export type EvidenceResponse = z.infer<typeof EvidenceResponse>;
