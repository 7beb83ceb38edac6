/**
 * The worker over HTTP: one function per request, expected failures as values. The token goes in a
 * header, never in an address (ACC1); answers are parsed before anybody sees them.
 */
import * as z from 'zod';
import { TokenResponse } from '../../shared/protocol/api.ts';
import { RotateResponse, SocketTicket } from '../../shared/protocol/device.ts';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { NoticesResponse, type ReadNoticesRequest } from '../../shared/protocol/notices.ts';
import { FilterResponse, LookupResponse } from '../../shared/protocol/lookup.ts';
import { Problem } from '../../shared/protocol/problem.ts';
import { ProposalView, type ProposalRequest } from '../../shared/protocol/proposals.ts';
import { RecordedResponse } from '../../shared/protocol/recorded.ts';
import { SealResponse, UnsealResponse, type UnsealRequest } from '../../shared/protocol/seal.ts';
import { PullResponse, PushResponse, type PushRequest } from '../../shared/protocol/sync.ts';
import { PROTOCOL, PROTOCOL_HEADER } from '../../shared/protocol/version.ts';
import type { Session } from './session.ts';

/** Closed list of what can go wrong between the device and its worker. */
export type ApiFailure =
  /** No answer: no network, or nobody at that address. */
  | { readonly kind: 'unreachable' }
  /** The token is not, or no longer, valid. */
  | { readonly kind: 'signed_out' }
  /** Told to come later. */
  | { readonly kind: 'busy'; readonly retryAfterMs: number | null }
  /** The worker turned the request down for good; `title` is its own word for it. */
  | { readonly kind: 'refused'; readonly status: number; readonly title: string }
  /** The worker speaks neither our protocol nor we one of its (SYN8). */
  | { readonly kind: 'other_protocol' }
  /** Whoever answered does not speak our protocol. */
  | { readonly kind: 'not_combinado' };

export type Answer<T> =
  /** `tag`: of this version of the answer, where it has one. */
  | { readonly ok: true; readonly value: T; readonly sentAt: number; readonly tag: string | null }
  | { readonly ok: false; readonly failure: ApiFailure };

const REQUEST_MS = 30_000;

export function pull(
  session: Session,
  cursor: string | null,
  clientId: string,
  signal: AbortSignal,
): Promise<Answer<PullResponse>> {
  const query = new URLSearchParams({ clientId, ...(cursor === null ? {} : { cursor }) });
  return request(session.origin, `/v1/sync/pull?${query}`, PullResponse, { token: session.token, signal });
}

export function push(
  session: Session,
  body: PushRequest,
  signal: AbortSignal,
): Promise<Answer<PushResponse>> {
  const options = { token: session.token, method: 'POST', body, signal } as const;
  return request(session.origin, '/v1/sync/push', PushResponse, options);
}

/** A single-use ticket for the socket, which cannot carry a header (SYN5). */
export function socketTicket(session: Session): Promise<Answer<SocketTicket>> {
  return request(session.origin, '/v1/sync/ticket', SocketTicket, {
    token: session.token,
    method: 'POST',
    body: {},
  });
}

/** The next token; the one of this session stays good until that one is first used (ACC4). */
export function rotateToken(session: Session, signal: AbortSignal): Promise<Answer<RotateResponse>> {
  const options = { token: session.token, method: 'POST', body: {}, signal } as const;
  return request(session.origin, '/v1/devices/rotate', RotateResponse, options);
}

export function exchangeCode(
  origin: string,
  body: {
    readonly code: string;
    readonly verifier: string;
    readonly redirectUri: string;
    readonly device: string;
  },
): Promise<Answer<TokenResponse>> {
  return request(origin, '/v1/token', TokenResponse, {
    method: 'POST',
    body: {
      grant_type: 'authorization_code',
      code: body.code,
      code_verifier: body.verifier,
      redirect_uri: body.redirectUri,
      device: body.device,
    },
  });
}

/** The eight characters shown by the console, for browsers that cannot open the sign-in window (ACC4). */
export function exchangePairing(
  origin: string,
  code: string,
  device: string,
): Promise<Answer<TokenResponse>> {
  return request(origin, '/v1/pair', TokenResponse, { method: 'POST', body: { code, device } });
}

/** The filter of strange addresses (PRI1); refused with 304 while `tag` is still that of the newest. */
export function readFilter(
  { origin, token }: Session,
  tag: string | null,
  signal: AbortSignal,
): Promise<Answer<FilterResponse>> {
  const options = { token, signal, ...(tag === null ? {} : { tag }) };
  return request(origin, '/v1/lookup/filter', FilterResponse, options);
}

/** Chips of leads by keyed hashes the filter let pass (ACC3). */
export function lookUp(
  { origin, token }: Session,
  hashes: readonly number[],
  signal: AbortSignal,
): Promise<Answer<z.infer<typeof LookupResponse>>> {
  const body = { hashes: [...hashes] };
  return request(origin, '/v1/lookup', LookupResponse, { token, method: 'POST', body, signal });
}

/** What this device seals for the member with (PRI3). */
export function sealKey({ origin, token }: Session): Promise<Answer<SealResponse>> {
  return request(origin, '/v1/me/seal', SealResponse, { token });
}

/** The key of what was sealed; only the member it was sealed for gets the right one. */
export function unseal({ origin, token }: Session, ephemeral: string): Promise<Answer<UnsealResponse>> {
  const body: UnsealRequest = { ephemeral };
  return request(origin, '/v1/me/unseal', UnsealResponse, { token, method: 'POST', body });
}

/** What the member was told, newest first, in their language. */
export function listNotices(
  { origin, token }: Session,
  cursor: string | null,
  language: Language,
): Promise<Answer<NoticesResponse>> {
  const query = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
  return request(origin, `/v1/notices${query}`, NoticesResponse, { token, language });
}

export function markRead({ origin, token }: Session, body: ReadNoticesRequest): Promise<Answer<unknown>> {
  return request(origin, '/v1/notices/read', z.unknown(), { token, method: 'POST', body });
}

/** What is recorded about the member who asks (PRI5). */
export function recordedAbout(
  { origin, token }: Session,
  lang: Language,
  whole: boolean,
): Promise<Answer<RecordedResponse>> {
  const query = new URLSearchParams({ lang, ...(whole ? { whole: 'true' } : {}) });
  return request(origin, `/v1/me/recorded?${query}`, RecordedResponse, { token });
}

export function addProposal(
  { origin, token }: Session,
  body: ProposalRequest,
): Promise<Answer<ProposalView>> {
  return request(origin, '/v1/proposals', ProposalView, { token, method: 'POST', body });
}

const Draft = z.object({ hash: z.string(), definitions: z.record(z.string(), z.unknown()) });
export type Draft = z.infer<typeof Draft>;

/** The draft as it stands; refused with 404 where there is none (DEF1). */
export function readDraft({ origin, token }: Session): Promise<Answer<Draft>> {
  return request(origin, '/v1/definitions/draft', Draft, { token });
}

/** @param on hash of the draft it was made from; a draft that moved on since refuses with 412. */
export function saveDraft(
  { origin, token }: Session,
  definitions: Readonly<Record<string, unknown>>,
  on: string | undefined,
): Promise<Answer<Draft>> {
  const options = { token, method: 'PUT', body: { definitions } } as const;
  return request(origin, '/v1/definitions/draft', Draft, on === undefined ? options : { ...options, on });
}

/** Makes the token worthless; nobody waits for it. */
export async function endSession(session: Session): Promise<void> {
  await request(session.origin, '/v1/session', z.unknown(), { token: session.token, method: 'DELETE' });
}

interface RequestOptions {
  readonly token?: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** Of the sentences in the answer. */
  readonly language?: Language;
  /** Of the version held already. */
  readonly tag?: string;
  /** Of the version it changes. */
  readonly on?: string;
  /** Gives up at once. */
  readonly signal?: AbortSignal;
}

async function request<T>(
  origin: string,
  path: string,
  schema: z.ZodType<T>,
  { token, method = 'GET', body, language, tag, on, signal }: RequestOptions,
): Promise<Answer<T>> {
  const sentAt = Date.now();
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(language === undefined ? {} : { 'Accept-Language': language }),
      ...(tag === undefined ? {} : { 'If-None-Match': tag }),
      ...(on === undefined ? {} : { 'If-Match': `"${on}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.any([AbortSignal.timeout(REQUEST_MS), ...(signal ? [signal] : [])]),
  }).catch(() => undefined);
  if (!response) return { ok: false, failure: { kind: 'unreachable' } };
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) return { ok: false, failure: failureOf(response, json) };
  const parsed = schema.safeParse(json);
  if (!parsed.success) return { ok: false, failure: { kind: 'not_combinado' } };
  return { ok: true, value: parsed.data, sentAt, tag: response.headers.get('ETag') };
}

function failureOf(response: Response, json: unknown): ApiFailure {
  const { status } = response;
  if (status === 304) return { kind: 'refused', status, title: 'unchanged' };
  if (status === 401) return { kind: 'signed_out' };
  if (status === 429 || status >= 500) return { kind: 'busy', retryAfterMs: retryAfter(response) };
  const problem = Problem.safeParse(json);
  if (!problem.success) return { kind: 'not_combinado' };
  if (problem.data.detail?.includes(PROTOCOL_HEADER)) return { kind: 'other_protocol' };
  return { kind: 'refused', status, title: problem.data.title };
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}
