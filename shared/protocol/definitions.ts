/** Bodies and answers around the draft: checking it, comparing it, trying it on live leads (DEF1–DEF3, DEF7). */
import * as z from 'zod';
import { PublishChoices } from '../definitions/version.ts';
import { CLOCK_KINDS, LANGUAGES } from '../lead/vocabulary.ts';
import { LeadView } from './leads.ts';

const Language = z.enum(LANGUAGES);

/** `POST /v1/definitions/draft/validate?language=`: the body is the agreement itself, whatever it is. */
export const ValidateQuery = z.strictObject({ language: Language.optional() });

const DefinitionsProblem = z.object({
  severity: z.enum(['error', 'warning']),
  pointer: z.string(),
  /** Names the kind of fault, the same in every language. */
  code: z.string(),
  message: z.string(),
  /** The name that was probably meant. */
  suggestion: z.string().optional(),
});
export const ValidateResponse = z.object({
  /** It could be published as it stands; warnings do not keep it from that. */
  ok: z.boolean(),
  problems: z.array(DefinitionsProblem),
});
export type ValidateResponse = z.infer<typeof ValidateResponse>;

/** A version's number, `draft`, or `current`. */
const Side = z.string().regex(/^(?:draft|current|[1-9]\d{0,8})$/, 'a version, `current` or `draft`');

/** `GET /v1/definitions/diff?from=3&to=draft`; left out: from what is in force to the draft. */
export const DiffQuery = z.strictObject({
  from: Side.default('current'),
  to: Side.default('draft'),
  language: Language.optional(),
});
export type DiffQuery = z.infer<typeof DiffQuery>;

const Described = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  /** As a person would tell it. */
  sentence: z.string(),
  where: z.string(),
  /** Into the newer agreement; of what is removed, into the older. */
  pointer: z.string(),
});
export type Described = z.infer<typeof Described>;

export const DiffResponse = z.object({
  from: z.string(),
  to: z.string(),
  /** One sentence a change, in the asked language. */
  sentences: z.array(Described),
  /** The same for programs, each with what was and what is. */
  changes: z.array(z.unknown()),
});
export type DiffResponse = z.infer<typeof DiffResponse>;

/** `POST /v1/definitions/draft`: the body of an older version becomes the draft (DEF3). */
export const DraftFromRequest = z.strictObject({ version: z.int().min(1) });
export type DraftFromRequest = z.infer<typeof DraftFromRequest>;

/** `POST /v1/definitions/draft/preview`: choices as they would be published with (DEF2). */
export const PreviewRequest = z.strictObject({
  choices: PublishChoices.optional(),
  language: Language.optional(),
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

/** How many, and the ids of the first of them. */
const Group = z.object({ n: z.int(), leads: z.array(z.string()) });
const Asked = z.object({
  /** Hand-offs of the window that are, or would have been. */
  handoffs: z.int(),
  /** Attempts agreed on them. */
  due: z.int(),
  /** Per person and open day; null when nobody is there. */
  asks: z.number().nullable(),
});
const Spread = z.object({ from: z.int(), to: z.int(), before: z.int(), after: z.int() });

/** `result` of a job of kind `preview`. */
export const PreviewResult = z.object({
  /** Version it was compared with, and the draft's hash. */
  version: z.int(),
  draft: z.string(),
  choices: PublishChoices,
  /** Instant everything was judged at. */
  at: z.int(),
  leads: z.int(),
  /** Leads that could not be folded. */
  failed: z.int(),
  changes: z.array(Described),
  /** Moves between stages; from null: a lead that had none. */
  moves: z.array(Group.extend({ from: z.string(), to: z.string() })),
  /** Leads whose deadlines change, and clocks by kind with the middle and the ninth tenth of the shifts in ms. */
  deadlines: z.object({
    earlier: Group,
    later: Group,
    /** A promise begins or ends with the new version. */
    begun: Group,
    ended: Group,
    kinds: z.array(
      z.object({
        kind: z.enum(CLOCK_KINDS),
        direction: z.enum(['earlier', 'later']),
        clocks: z.int(),
        medianMs: z.number(),
        p90Ms: z.number(),
      }),
    ),
  }),
  /** Leads late under the draft that are not late now. */
  late: Group,
  /** What it asks of each person and open day (TGT6), by the hand-offs of the last four weeks. */
  load: z.object({
    from: z.int(),
    to: z.int(),
    peopleDays: z.int(),
    before: Asked,
    after: Asked,
    /** Attempts made per person and open day. */
    makes: z.number().nullable(),
  }),
  stages: z.array(z.object({ stage: z.string(), before: z.int(), after: z.int() })),
  scores: z.array(Spread),
});
export type PreviewResult = z.infer<typeof PreviewResult>;

/** `GET /v1/jobs/:id/leads` of a preview: those behind one of its numbers. */
export const PreviewLeadsQuery = z.strictObject({
  /** JSON array: the beginning of a mark, `["move","lead","mql"]`, `["shift","later"]`, `["late"]`, or several. */
  cell: z.string().max(4_000),
  cursor: z.string().max(1_000).optional(),
  /** Said by those who page through other lists; a page holds what it holds. */
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type PreviewLeadsQuery = z.infer<typeof PreviewLeadsQuery>;
export const PreviewLeadsResponse = z.object({
  leads: z.array(LeadView),
  /** Of those that would move; from nothing where it had no stage. */
  moves: z.array(z.object({ lead: z.string(), from: z.string(), to: z.string() })),
  cursor: z.string().nullable(),
});
export type PreviewLeadsResponse = z.infer<typeof PreviewLeadsResponse>;

/** `GET /v1/definitions/materials`: how often each material was used (DEF7). */
export const MaterialsQuery = z.strictObject({
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
});
export type MaterialsQuery = z.infer<typeof MaterialsQuery>;
export const MaterialsResponse = z.object({
  materials: z.array(
    z.object({
      persona: z.string().nullable(),
      material: z.string(),
      /** Null: no version in force names it any more. */
      title: z.string().nullable(),
      uses: z.int(),
      leads: z.int(),
      lastAt: z.int().nullable(),
    }),
  ),
});
export type MaterialsResponse = z.infer<typeof MaterialsResponse>;
