import * as z from 'zod';
import { Predicate, PropertyTest } from '../predicate/predicate.ts';

const Id = z.string().min(1).max(100);
const Label = z.string().min(1).max(200);
const Points = z.int().min(-10_000).max(10_000);
const Days = z.int().min(1).max(3_650);

/** Who they are: counts once when its criterion is met (SCO1). */
export const FitRule = z.strictObject({ id: Id, label: Label, points: Points, when: Predicate });
export type FitRule = z.infer<typeof FitRule>;

/** What they do: counts per signal or once, newest first, fading by window or decay (SCO1, SCO2). */
export const EngagementRule = z
  .strictObject({
    id: Id,
    label: Label,
    points: Points,
    signal: Id,
    where: z.array(PropertyTest).max(10).optional(),
    count: z.enum(['each', 'once']),
    /** Rolling: at most `times` counted in any `perDays` days, oldest first. */
    limit: z.strictObject({ times: z.int().min(1), perDays: Days }).optional(),
    withinDays: Days.optional(),
    /** Loses `losePercent` of the original points every `everyDays` days, never past 0. */
    decay: z.strictObject({ losePercent: z.number().gt(0).max(100), everyDays: Days }).optional(),
  })
  .refine((rule) => !(rule.withinDays && rule.decay), { error: 'withinDays and decay exclude each other' });
export type EngagementRule = z.infer<typeof EngagementRule>;

const bounds = { min: Points, max: Points };

export const FitGroup = z.strictObject({
  id: Id,
  label: Label,
  kind: z.literal('fit'),
  ...bounds,
  rules: z.array(FitRule).max(200),
});
export const EngagementGroup = z.strictObject({
  id: Id,
  label: Label,
  kind: z.literal('engagement'),
  ...bounds,
  rules: z.array(EngagementRule).max(200),
});

/** Groups clamp, then the total clamps (SCO3). Bands are ordered best first (SCO5). */
export const Scoring = z.strictObject({
  ...bounds,
  groups: z.array(z.discriminatedUnion('kind', [FitGroup, EngagementGroup])).max(50),
  bands: z.strictObject({
    fit: z.array(z.strictObject({ id: z.enum(['A', 'B', 'C', 'D']), atLeast: Points, label: Label })).max(4),
    engagement: z
      .array(z.strictObject({ id: z.enum(['1', '2', '3', '4']), atLeast: Points, label: Label }))
      .max(4),
  }),
});
export type Scoring = z.infer<typeof Scoring>;
