/** `/v1/closures`: closed periods, declared afterwards and withdrawn (CAL7). */
import { Hono } from 'hono';
import { ClosureRequest } from '../../shared/protocol/closures.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const closures = new Hono<{ Bindings: Env }>();

closures.get('/v1/closures', async (c) => answer(c, await ask(c, 'GET /v1/closures')));

closures.post('/v1/closures', body(ClosureRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/closures', c.req.valid('json')), 201),
);

closures.delete('/v1/closures/:id', async (c) =>
  answer(c, await ask(c, 'DELETE /v1/closures/:id', { id: c.req.param('id') })),
);
