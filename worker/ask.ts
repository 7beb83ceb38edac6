/** From a request to its workspace and back: one call, the tenant taken from the secret (ACC1). */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Route } from './access.ts';
import type { Env } from './env.ts';
import { failure, type Failure, type Outcome } from './outcome.ts';
import { problemResponse } from './problem.ts';
import { isOwnPage } from './ownPage.ts';
import { repeatOf } from './repeat.ts';
import { readSecret, type Secret } from './secrets.ts';
import type { Repeat } from './workspace/once.ts';
import type { InputOf, OutputOf } from './workspace/operations.ts';

export type { InputOf } from './workspace/operations.ts';

export type AppContext = Context<{ Bindings: Env }>;

/** `__Host-`: this origin only, secure, no subdomain may set it. */
export const SESSION_COOKIE = '__Host-combinado';

const NO_TOKEN = failure('no-token', 'Send `Authorization: Bearer cmb_…`.');
const FOREIGN_PAGE = failure('forbidden', 'With a cookie this can only be done from a page of this worker.');
const BAD_TOKEN = failure('bad-token', 'This token is unknown, expired or revoked. Sign in again.');

/** By the bearer token of the request, or the cookie of a page of ours. */
export async function ask<R extends Route>(
  c: AppContext,
  route: R,
  ...input: InputOf<R> extends undefined ? [] : [InputOf<R>]
): Promise<Outcome<OutputOf<R>>> {
  const secret = await credentialOf(c);
  if ('ok' in secret) return secret;
  const repeat = await repeatOf(c);
  if (repeat && 'ok' in repeat) return repeat;
  return call(c, route, secret, { kind: secret.kind, hash: secret.hash }, input[0], { repeat });
}

/** Requests that have asked before: however many steps one takes, it counts once against its device's rate. */
const BEGUN = new WeakSet<Request>();

/** One of several calls that make up a request: what is a repeat is told by the whole, not by its parts. */
export async function askStep<R extends Route>(
  c: AppContext,
  route: R,
  input: InputOf<R>,
): Promise<Outcome<OutputOf<R>>> {
  const secret = await credentialOf(c);
  if ('ok' in secret) return secret;
  const counts = !BEGUN.has(c.req.raw);
  BEGUN.add(c.req.raw);
  return call(c, route, secret, { kind: secret.kind, hash: secret.hash }, input, { counts });
}

/** By the page cookie alone, which only pages of this origin send. */
export async function askInSession<R extends Route>(
  c: AppContext,
  route: R,
  ...input: InputOf<R> extends undefined ? [] : [InputOf<R>]
): Promise<Outcome<OutputOf<R>>> {
  const secret = await sessionOf(c);
  if (!secret) return NO_TOKEN;
  return call(c, route, secret, { kind: 'session', hash: secret.hash }, input[0]);
}

/** By a one-time secret in the body, whose workspace answers for it. */
export function askOpenly<R extends Route>(
  c: AppContext,
  route: R,
  { workspaceId }: Pick<Secret, 'workspaceId'>,
  input: InputOf<R>,
): Promise<Outcome<OutputOf<R>>> {
  return call(c, route, { workspaceId }, null, input);
}

async function call<R extends Route>(
  c: AppContext,
  route: R,
  { workspaceId }: Pick<Secret, 'workspaceId'>,
  credential: { kind: 'token' | 'session'; hash: string } | null,
  input: unknown,
  { repeat = null, counts = true }: { repeat?: Repeat | null; counts?: boolean } = {},
): Promise<Outcome<OutputOf<R>>> {
  const object = c.env.WORKSPACE.getByName(workspaceId);
  const outcome = await object.call({ route, credential, input, repeat, counts, now: requestedNow(c) });
  // The object's table of operations says what each route answers; the wire forgets it.
  return outcome as Outcome<OutputOf<R>>;
}

/** What a member's request comes with: the tenant is in it, and nowhere else (ACC1). */
export async function credentialOf(
  c: AppContext,
): Promise<(Secret & { readonly kind: 'token' | 'session' }) | Failure> {
  const header = c.req.header('Authorization');
  if (header !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    const secret = token === undefined ? undefined : await readSecret('token', token);
    return secret ? { ...secret, kind: 'token' } : BAD_TOKEN;
  }
  if (getCookie(c, SESSION_COOKIE) === undefined) return NO_TOKEN;
  if (!isOwnPage(c)) return FOREIGN_PAGE;
  const secret = await sessionOf(c);
  return secret ? { ...secret, kind: 'session' } : BAD_TOKEN;
}

export async function sessionOf(c: AppContext): Promise<Secret | undefined> {
  const cookie = getCookie(c, SESSION_COOKIE);
  return cookie === undefined ? undefined : readSecret('token', cookie);
}

/** From here on this browser is signed in; no script reads it, no other site sends it but by a link followed. */
export function setSession(c: AppContext, text: string, expiresAt: number | undefined): void {
  setCookie(c, SESSION_COOKIE, text, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    ...(expiresAt === undefined ? {} : { expires: new Date(expiresAt) }),
  });
}

/** The instant of a request, for what is done outside its workspace. */
export function nowOf(c: AppContext): number {
  return (c.env.COMBINADO_CLOCK === 'request' ? requestedNow(c) : null) ?? Date.now();
}

function requestedNow(c: AppContext): number | null {
  const asked = Number(c.req.header('Combinado-Now') ?? Number.NaN);
  return Number.isSafeInteger(asked) ? asked : null;
}

/** The value as JSON, or the problem. */
export function answer<T>(c: AppContext, outcome: Outcome<T>, status: 200 | 201 | 202 = 200): Response {
  return outcome.ok ? c.json(outcome.value, status) : problemResponse(outcome);
}

export function answerNothing(c: AppContext, outcome: Outcome<null>): Response {
  return outcome.ok ? c.body(null, 204) : problemResponse(outcome);
}
