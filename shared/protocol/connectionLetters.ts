/** `/v1/connections/:id/letters`: what of a connected system was not taken or not written, and why. */
import * as z from 'zod';

/** Why records are usually not taken, as the API says it. */
export const LETTER_WHYS = {
  nobody: 'whoever did this over there is nobody here yet: say who it is, then try again',
  failed: 'it could not be taken; try again, and tell whoever runs this worker if it stays',
} as const;
export type LetterWhy = keyof typeof LETTER_WHYS;

/** Records of theirs that were not taken (`in`), and writes that were given up (`out`). */
export const Letter = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  /** Kind of record or write, in words of ours; the record's id over there, the lead's here. */
  what: z.string(),
  record: z.string().nullable(),
  leadId: z.string().nullable(),
  why: z.string(),
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
