/** What the first week reads and does. */
import * as z from 'zod';
import type { Business } from '../../../shared/definitions/business.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { TeamRequest } from '../../../shared/protocol/api.ts';
import { EvidenceResponse } from '../../../shared/protocol/firstWeek.ts';
import { TeamView } from '../../../shared/protocol/people.ts';
import type { Resource } from '../api/cache.ts';
import { request } from '../api/request.ts';

const Duplicates = z.object({ duplicates: z.array(z.unknown()) });
/** What a write of the draft answers, as far as it is put back or opened. */
const Draft = z.object({ hash: z.string(), definitions: z.unknown() });

export const duplicates: Resource<z.infer<typeof Duplicates>> = {
  key: 'duplicates',
  load: (signal) => request(Duplicates, 'GET /v1/leads/duplicates', { signal }),
};

/** Of leads closed in the last 90 days; the agreement begins with the starter in the same answer. */
export function evidenceFor(business: Business, language: Language): Resource<EvidenceResponse> {
  return {
    key: `first-week/evidence/${business}/${language}`,
    load: (signal, onProgress) =>
      request(EvidenceResponse, 'GET /v1/first-week/evidence', {
        signal,
        onProgress,
        query: { business, language },
      }),
  };
}

/** @param on the hash of the draft that was seen; null where there was none */
export const writeDraft = (
  { definitions, on }: { definitions: Definitions; on: string | null },
  key: string,
) =>
  request(Draft, 'PUT /v1/definitions/draft', {
    body: { definitions },
    key,
    ...(on === null ? {} : { ifMatch: `"${on}"` }),
  });
export const putBack = (definitions: unknown) =>
  request(Draft, 'PUT /v1/definitions/draft', { body: { definitions }, key: crypto.randomUUID() });
export const discard = (hash: string) =>
  request(Draft, 'DELETE /v1/definitions/draft', { ifMatch: `"${hash}"`, key: crypto.randomUUID() });
export const draftFrom = (version: number, key: string) =>
  request(Draft, 'POST /v1/definitions/draft', { body: { version }, key });
export const cancelImport = (id: string, key: string) =>
  request(z.unknown(), `POST /v1/imports/${id}/cancel`, { key });
export const addTeam = (body: TeamRequest, key: string) => request(TeamView, 'POST /v1/teams', { body, key });
