/** `/v1/sync`: commands up, rows down, and a socket that only ever says "there is more" (SYN). */
import { Hono } from 'hono';
import * as z from 'zod';
import { PullQuery, PushRequest } from '../../shared/protocol/sync.ts';
import { answer, ask, askOpenly, credentialOf } from '../ask.ts';
import type { Env } from '../env.ts';
import { done, failure } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { newSecret, readSecret } from '../secrets.ts';
import { body, query } from './validate.ts';

export const sync = new Hono<{ Bindings: Env }>();

sync.post('/v1/sync/push', body(PushRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/sync/push', c.req.valid('json'))),
);

sync.get('/v1/sync/pull', query(PullQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/sync/pull', c.req.valid('query'))),
);

sync.post('/v1/sync/ticket', async (c) => {
  const caller = await credentialOf(c);
  if ('ok' in caller) return problemResponse(caller);
  const ticket = await newSecret('ticket', caller.workspaceId);
  const outcome = await ask(c, 'POST /v1/sync/ticket', { hash: ticket.hash });
  return outcome.ok ? answer(c, done({ ticket: ticket.text, ...outcome.value })) : problemResponse(outcome);
});

const BAD_TICKET = failure('bad-token', 'This ticket is unknown, used or expired.');

sync.get('/v1/sync/socket', query(z.strictObject({ ticket: z.string().max(300) })), async (c) => {
  if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket')
    return problemResponse(failure('bad-request', 'This address opens a WebSocket.'));
  const ticket = await readSecret('ticket', c.req.valid('query').ticket);
  if (!ticket) return problemResponse(BAD_TICKET);
  const outcome = await askOpenly(c, 'GET /v1/sync/socket', ticket, { hash: ticket.hash });
  if (!outcome.ok) return problemResponse(outcome);
  const url = `https://workspace/socket?device=${encodeURIComponent(outcome.value.deviceId)}`;
  const object = c.env.WORKSPACE.getByName(ticket.workspaceId);
  const { webSocket } = await object.fetch(url, { headers: { Upgrade: 'websocket' } });
  if (!webSocket) return problemResponse(BAD_TICKET);
  // Said again, because the headers of an answer that came from elsewhere cannot be added to.
  return new Response(null, { status: 101, webSocket });
});
