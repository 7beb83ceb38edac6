/** `/v1/leads`: upsert by any shared identifier, lists, one lead's state and its facts. */
import { Hono } from 'hono';
import * as z from 'zod';
import { LeadsRequest } from '../../shared/protocol/api.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { done } from '../outcome.ts';
import { body, query } from './validate.ts';

export const leads = new Hono<{ Bindings: Env }>();

/** The cursor is the last id of the page before; opaque to whoever holds it. */
const Page = z.strictObject({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});

leads.get('/v1/leads', query(Page), async (c) => {
  const { cursor, limit = 100 } = c.req.valid('query');
  const outcome = await ask(c, 'GET /v1/leads', { after: cursor ?? '', limit });
  if (!outcome.ok) return answer(c, outcome);
  const { leads: rows, next } = outcome.value;
  return answer(c, done({ leads: rows, cursor: next }));
});

leads.post('/v1/leads', body(LeadsRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/leads', c.req.valid('json'))),
);

leads.get('/v1/leads/:id', async (c) =>
  answer(c, await ask(c, 'GET /v1/leads/:id', { id: c.req.param('id') })),
);

leads.get('/v1/leads/:id/facts', async (c) =>
  answer(c, await ask(c, 'GET /v1/leads/:id/facts', { id: c.req.param('id') })),
);
