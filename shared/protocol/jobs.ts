/** Long work as its starter follows it: `GET /v1/jobs`, `GET /v1/jobs/:id`, `POST /v1/jobs/:id/cancel`. */
import * as z from 'zod';

export const JobsQuery = z.strictObject({
  kind: z.string().max(60).optional(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type JobsQuery = z.infer<typeof JobsQuery>;

export const JobView = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** Member who began it; null for the workspace itself. */
  by: z.string().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
  done: z.int(),
  /** Null while nobody knows. */
  total: z.int().nullable(),
  /** Once it is done, as its kind says; left out of lists. */
  result: z.unknown(),
  /** Why it failed. */
  failure: z.string().nullable(),
});
export type JobView = z.infer<typeof JobView>;
