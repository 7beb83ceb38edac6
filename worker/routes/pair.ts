/** Pairing code, for browsers without a web-auth flow: shown on a signed-in page, typed in the extension (ACC4). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { PairRequest } from '../../shared/protocol/device.ts';
import { answer, askInSession, askOpenly, sessionOf } from '../ask.ts';
import type { Env } from '../env.ts';
import { done, failure } from '../outcome.ts';
import { languageFor } from '../pages/page.ts';
import { pairPage } from '../pages/pair.ts';
import { signInFirstPage } from '../pages/signInFirst.ts';
import { problemResponse } from '../problem.ts';
import { newPairing, newSecret, readPairing } from '../secrets.ts';
import { sameOrigin } from './sameOrigin.ts';
import { body } from './validate.ts';

export const pair = new Hono<{ Bindings: Env }>();

pair.get('/v1/pair/new', async (c) => {
  const outcome = await askInSession(c, 'GET /v1/pair/new');
  return outcome.ok ? pairPage(c, outcome.value, null) : signInFirstPage(c, languageFor(c));
});

pair.post('/v1/pair/new', sameOrigin, async (c) => {
  const session = await sessionOf(c);
  const me = await askInSession(c, 'GET /v1/pair/new');
  if (!session || !me.ok) return signInFirstPage(c, languageFor(c));
  const code = await newPairing(session.workspaceId);
  const outcome = await askInSession(c, 'POST /v1/pair/new', { hash: code.hash });
  return outcome.ok ? pairPage(c, me.value, code.text) : problemResponse(outcome);
});

pair.post('/v1/pair', body(PairRequest), async (c) => {
  const { code, device = 'Browser' } = c.req.valid('json');
  const grant = await readPairing(code);
  if (!grant)
    return problemResponse(
      failure('gone', 'This code is wrong, used or older than five minutes. Make a new one.'),
    );
  const token = await newSecret('token', grant.workspaceId);
  const outcome = await askOpenly(c, 'POST /v1/pair', grant, {
    hash: grant.hash,
    device: { id: uuidv7(), hash: token.hash, label: device },
  });
  if (!outcome.ok) return problemResponse(outcome);
  const { workspaceId } = grant;
  return answer(c, done({ token: token.text, workspaceId, memberId: outcome.value.memberId }));
});
