/**
 * The language of criteria: bounded declarative data, never code (PRD1).
 * Used for ICP, segments, personas, exclusions, scoring rules, stages, routes and policies.
 */
import * as z from 'zod';
import { CHANNELS, OUTCOMES } from '../lead/vocabulary.ts';

export const MAX_DEPTH = 8;
export const MAX_NODES = 500;

const Id = z.string().min(1).max(200);
const Scalar = z.union([z.string().max(2_000), z.number(), z.boolean()]);
const Count = z.int().min(1).max(10_000);

/** Exactly one of these operators per field test; text compares case-folded, trimmed, NFC (PRD3). */
const operators = {
  is: Scalar.optional(),
  isNot: Scalar.optional(),
  in: z.array(Scalar).max(1_000).optional(),
  inList: Id.optional(),
  atLeast: z.union([z.number(), z.iso.date()]).optional(),
  atMost: z.union([z.number(), z.iso.date()]).optional(),
  between: z.tuple([z.union([z.number(), z.iso.date()]), z.union([z.number(), z.iso.date()])]).optional(),
  contains: z.string().min(1).max(200).optional(),
  startsWith: z.string().min(1).max(200).optional(),
  endsWith: z.string().min(1).max(200).optional(),
  known: z.boolean().optional(),
} as const;

export const OPERATORS = [
  'is',
  'isNot',
  'in',
  'inList',
  'atLeast',
  'atMost',
  'between',
  'contains',
  'startsWith',
  'endsWith',
  'known',
] as const satisfies readonly (keyof typeof operators)[];
export type Operator = (typeof OPERATORS)[number];

const oneOperator = {
  error: `a field test needs exactly one of: ${OPERATORS.join(', ')}`,
} as const;
const hasOneOperator = (test: object) => OPERATORS.filter((name) => name in test).length === 1;

export const FieldTest = z.strictObject({ field: Id, ...operators }).refine(hasOneOperator, oneOperator);
export type FieldTest = z.infer<typeof FieldTest>;

/** A test on one property of a signal, e.g. `{property: 'page', startsWith: '/pricing'}`. */
export const PropertyTest = z
  .strictObject({ property: Id, ...operators })
  .refine(hasOneOperator, oneOperator);
export type PropertyTest = z.infer<typeof PropertyTest>;

const bounds = { atLeast: z.int().optional(), atMost: z.int().optional() };
const oneBound = { error: 'needs exactly one of: atLeast, atMost' } as const;
const hasOneBound = (leaf: { atLeast?: number | undefined; atMost?: number | undefined }) =>
  (leaf.atLeast === undefined) !== (leaf.atMost === undefined);

export const Leaf = z.union([
  FieldTest,
  z.strictObject({ emailDomain: z.literal(true), in: z.array(z.string()).optional(), inList: Id.optional() }),
  z.strictObject({
    signal: Id,
    where: z.array(PropertyTest).max(10).optional(),
    times: Count.optional(),
    withinDays: Count.optional(),
  }),
  z.strictObject({ score: z.literal(true), ...bounds }).refine(hasOneBound, oneBound),
  z.strictObject({ fit: z.literal(true), ...bounds }).refine(hasOneBound, oneBound),
  z.strictObject({ engagement: z.literal(true), ...bounds }).refine(hasOneBound, oneBound),
  z.strictObject({ segment: Id }),
  z.strictObject({ persona: Id }),
  z.strictObject({ product: Id }),
  z.strictObject({ stageIs: Id }),
  z.strictObject({ stageWas: Id }),
  z.strictObject({
    attempts: z.literal(true),
    outcome: z.enum(OUTCOMES).optional(),
    channel: z.enum(CHANNELS).optional(),
    times: Count,
  }),
  z.strictObject({
    account: z.union([
      z.strictObject({ persona: Id, atLeast: Count }),
      z.strictObject({ stage: Id, atLeast: Count }),
    ]),
  }),
]);
export type Leaf = z.infer<typeof Leaf>;

export type Predicate =
  | Leaf
  | { all: Predicate[]; label?: string | undefined }
  | { any: Predicate[]; label?: string | undefined }
  | { not: Predicate; label?: string | undefined };

const Label = z.string().max(200).optional();

/** Depth and size are checked by `validate` (DEF1), which can point at the offending node. */
export const Predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    Leaf,
    z.strictObject({ all: z.array(Predicate).min(1), label: Label }),
    z.strictObject({ any: z.array(Predicate).min(1), label: Label }),
    z.strictObject({ not: Predicate, label: Label }),
  ]),
);

/** Kleene's three values (PRD2): `unknown` when a needed field has no value. */
export type Verdict = 'met' | 'unmet' | 'unknown';
