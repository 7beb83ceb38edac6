/** `/v1/backlog`: what waits without a hand-off, and its release in lots (TRI2). */
import * as z from 'zod';

const Id = z.string().min(1).max(200);

/** Which leads of the backlog a plan releases; all of them when it says nothing. */
export const BacklogFilter = z.strictObject({
  stage: Id.optional(),
  segment: Id.optional(),
  source: Id.optional(),
  owner: Id.optional(),
});
export type BacklogFilter = z.infer<typeof BacklogFilter>;

/** `POST /v1/backlog/release`: so many leads per owner and open day, best score first. */
export const ReleaseRequest = z.strictObject({
  perOwner: z.int().min(1).max(500),
  filter: BacklogFilter.optional(),
  /** Says what would happen and releases nothing. */
  dryRun: z.boolean().optional(),
});
export type ReleaseRequest = z.infer<typeof ReleaseRequest>;

export const ReleasePlan = z.object({
  id: Id,
  by: Id,
  createdAt: z.int(),
  perOwner: z.int(),
  filter: BacklogFilter,
  state: z.enum(['running', 'done', 'cancelled']),
  released: z.int(),
  /** When the next lot goes out, epoch ms; null once it has ended. */
  nextAt: z.int().nullable(),
  endedAt: z.int().nullable(),
});
export type ReleasePlan = z.infer<typeof ReleasePlan>;

/** Good enough for sales and left where they are: their deals are over. */
export const LeftOut = z.object({ won: z.int(), lost: z.int() });
export type LeftOut = z.infer<typeof LeftOut>;

export const ReleaseResponse = z.object({
  /** Leads the plan covers now. */
  leads: z.int(),
  left: LeftOut,
  /** Open days it takes, by those who can take leads today; null when nobody can. */
  openDays: z.int().nullable(),
  /** Null for a dry run. */
  plan: ReleasePlan.nullable(),
});
export type ReleaseResponse = z.infer<typeof ReleaseResponse>;

const Count = z.object({ id: z.string().nullable(), leads: z.int() });
/** `GET /v1/backlog`. */
export const BacklogResponse = z.object({
  /** Every lead that entered by import or publish and still waits. */
  leads: z.int(),
  /** Those of them at or beyond the hand-off stage whose deals are not over: what a release hands off. */
  releasable: z.int(),
  left: LeftOut,
  byStage: z.array(Count),
  byOwner: z.array(Count),
  plan: ReleasePlan.nullable(),
});
export type BacklogResponse = z.infer<typeof BacklogResponse>;
