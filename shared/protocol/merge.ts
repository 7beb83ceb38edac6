/** `/v1/leads/duplicates`, `/v1/leads/:id/merge` and `/unmerge` (IDN3). */
import * as z from 'zod';

const Id = z.string().min(1).max(200);

export const MergeRequest = z.strictObject({ absorb: Id });
/** Within 30 days. */
export const UnmergeRequest = z.strictObject({ absorbed: Id });
export const MergeResponse = z.object({ leadId: Id, absorbed: Id });

export const DuplicatesResponse = z.object({
  duplicates: z.array(
    z.object({
      /** The lead known longer. */
      keep: Id,
      absorb: Id,
      /** Identity keys both have; empty: the same name at the same company. */
      keys: z.array(z.string()),
    }),
  ),
});
