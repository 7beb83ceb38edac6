import * as z from 'zod';
import { Predicate } from '../predicate/predicate.ts';

const Text = z.string().max(2_000);

/** One step of the funnel both teams agreed on (STG1). Order in the list is the order of the funnel. */
export const Stage = z.strictObject({
  id: z.string().min(1).max(60),
  label: z.string().min(1).max(80),
  /** Few letters for the chip, e.g. `MQL`. */
  short: z.string().min(1).max(12),
  meaning: Text,
  examples: z.array(Text).max(20).optional(),
  counterExamples: z.array(Text).max(20).optional(),
  owner: z.enum(['marketing', 'shared', 'sales']),
  enter: z.enum(['automatic', 'decision', 'integration']),
  criteria: Predicate.optional(),
  /** Signals that enter this stage at once, whatever the score (STG3). */
  fastTrack: z
    .array(z.strictObject({ signal: z.string().max(100), label: z.string().max(200) }))
    .max(50)
    .optional(),
});
export type Stage = z.infer<typeof Stage>;
