import * as z from 'zod';

/** A lead field the agreement speaks of. `question` is what the card asks when it is missing (PRD5). */
export const Field = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]{0,63}$/),
  label: z.string().min(1).max(200),
  type: z.enum(['text', 'number', 'boolean', 'date', 'choice']),
  choices: z
    .array(z.strictObject({ id: z.string().max(200), label: z.string().max(200) }))
    .max(500)
    .optional(),
  question: z.string().max(300).optional(),
  /** Sales may fill it in (ACC2: `lead.set` for an sdr). */
  askedBySales: z.boolean().optional(),
});
export type Field = z.infer<typeof Field>;
