/** The draft of the agreement, for every room that writes into it: as it stands, begun, saved (DEF1). */
import * as z from 'zod';
import { Signature } from '../../../shared/definitions/version.ts';
import type { Resource } from './cache.ts';
import type { Answer } from './failure.ts';
import { request } from './request.ts';

export const DraftView = z.object({
  /** Also the entity tag. */
  hash: z.string(),
  /** Well formed, perhaps with faults. */
  definitions: z.looseObject({
    title: z.string(),
    signers: z.array(z.object({ side: z.enum(['marketing', 'sales', 'neutral']), member: z.string() })),
  }),
  author: z.string(),
  savedAt: z.int(),
  signatures: z.array(Signature),
  /** Everybody named has signed. */
  complete: z.boolean(),
});
export type DraftView = z.infer<typeof DraftView>;

/** Null where there is none. */
export const draft: Resource<DraftView | null> = {
  key: 'draft',
  load: async (signal): Promise<Answer<DraftView | null>> => {
    const answer = await request(DraftView, 'GET /v1/definitions/draft', { signal });
    if (!answer.ok && answer.failure.kind === 'not-found') return { ok: true, value: null, etag: null };
    return answer;
  },
};

/** @param on the hash of what was read; null begins a draft where there is none */
export const saveDraft = ({ definitions, on }: { definitions: unknown; on: string | null }, key: string) =>
  request(DraftView, 'PUT /v1/definitions/draft', {
    body: { definitions },
    key,
    ...(on === null ? {} : { ifMatch: `"${on}"` }),
  });

export const draftFrom = (version: number, key: string) =>
  request(DraftView, 'POST /v1/definitions/draft', { body: { version }, key });
