import * as z from 'zod';

const Id = z.string().min(1).max(100);

/** The protocol of passing a lead to sales and back (HOF). */
export const Handoff = z.strictObject({
  /** Stage whose entry hands the lead over. */
  stage: Id,
  /** Stage an accepted lead enters; left out when the agreement has no such stage (HOF3). */
  acceptedStage: Id.optional(),
  brief: z.strictObject({ required: z.array(Id).max(50) }),
  reasons: z
    .array(
      z.strictObject({
        id: Id,
        label: z.string().min(1).max(200),
        answer: z.enum(['recycled', 'disqualified']),
        /** Chosen only after the agreed minimum of attempts (HOF4). */
        unreachable: z.boolean().optional(),
      }),
    )
    .max(100),
  /** The agreed minimum before a lead may be called unreachable (HOF4). */
  unreachable: z.strictObject({
    attempts: z.int().min(1),
    dates: z.int().min(1),
    withinDays: z.int().min(1),
    channels: z.int().min(1),
    notDeclared: z.int().min(0),
  }),
  /** Open days marketing has to contest a return (HOF5). */
  contestWithinDays: z.int().min(1),
  referee: Id.optional(),
  snooze: z.strictObject({
    times: z.int().min(0),
    openDays: z.int().min(1),
    reasons: z.array(z.strictObject({ id: Id, label: z.string().max(200) })).max(50),
  }),
  /** Open days after which a hand-off without cadence counts as run out (TGT2). */
  workWithinDays: z.int().min(1),
});
export type Handoff = z.infer<typeof Handoff>;
