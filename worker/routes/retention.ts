/** `/v1/retention`: how long what is kept, which an admin may change within bounds (PRI4). */
import { Hono } from 'hono';
import { RetentionRequest } from '../../shared/protocol/retention.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const retention = new Hono<{ Bindings: Env }>();

retention.get('/v1/retention', async (c) => answer(c, await ask(c, 'GET /v1/retention')));

retention.put('/v1/retention', body(RetentionRequest), async (c) =>
  answer(c, await ask(c, 'PUT /v1/retention', c.req.valid('json'))),
);
