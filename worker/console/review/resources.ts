/** What proposals, sessions and the pack read and do (TGT7). */
import * as z from 'zod';
import {
  DecisionView,
  ProposalsResponse,
  ProposalView,
  SessionResponse,
  SessionsResponse,
  type DecisionRequest,
  type NamedLead,
  type ProposalRequest,
  type ProposalStatus,
  type SessionPatch,
  type SessionRequest,
} from '../../../shared/protocol/proposals.ts';
import { LeadsListResponse } from '../../../shared/protocol/leads.ts';
import { ReviewResponse } from '../../../shared/protocol/review.ts';
import type { Resource } from '../api/cache.ts';
import { request } from '../api/request.ts';

/** Newest first; null = whatever became of them. */
export function proposalsIn(status: ProposalStatus | null, limit: number): Resource<ProposalsResponse> {
  return {
    key: `proposals/${status}/${limit}`,
    load: (signal) => request(ProposalsResponse, 'GET /v1/proposals', { signal, query: { status, limit } }),
  };
}

export function proposalNumbered(id: string): Resource<ProposalView> {
  return {
    key: `proposal/${id}`,
    load: (signal) => request(ProposalView, `GET /v1/proposals/${encodeURIComponent(id)}`, { signal }),
  };
}

export const sessions: Resource<SessionsResponse> = {
  key: 'sessions',
  load: (signal) => request(SessionsResponse, 'GET /v1/sessions', { signal }),
};

export function sessionNumbered(id: string): Resource<SessionResponse> {
  return {
    key: `session/${id}`,
    load: (signal) => request(SessionResponse, `GET /v1/sessions/${encodeURIComponent(id)}`, { signal }),
  };
}

/** Local dates, both included. */
export function packOf(from: string, to: string): Resource<ReviewResponse> {
  return {
    key: `review/${from}/${to}`,
    load: (signal, onProgress) =>
      request(ReviewResponse, 'GET /v1/review', { signal, onProgress, query: { from, to } }),
  };
}

const Folded = z.object({ id: z.string(), state: z.object({ fields: z.record(z.string(), z.unknown()) }) });
const text = (value: unknown) => (typeof value === 'string' ? value : null);

/** One lead by name. */
export function leadNumbered(id: string): Resource<NamedLead> {
  return {
    key: `named/${id}`,
    async load(signal) {
      const answer = await request(Folded, `GET /v1/leads/${encodeURIComponent(id)}`, { signal });
      if (!answer.ok) return answer;
      const { fields } = answer.value.state;
      const value = { id: answer.value.id, name: text(fields['name']), company: text(fields['company']) };
      return { ok: true, value, etag: null };
    },
  };
}

/** The first few whose name, company or address has this in it. */
export function leadsLike(text: string): Resource<LeadsListResponse> {
  return {
    key: `leads-like/${text}`,
    load: (signal) => request(LeadsListResponse, 'GET /v1/leads', { signal, query: { text, limit: 5 } }),
  };
}

export const propose = (body: ProposalRequest, key: string) =>
  request(ProposalView, 'POST /v1/proposals', { body, key });
export const vote = ({ id, vote: wanted }: { id: string; vote: 'for' | 'against' | null }, key: string) =>
  request(ProposalView, `POST /v1/proposals/${id}/vote`, { body: { vote: wanted }, key });
export const withdraw = (id: string, key: string) =>
  request(ProposalView, `POST /v1/proposals/${id}/withdraw`, { key });

export const openSession = (body: SessionRequest, key: string) =>
  request(SessionResponse, 'POST /v1/sessions', { body, key });
export const patchSession = ({ id, ...body }: SessionPatch & { id: string }, key: string) =>
  request(SessionResponse, `PATCH /v1/sessions/${id}`, { body, key });
export const countAgain = (id: string, key: string) =>
  request(SessionResponse, `POST /v1/sessions/${id}/agenda`, { key });
export const decide = ({ id, ...body }: DecisionRequest & { id: string }, key: string) =>
  request(DecisionView, `POST /v1/sessions/${id}/decisions`, { body, key });
export const closeSession = (id: string, key: string) =>
  request(SessionResponse, `POST /v1/sessions/${id}/close`, { key });
