/** Rows of the reports the closed loop reads (TGT4), as `reportRows.ts` has those of the first view. */
import * as z from 'zod';
import type { EffectRow, MetricInWindow } from '../target/effect.ts';
import { LEAKS, type LeakRow, LEFT_WHYS, type NotHereRow } from '../target/leaks.ts';
import { METRICS, type Metric } from '../target/metrics.ts';
import type { QualityRow } from '../target/quality.ts';
import type { RecycledRow } from '../target/recycled.ts';
import { ShareRow, TimesRow } from './reportRows.ts';

const cut = { by: z.string(), of: z.string().nullable() };

export const QualityRows: z.ZodType<readonly QualityRow[]> = z.array(
  z.object({ ...cut, accepted: ShareRow, qualified: ShareRow }),
);

export const RecycledRows: z.ZodType<readonly RecycledRow[]> = z.array(
  z.object({ ...cut, cameBack: ShareRow, won: ShareRow, away: TimesRow }),
);

const Leak: z.ZodType<LeakRow> = z.object({
  leak: z.enum(LEAKS),
  source: z.string().nullable(),
  n: z.int(),
});
const NotHere: z.ZodType<NotHereRow> = z.object({
  leak: z.literal('in_crm_not_here'),
  source: z.null(),
  system: z.string(),
  why: z.enum(LEFT_WHYS),
  n: z.int(),
});
/** Those about leads of ours; records of other systems are in the figures of the answer (`LeakFigures`). */
export const LeakRows: z.ZodType<readonly LeakRow[]> = z
  .array(z.union([Leak, NotHere]))
  .transform((rows) => rows.flatMap((row) => (row.leak === 'in_crm_not_here' ? [] : [row])));

const InWindow: z.ZodType<MetricInWindow> = z.object({
  n: z.int(),
  share: ShareRow.nullable(),
  cents: z.number().nullable(),
  withoutRate: z.int(),
});
const METRIC_NAMES = Object.keys(METRICS).filter((name): name is Metric => Object.hasOwn(METRICS, name));

export const EffectRows: z.ZodType<readonly EffectRow[]> = z.array(
  z.object({
    metric: z.enum(METRIC_NAMES),
    before: InWindow,
    after: InWindow,
    apart: z.boolean().nullable(),
  }),
);

const Window = z.object({ start: z.int(), end: z.int() });
/** The two stretches an effect compares, `[start, end)`. */
export const EffectFigures = z.object({ before: Window, after: Window });
export type EffectFigures = z.infer<typeof EffectFigures>;
