/** `/v1/devices` and `/v1/session`: what acts for a member, how it changes its token, how it stops (ACC4). */
import { Hono } from 'hono';
import * as z from 'zod';
import { answer, answerNothing, ask, credentialOf } from '../ask.ts';
import type { Env } from '../env.ts';
import { done } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { newSecret } from '../secrets.ts';
import { query } from './validate.ts';

export const devices = new Hono<{ Bindings: Env }>();

devices.get('/v1/devices', async (c) => answer(c, await ask(c, 'GET /v1/devices')));

/** Left out: one's own. */
const Whose = z.strictObject({ member: z.string().min(1).max(200).optional() });

devices.delete('/v1/devices', query(Whose), async (c) =>
  answerNothing(c, await ask(c, 'DELETE /v1/devices', c.req.valid('query'))),
);

devices.post('/v1/devices/rotate', async (c) => {
  const caller = await credentialOf(c);
  if ('ok' in caller) return problemResponse(caller);
  const token = await newSecret('token', caller.workspaceId);
  const outcome = await ask(c, 'POST /v1/devices/rotate', { hash: token.hash });
  return outcome.ok ? answer(c, done({ token: token.text, ...outcome.value })) : problemResponse(outcome);
});

devices.delete('/v1/devices/:id', async (c) =>
  answerNothing(c, await ask(c, 'DELETE /v1/devices/:id', { id: c.req.param('id') })),
);

/** The token of this very request is worthless from now on. */
devices.delete('/v1/session', async (c) => answerNothing(c, await ask(c, 'DELETE /v1/session')));
