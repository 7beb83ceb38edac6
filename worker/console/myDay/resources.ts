/** What the day asks for: one's own leads by the state of their nearest clock, the nearest due first. */
import { DayResponse } from '../../../shared/protocol/day.ts';
import { type ClockFilter, LeadsListResponse } from '../../../shared/protocol/leads.ts';
import type { Resource } from '../api/cache.ts';
import { request } from '../api/request.ts';

/** Of each state; nobody gets through more in a day. */
export const LISTED = 100;

export function owedBy(owner: string, clock: ClockFilter): Resource<LeadsListResponse> {
  const query = { owner, clock, sort: 'due', limit: LISTED };
  return {
    key: `my-day/${JSON.stringify(query)}`,
    load: (signal) => request(LeadsListResponse, 'GET /v1/leads', { query, signal }),
  };
}

/** Whom to call where, and what is done. */
export const day: Resource<DayResponse> = {
  key: 'my-day/day',
  load: (signal) => request(DayResponse, 'GET /v1/me/day', { signal }),
};
