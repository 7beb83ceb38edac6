/** `/v1/absences`: who is away from when to when, and their leads meanwhile (HOF2, CLK10). */
import * as z from 'zod';
import { CLOCK_KINDS, CLOCK_STATES } from '../lead/vocabulary.ts';

const Id = z.string().min(1).max(200);

/** One's own, or anybody's by a manager. */
export const AbsenceRequest = z.strictObject({
  /** The asker when left out. */
  memberId: Id.optional(),
  /** Epoch ms; now when left out. */
  from: z.int().optional(),
  /** Epoch ms, not included; a year ahead at most. */
  until: z.int(),
  /** For oneself and managers only. */
  reason: z.string().max(500).optional(),
});
export type AbsenceRequest = z.infer<typeof AbsenceRequest>;

export const AbsencesQuery = z.strictObject({
  memberId: Id.optional(),
  /** `true`: those that are over as well. */
  all: z.enum(['true', 'false']).optional(),
});
export type AbsencesQuery = z.infer<typeof AbsencesQuery>;

export const AbsenceView = z.object({
  id: Id,
  memberId: Id,
  from: z.int(),
  until: z.int(),
  /** Null for colleagues. */
  reason: z.string().nullable(),
  by: Id,
  endedAt: z.int().nullable(),
});
export type AbsenceView = z.infer<typeof AbsenceView>;
export const AbsencesResponse = z.object({ absences: z.array(AbsenceView) });

const Clock = z.object({
  leadId: Id,
  clock: z.string(),
  kind: z.enum(CLOCK_KINDS),
  status: z.enum(CLOCK_STATES),
  dueAt: z.int().nullable(),
});
/** The absence, and the clocks that run for its member: those a manager gives to others. */
export const AbsenceResponse = z.object({
  absence: AbsenceView,
  leads: z.int(),
  clocks: z.array(Clock),
});
export type AbsenceResponse = z.infer<typeof AbsenceResponse>;

/** `POST /v1/absences/:id/redistribute`. */
export const RedistributeResponse = z.object({
  given: z.array(z.object({ leadId: Id, owner: Id })),
  /** Nobody could take these: no route matches, or the team is away or full. */
  left: z.array(Id),
  /** There are more of them than one call gives out. */
  more: z.boolean(),
});
export type RedistributeResponse = z.infer<typeof RedistributeResponse>;
