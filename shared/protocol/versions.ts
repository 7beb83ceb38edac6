/** `GET /v1/definitions`: the published versions without what is in them, newest first. */
import * as z from 'zod';
import { PublishChoices, Signature } from '../definitions/version.ts';

export const VersionHead = z.object({
  version: z.int(),
  author: z.string(),
  note: z.string(),
  publishedAt: z.int(),
  effectiveAt: z.int(),
  signed: z.boolean(),
  signatures: z.array(Signature),
  choices: PublishChoices,
  hash: z.string(),
});
export type VersionHead = z.infer<typeof VersionHead>;
export const VersionsResponse = z.object({ versions: z.array(VersionHead) });
export type VersionsResponse = z.infer<typeof VersionsResponse>;
