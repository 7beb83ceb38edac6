/** `/v1/leads`: upsert by any shared identifier, lists, one lead as it is or was, what it lacks. */
import { Hono } from 'hono';
import { LeadsRequest } from '../../shared/protocol/api.ts';
import { LeadQuery, LeadsQuery, FactsQuery } from '../../shared/protocol/leads.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body, query } from './validate.ts';

export const leads = new Hono<{ Bindings: Env }>();

leads.get('/v1/leads', query(LeadsQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/leads', c.req.valid('query'))),
);

leads.post('/v1/leads', body(LeadsRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/leads', c.req.valid('json'))),
);

leads.get('/v1/leads/:id', query(LeadQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/leads/:id', { ...c.req.valid('query'), id: c.req.param('id') })),
);

leads.get('/v1/leads/:id/facts', query(FactsQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/leads/:id/facts', { ...c.req.valid('query'), id: c.req.param('id') })),
);

leads.get('/v1/leads/:id/next-fields', async (c) =>
  answer(c, await ask(c, 'GET /v1/leads/:id/next-fields', { id: c.req.param('id') })),
);

leads.get('/v1/leads/:id/account', async (c) =>
  answer(c, await ask(c, 'GET /v1/leads/:id/account', { id: c.req.param('id') })),
);
