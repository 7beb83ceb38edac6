import * as z from 'zod';
import { CLOCK_KINDS } from '../lead/vocabulary.ts';
import { Predicate } from '../predicate/predicate.ts';

const Id = z.string().min(1).max(100);
const Amount = z.number().gt(0).max(100_000);

/** What a promise lasts (CAL4): wall time, open time, or dates with open time. Units are not mixed. */
export const Target = z.union([
  z.strictObject({ minutes: Amount }),
  z.strictObject({ hours: Amount }),
  z.strictObject({ businessMinutes: Amount }),
  z.strictObject({ businessHours: Amount }),
  z.strictObject({ businessDays: z.int().min(1).max(1_000) }),
]);
export type Target = z.infer<typeof Target>;

const Recipient = z.enum(['owner', 'manager', 'admin']);

/** A promise of one party about one kind of step (CLK2). */
export const Policy = z.strictObject({
  id: Id,
  label: z.string().min(1).max(200),
  kind: z.enum(CLOCK_KINDS),
  party: z.enum(['marketing', 'sales', 'neutral']),
  level: z.enum(['account', 'segment', 'default']),
  order: z.int(),
  when: Predicate.optional(),
  target: Target,
  calendar: Id,
  /** Cadence: K attempts, one per local date (CLK3). */
  repeat: z.strictObject({ times: z.int().min(1).max(50) }).optional(),
  /** `stage_time`: the stage it times. */
  stage: Id.optional(),
  /** What pauses it; nothing else does (CLK5). */
  pauses: z.array(z.enum(['snooze'])).optional(),
  warn: z
    .array(
      z.union([
        z.strictObject({ atPercent: z.number().gt(0).lt(100), to: Recipient }),
        z.strictObject({ before: Target, to: Recipient }),
      ]),
    )
    .max(5),
  escalate: z
    .array(
      z.strictObject({
        after: Target,
        do: z.union([
          z.strictObject({ notify: Recipient }),
          z.literal('reassign'),
          z.literal('return_to_pool'),
        ]),
      }),
    )
    .max(5),
  /** Whether a declared earlier time meets it, and how far back it may lie (ATT6). Default: yes. */
  acceptStated: z.union([z.boolean(), z.strictObject({ withinDays: z.int().min(1).max(7) })]).optional(),
  /** Open time an owner gets at least after a reassignment (CLK10). Default: one open hour. */
  grace: Target.optional(),
});
export type Policy = z.infer<typeof Policy>;
