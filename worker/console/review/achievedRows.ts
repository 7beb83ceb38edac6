/** Rows of the report `achieved` as its readers parse them. */
import * as z from 'zod';
import { SIDES } from '../../../shared/lead/vocabulary.ts';
import type { Achieved } from '../../../shared/target/achieved.ts';
import { isMetric } from '../../../shared/target/metrics.ts';

export const AchievedRows: z.ZodType<readonly Achieved[]> = z.array(
  z.object({
    goal: z.string(),
    side: z.enum(SIDES),
    metric: z.string().refine(isMetric),
    kind: z.enum(['count', 'share', 'money']),
    from: z.string(),
    to: z.string(),
    running: z.boolean(),
    target: z.number(),
    actual: z.number().nullable(),
    expected: z.number(),
    n: z.int(),
    hits: z.int(),
    reached: z.boolean().nullable(),
  }),
);
