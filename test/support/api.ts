/**
 * The worker's public API as the first run and the journeys use it: over HTTP only, with the
 * instant each request happens at when the worker's clock is the request's.
 */
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import type { LeadState } from '../../shared/lead/state.ts';
import {
  InviteResponse,
  SetupResponse,
  TokenResponse,
  type SetupRequest,
} from '../../shared/protocol/api.ts';
import type { CommandBodyOf, CommandKind } from '../../shared/protocol/commands.ts';
import { PullResponse, PushResponse } from '../../shared/protocol/sync.ts';
import { PROTOCOL, PROTOCOL_HEADER } from '../../shared/protocol/version.ts';

export interface Api {
  readonly origin: string;
  readonly token: string;
}

interface Asked {
  readonly body?: unknown;
  /** Epoch ms at which the worker executes this, under `COMBINADO_CLOCK=request`. */
  readonly now?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request; a problem document becomes an error with its title, detail and faults. */
export async function request(api: Api, call: `${string} /${string}`, asked: Asked = {}): Promise<unknown> {
  const [method, path] = call.split(' ');
  const response = await fetch(`${api.origin}${path}`, {
    method: method ?? 'GET',
    headers: {
      Authorization: `Bearer ${api.token}`,
      [PROTOCOL_HEADER]: String(PROTOCOL),
      ...(asked.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...nowHeader(asked.now),
      ...asked.headers,
    },
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${call} answered ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

const nowHeader = (now: number | undefined): Record<string, string> =>
  now === undefined ? {} : { 'Combinado-Now': String(now) };

export async function setUp(origin: string, setupToken: string, body: SetupRequest, now?: number) {
  const answer = await request({ origin, token: setupToken }, 'POST /v1/setup', { body, now });
  return SetupResponse.parse(answer);
}

export async function invite(api: Api, memberId: string, now?: number): Promise<string> {
  const answer = await request(api, 'POST /v1/invites', { body: { memberId }, now });
  return InviteResponse.parse(answer).link;
}

/**
 * A device token for a member, by the same steps a browser takes: the invite's link, the session it
 * opens, consent, and the code exchanged with its PKCE verifier.
 */
export async function signIn(admin: Api, memberId: string, now?: number): Promise<Api> {
  const { origin } = admin;
  const token = new URL(await invite(admin, memberId, now)).hash.slice(1);
  const own = { Origin: origin, ...nowHeader(now) };
  const accepted = await fetch(`${origin}/v1/invites/accept`, {
    method: 'POST',
    headers: { ...own, 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const cookie = accepted.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const verifier = randomBytes(32).toString('base64url');
  const redirect = 'http://127.0.0.1:1/';
  const consent = await fetch(`${origin}/v1/authorize`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...own, Cookie: cookie },
    body: new URLSearchParams({
      response_type: 'code',
      redirect_uri: redirect,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }),
  });
  const code = new URL(consent.headers.get('Location') ?? redirect).searchParams.get('code') ?? '';
  const body = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirect };
  const answer = await request({ origin, token: '' }, 'POST /v1/token', { body, now });
  return { origin, token: TokenResponse.parse(answer).token };
}

export interface LeadAnswer {
  readonly id: string;
  readonly revision: number;
  readonly state: LeadState;
}

const LeadShape = z.object({
  id: z.string(),
  revision: z.int(),
  state: z.looseObject({ leadId: z.string() }),
});

/** One lead as the worker folds it at this instant. */
export async function leadOf(api: Api, id: string, now?: number): Promise<LeadAnswer> {
  const answer = await request(api, `GET /v1/leads/${id}`, { now });
  // The state is the fold's own type; its shape is proven where the fold is.
  return LeadShape.parse(answer) as unknown as LeadAnswer;
}

/** A device that pushes commands one at a time, as the extension's outbox does. */
export interface Device {
  push<K extends CommandKind>(
    kind: K,
    body: CommandBodyOf<K>,
    at: number,
    baseRevision?: number,
  ): Promise<void>;
}

export async function openDevice(api: Api, now?: number): Promise<Device> {
  const clientId = uuidv7();
  const pulled = await request(api, `GET /v1/sync/pull?clientId=${clientId}`, { now });
  const { epoch } = PullResponse.parse(pulled);
  let n = 0;
  return {
    async push(kind, body, at, baseRevision) {
      n += 1;
      const command = {
        n,
        id: uuidv7(),
        kind,
        body,
        at,
        ...(baseRevision === undefined ? {} : { baseRevision }),
      };
      const pushed = await request(api, 'POST /v1/sync/push', {
        body: { epoch, clientId, commands: [command] },
        now: now === undefined ? undefined : at,
      });
      const answer = PushResponse.parse(pushed);
      const result = answer.outcome === 'ok' ? answer.results[0] : undefined;
      if (result?.result !== 'applied') throw new Error(`${kind} was not applied: ${JSON.stringify(answer)}`);
    },
  };
}
