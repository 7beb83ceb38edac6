/** `GET /v1/leads/:id/facts`, read whole by whoever folds it; by itself, since the facts are a long schema. */
import * as z from 'zod';
import { Fact } from '../lead/facts.ts';

/** In the order they were recorded. */
export const FactsResponse = z.object({ facts: z.array(Fact), cursor: z.string().nullable() });
export type FactsResponse = z.infer<typeof FactsResponse>;
