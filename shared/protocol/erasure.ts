/** Persons by what identifies them, for their data and for its end (PRI4). In bodies, never in a URL. */
import * as z from 'zod';
import { ExternalId } from '../lead/facts.ts';

/** `POST /v1/persons/export` and `POST /v1/persons/erase` (admin): exactly one of them. */
export const PersonRequest = z
  .strictObject({
    email: z.string().max(320).optional(),
    /** With its country code. */
    phone: z.string().max(40).optional(),
    externalId: ExternalId.optional(),
  })
  .refine((named) => Object.values(named).filter((one) => one !== undefined).length === 1, {
    message: 'name the person by exactly one of: email, phone, externalId',
  });
export type PersonRequest = z.infer<typeof PersonRequest>;

/** `DELETE /v1/leads/:id`, `POST /v1/persons/erase`. */
export const ErasedResponse = z.object({
  /** Leads that are gone; none where nobody had it, which is remembered all the same. */
  erased: z.array(z.string()),
});
export type ErasedResponse = z.infer<typeof ErasedResponse>;
