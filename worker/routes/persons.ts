/** `/v1/persons` and what a lead's own page offers an admin: a person's data, and its end (PRI4). */
import { Hono } from 'hono';
import { PersonRequest } from '../../shared/protocol/erasure.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const persons = new Hono<{ Bindings: Env }>();

persons.get('/v1/leads/:id/export', async (c) =>
  answer(c, await ask(c, 'GET /v1/leads/:id/export', { id: c.req.param('id') })),
);

persons.delete('/v1/leads/:id', async (c) =>
  answer(c, await ask(c, 'DELETE /v1/leads/:id', { id: c.req.param('id') })),
);

persons.post('/v1/persons/export', body(PersonRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/persons/export', c.req.valid('json'))),
);

persons.post('/v1/persons/erase', body(PersonRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/persons/erase', c.req.valid('json'))),
);
