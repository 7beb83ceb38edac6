/** `/v1/connections/:id/letters`: what of a connected system was not taken or not written, and why. */
import * as z from 'zod';
import { FaultView } from './reason.ts';

/** Records of theirs that were not taken (`in`), and writes that were given up (`out`). */
export const Letter = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  /** Kind of record or write, in words of ours; the record's id over there, the lead's here. */
  what: z.string(),
  record: z.string().nullable(),
  leadId: z.string().nullable(),
  /** All of it in an English sentence; `faults` say it piece by piece, where it was kept so. */
  why: z.string(),
  faults: z.array(FaultView).readonly(),
  at: z.int(),
  tries: z.int(),
});
export type Letter = z.infer<typeof Letter>;
export const LettersQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type LettersQuery = z.infer<typeof LettersQuery>;
export const LettersResponse = z.object({
  letters: z.array(Letter).readonly(),
  cursor: z.string().nullable(),
});
