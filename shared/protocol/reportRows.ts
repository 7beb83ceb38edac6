/** Rows of the reports as their readers parse them (TGT4); each is what its report in `target/` says. */
import * as z from 'zod';
import type { ComplianceRow } from '../target/compliance.ts';
import type { DispositionRow } from '../target/dispositions.ts';
import type { FunnelRow } from '../target/funnel.ts';
import type { PaceDay } from '../target/pace.ts';
import type { Share } from '../target/share.ts';
import type { SpeedRow } from '../target/speed.ts';
import type { TimesSummary } from '../target/times.ts';
import type { TodayRow } from '../target/today.ts';
import type { WorkedRow } from '../target/worked.ts';

export const ShareRow: z.ZodType<Share> = z.object({
  hits: z.int(),
  n: z.int(),
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  colour: z.boolean(),
});

export const TimesRow: z.ZodType<TimesSummary> = z.object({
  n: z.int(),
  median: z.number().nullable(),
  p90: z.number().nullable(),
  mean: z.number().nullable(),
  error: z.number(),
  colour: z.boolean(),
});

const cut = { by: z.string(), of: z.string().nullable() };

export const TodayRows: z.ZodType<readonly TodayRow[]> = z.array(
  z.object({
    ...cut,
    late: z.int(),
    atRisk: z.int(),
    open: z.int(),
    dueToday: z.int(),
    kept: ShareRow,
  }),
);

export const ComplianceRows: z.ZodType<readonly ComplianceRow[]> = z.array(
  z.object({
    by: z.enum(['all', 'team', 'person']),
    policy: z.string(),
    of: z.string().nullable(),
    weekOn: z.string(),
    inTime: ShareRow,
  }),
);

export const WorkedRows: z.ZodType<readonly WorkedRow[]> = z.array(
  z.object({ ...cut, worked: ShareRow, inProgress: z.int() }),
);

export const SpeedRows: z.ZodType<readonly SpeedRow[]> = z.array(
  z.object({
    ...cut,
    machine: TimesRow.nullable(),
    human: TimesRow,
    whole: TimesRow.nullable(),
    histogram: z.array(z.object({ upToMs: z.number().nullable(), n: z.int() })),
  }),
);

export const FunnelRows: z.ZodType<readonly FunnelRow[]> = z.array(
  z.object({
    ...cut,
    leads: z.int(),
    stages: z.array(
      z.object({ stage: z.string(), reached: z.int(), current: z.int(), passes: ShareRow.nullable() }),
    ),
    won: ShareRow,
    toClose: TimesRow,
    backlog: z.int(),
  }),
);

export const DispositionRows: z.ZodType<readonly DispositionRow[]> = z.array(
  z.object({
    ...cut,
    answers: z.object({ accepted: z.int(), recycled: z.int(), disqualified: z.int() }),
    accepted: ShareRow,
    contested: ShareRow,
    overturned: ShareRow,
  }),
);

/** What was made against what is needed, over open days. */
export const PaceFigures = z.object({
  target: z.number(),
  actual: z.number(),
  openDays: z.int(),
  elapsed: z.int(),
  expected: z.number(),
  projected: z.number().nullable(),
});

export const PacingFigures = PaceFigures.extend({ withoutRate: z.int() });
export type PacingFigures = z.infer<typeof PacingFigures>;
export const PacingRows: z.ZodType<readonly PaceDay[]> = z.array(
  z.object({ on: z.string(), actual: z.number(), expected: z.number() }),
);

export const AttemptsRows = z.array(
  z.object({ ...cut, n: z.int(), attempts: z.int(), mean: z.number(), colour: z.boolean() }),
);
export type AttemptsRows = z.infer<typeof AttemptsRows>;
