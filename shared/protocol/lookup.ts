/** `/v1/lookup`: whether a strange address on a page is somebody's lead, without ever sending it (PRI1, ACC3). */
import * as z from 'zod';

const Id = z.string().min(1).max(200);

/**
 * `GET /v1/lookup/filter`, with `If-None-Match`: what devices match addresses against
 * (`addressFilter.ts`). The hash of an address is the first 52 bits of the HMAC-SHA-256, under the
 * bytes of `key` as it is written, of `email:` and the address in its one form.
 */
export const FilterResponse = z.object({
  key: z.string(),
  /** Addresses in it. */
  addresses: z.int(),
  /** Base64. */
  filter: z.string(),
});
export type FilterResponse = z.infer<typeof FilterResponse>;

/** `POST /v1/lookup`: hashes the filter let pass. */
export const LookupRequest = z.strictObject({
  hashes: z
    .array(
      z
        .int()
        .min(0)
        .max(2 ** 52 - 1),
    )
    .min(1)
    .max(50),
});
export type LookupRequest = z.infer<typeof LookupRequest>;

/** No more than a chip says: the stage, whose it is, when somebody last spoke to them. */
export const LookupChip = z.object({
  hash: z.int(),
  leadId: Id,
  stage: Id,
  owner: z.object({ id: Id, name: z.string() }).nullable(),
  touched: z.object({ at: z.int(), by: z.object({ id: Id, name: z.string() }) }).nullable(),
});
export type LookupChip = z.infer<typeof LookupChip>;
/** A hash nobody has is not in it; one that two leads share is in it twice (IDN2). */
export const LookupResponse = z.object({ chips: z.array(LookupChip) });
