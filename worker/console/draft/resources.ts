/** What the draft reads and does (DEF1–DEF4). */
import * as z from 'zod';
import type { PublishChoices } from '../../../shared/definitions/version.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { PublishDraftRequest } from '../../../shared/protocol/api.ts';
import { DiffResponse, PreviewResult, ValidateResponse } from '../../../shared/protocol/definitions.ts';
import { JobView } from '../../../shared/protocol/jobs.ts';
import type { Resource } from '../api/cache.ts';
import { DraftView } from '../api/draft.ts';
import { request } from '../api/request.ts';

const Published = z.object({ version: z.int() });
const Started = z.object({ job: z.string() });

/** What a saved draft changes of what is in force; the hash makes it a new question. */
export function changesOf(hash: string, language: Language): Resource<DiffResponse> {
  return {
    key: `draft/${hash}/diff/${language}`,
    load: (signal) => request(DiffResponse, 'GET /v1/definitions/diff', { signal, query: { language } }),
  };
}

/** What is wrong with a saved draft. */
export function problemsOf({ hash, definitions }: DraftView, language: Language): Resource<ValidateResponse> {
  return {
    key: `draft/${hash}/problems/${language}`,
    still: true,
    load: (signal) =>
      request(ValidateResponse, 'POST /v1/definitions/draft/validate', {
        signal,
        query: { language },
        body: definitions,
      }),
  };
}

export const JobOfPreview = JobView.extend({ result: z.unknown() });
export type JobOfPreview = z.infer<typeof JobOfPreview>;

export function jobNumbered(id: string): Resource<JobOfPreview> {
  return { key: `jobs/${id}`, load: (signal) => request(JobOfPreview, `GET /v1/jobs/${id}`, { signal }) };
}

/** Null while it is not done, or is of another kind. */
export function previewIn(job: JobOfPreview | undefined): PreviewResult | null {
  return job?.state === 'done' ? (PreviewResult.safeParse(job.result).data ?? null) : null;
}

export const startPreview = (
  { choices, language }: { choices: PublishChoices; language: Language },
  key: string,
) => request(Started, 'POST /v1/definitions/draft/preview', { body: { choices, language }, key });
export const cancelJob = (id: string, key: string) =>
  request(z.unknown(), `POST /v1/jobs/${id}/cancel`, { key });
export const signDraft = (hash: string, key: string) =>
  request(DraftView, 'POST /v1/definitions/draft/sign', { body: { hash }, key });
export const publishDraft = (body: PublishDraftRequest, key: string) =>
  request(Published, 'POST /v1/definitions/draft/publish', { body, key });
