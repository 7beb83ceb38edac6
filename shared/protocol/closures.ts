/** Closed periods declared afterwards (CAL7): `/v1/closures`. */
import * as z from 'zod';

const Id = z.string().min(1).max(200);
/** Epoch ms of a date JavaScript knows. */
const Instant = z.int().min(0).max(8_640_000_000_000_000);

/**
 * `POST /v1/closures`: a team (by its manager or an admin) or, without one, the whole workspace (admin).
 * A team's closes the calendars named, or those of the promises its side makes, and its people's hours.
 */
export const ClosureRequest = z.strictObject({
  team: Id.optional(),
  calendars: z.array(Id).min(1).max(200).optional(),
  /** Today, or within the past five open days. */
  start: Instant,
  end: Instant,
  reason: z.string().trim().min(1).max(500),
});
export type ClosureRequest = z.infer<typeof ClosureRequest>;

export const ClosureView = z.object({
  id: Id,
  team: Id.nullable(),
  /** Null: all calendars. */
  calendars: z.array(Id).nullable(),
  start: z.int(),
  end: z.int(),
  reason: z.string(),
  by: Id,
  declaredAt: z.int(),
  /** Open again from then on: `end` is that instant. */
  withdrawnAt: z.int().nullable(),
});
export type ClosureView = z.infer<typeof ClosureView>;

/** `job` looks at every lead again; null in a workspace without any. */
export const ClosureResponse = z.object({ closure: ClosureView, job: z.string().nullable() });
export type ClosureResponse = z.infer<typeof ClosureResponse>;
export const ClosuresResponse = z.object({ closures: z.array(ClosureView) });
export type ClosuresResponse = z.infer<typeof ClosuresResponse>;
