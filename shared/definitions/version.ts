import * as z from 'zod';
import type { CompiledCalendar } from '../time.ts';
import { Definitions } from './definitions.ts';

export const PublishChoices = z.strictObject({
  /** What happens to leads that no longer qualify and sales has not answered (STG6). */
  leads: z.enum(['stay', 'moveBack']),
  /** Whether running clocks are re-based on the new policies (CLK8). */
  clocks: z.enum(['new', 'running']),
});
export type PublishChoices = z.infer<typeof PublishChoices>;

export const Signature = z.strictObject({
  side: z.enum(['marketing', 'sales', 'neutral']),
  member: z.string(),
  at: z.int(),
  /** SHA-256 of the body signed, base64url (DEF4). */
  hash: z.string(),
});
export type Signature = z.infer<typeof Signature>;

const OpenPeriod = z.strictObject({ start: z.int(), end: z.int(), on: z.iso.date() });
export const CompiledCalendarSchema: z.ZodType<CompiledCalendar> = z.strictObject({
  id: z.string(),
  zone: z.string(),
  generation: z.int(),
  from: z.int(),
  to: z.int(),
  periods: z.array(OpenPeriod),
  offsets: z.array(z.tuple([z.int(), z.int()])),
  closures: z
    .array(z.strictObject({ declaredAt: z.int(), start: z.int(), end: z.int(), taken: z.array(OpenPeriod) }))
    .optional(),
});

/** One published version with everything the fold needs of it (FCT1, DEF3). */
export const Version = z.strictObject({
  version: z.int().min(1),
  author: z.string(),
  note: z.string(),
  publishedAt: z.int(),
  effectiveAt: z.int(),
  /** True when both sides signed this body; until the first signed one takes effect all is trial (TRI1). */
  signed: z.boolean(),
  signatures: z.array(Signature),
  choices: PublishChoices,
  definitions: Definitions,
  /** Compiled calendars by id, those of the definitions. */
  calendars: z.record(z.string(), CompiledCalendarSchema),
});
export type Version = z.infer<typeof Version>;

/** Every version in force since the lead's first hand-off plus the current one, ascending by `effectiveAt`. */
export type History = readonly Version[];
