/** Invites: a link with the secret in its fragment, and the page that posts it (ACC1, ACC4). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { InviteAcceptRequest, InviteRequest } from '../../shared/protocol/api.ts';
import { answer, ask, askOpenly, credentialOf, setSession } from '../ask.ts';
import type { Env } from '../env.ts';
import { done, failure } from '../outcome.ts';
import { joinPage } from '../pages/join.ts';
import { languageFor } from '../pages/page.ts';
import { problemResponse } from '../problem.ts';
import { newSecret, readSecret } from '../secrets.ts';
import { sameOrigin } from './sameOrigin.ts';
import { body } from './validate.ts';

export const invites = new Hono<{ Bindings: Env }>();

invites.post('/v1/invites', body(InviteRequest), async (c) => {
  const caller = await credentialOf(c);
  if ('ok' in caller) return problemResponse(caller);
  const secret = await newSecret('invite', caller.workspaceId);
  const outcome = await ask(c, 'POST /v1/invites', { ...c.req.valid('json'), hash: secret.hash });
  if (!outcome.ok) return problemResponse(outcome);
  const link = `${new URL(c.req.url).origin}/join#${secret.text}`;
  return answer(c, done({ link, ...outcome.value }), 201);
});

invites.get('/join', (c) => joinPage(c, languageFor(c)));

invites.post('/v1/invites/accept', sameOrigin, body(InviteAcceptRequest), async (c) => {
  const secret = await readSecret('invite', c.req.valid('json').token);
  if (!secret)
    return problemResponse(failure('gone', 'This link has been used or has expired. Ask for a new one.'));
  const session = await newSecret('token', secret.workspaceId);
  const device = { id: uuidv7(), hash: session.hash, label: 'Browser session' };
  const outcome = await askOpenly(c, 'POST /v1/invites/accept', secret, { hash: secret.hash, device });
  if (!outcome.ok) return problemResponse(outcome);
  const { expiresAt, ...signedIn } = outcome.value;
  setSession(c, session.text, expiresAt);
  return answer(c, done({ workspaceId: secret.workspaceId, ...signedIn }));
});
