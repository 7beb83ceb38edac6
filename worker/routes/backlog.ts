/** `/v1/backlog`: what waits without a hand-off, and its release in lots (TRI2). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { ReleaseRequest } from '../../shared/protocol/backlog.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const backlog = new Hono<{ Bindings: Env }>();

backlog.get('/v1/backlog', async (c) => answer(c, await ask(c, 'GET /v1/backlog')));

backlog.post('/v1/backlog/release', body(ReleaseRequest), async (c) => {
  const input = { id: uuidv7(), wanted: c.req.valid('json') };
  return answer(c, await ask(c, 'POST /v1/backlog/release', input));
});

backlog.delete('/v1/backlog/release', async (c) => answer(c, await ask(c, 'DELETE /v1/backlog/release')));
