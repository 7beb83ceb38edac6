/**
 * Sign-in of the extension: the browser's web-auth flow, a consent page, a code bound to a PKCE
 * challenge, and the code exchanged for a device token (ACC4, RFC 7636).
 */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import { TokenRequest } from '../../shared/protocol/api.ts';
import { answer, askInSession, askOpenly, sessionOf } from '../ask.ts';
import type { Env } from '../env.ts';
import { done, failure } from '../outcome.ts';
import { consentPage } from '../pages/consent.ts';
import { languageFor } from '../pages/page.ts';
import { signInFirstPage } from '../pages/signInFirst.ts';
import { problemResponse } from '../problem.ts';
import { newSecret, readSecret, sha256 } from '../secrets.ts';
import { sameOrigin } from './sameOrigin.ts';
import { body, form, query } from './validate.ts';

export const authorize = new Hono<{ Bindings: Env }>();

/** Only where an extension's own web-auth flow ends, or a program on this very machine listens. */
const REDIRECTS = [
  /^https:\/\/[a-p]{32}\.chromiumapp\.org\//,
  /^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\//,
  /^http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)(?::\d{1,5})?\//,
];

const Redirect = z
  .url()
  .max(500)
  .refine((url) => REDIRECTS.some((allowed) => allowed.test(url)) && !url.includes('#'), {
    error: 'this address may not receive a sign-in code',
  });

const AuthorizeRequest = z.object({
  response_type: z.literal('code'),
  redirect_uri: Redirect,
  code_challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  code_challenge_method: z.literal('S256'),
  state: z.string().max(500).optional(),
});

authorize.get('/v1/authorize', query(AuthorizeRequest), async (c) => {
  const outcome = await askInSession(c, 'GET /v1/authorize');
  if (!outcome.ok) return signInFirstPage(c, languageFor(c));
  return consentPage(c, outcome.value, c.req.valid('query'));
});

authorize.post('/v1/authorize', sameOrigin, form(AuthorizeRequest), async (c) => {
  const { redirect_uri: redirectUri, code_challenge: challenge, state } = c.req.valid('form');
  const session = await sessionOf(c);
  if (!session) return signInFirstPage(c, languageFor(c));
  const code = await newSecret('code', session.workspaceId);
  const input = { hash: code.hash, challenge, redirectUri };
  const outcome = await askInSession(c, 'POST /v1/authorize', input);
  if (!outcome.ok) return signInFirstPage(c, languageFor(c));
  const back = new URL(redirectUri);
  back.searchParams.set('code', code.text);
  if (state !== undefined) back.searchParams.set('state', state);
  return c.redirect(back.href, 303);
});

authorize.post('/v1/token', body(TokenRequest), async (c) => {
  const {
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
    device = 'Browser',
  } = c.req.valid('json');
  const grant = await readSecret('code', code);
  if (!grant)
    return problemResponse(
      failure('gone', 'This code has been used or has expired. Start signing in again.'),
    );
  const token = await newSecret('token', grant.workspaceId);
  const outcome = await askOpenly(c, 'POST /v1/token', grant, {
    hash: grant.hash,
    challenge: await sha256(verifier),
    redirectUri,
    device: { id: uuidv7(), hash: token.hash, label: device },
  });
  if (!outcome.ok) return problemResponse(outcome);
  const { workspaceId } = grant;
  return answer(c, done({ token: token.text, workspaceId, memberId: outcome.value.memberId }));
});
