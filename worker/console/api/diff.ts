/** What changed from one published version to another, in words: it never changes itself. */
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { DiffResponse } from '../../../shared/protocol/definitions.ts';
import type { Resource } from './cache.ts';
import { request } from './request.ts';

export function diffOf(from: number, to: number, language: Language): Resource<DiffResponse> {
  const query = { from, to, language };
  return {
    key: `diff?${JSON.stringify(query)}`,
    still: true,
    load: (signal) => request(DiffResponse, 'GET /v1/definitions/diff', { query, signal }),
  };
}
