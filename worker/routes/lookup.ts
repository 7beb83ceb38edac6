/** `/v1/lookup`: the filter of keyed hashes, and the chip behind one that passed it (PRI1, ACC3). */
import { Hono } from 'hono';
import { LookupRequest } from '../../shared/protocol/lookup.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { sha256 } from '../secrets.ts';
import { body } from './validate.ts';

export const lookup = new Hono<{ Bindings: Env }>();

lookup.get('/v1/lookup/filter', async (c) => {
  const outcome = await ask(c, 'GET /v1/lookup/filter');
  if (!outcome.ok) return answer(c, outcome);
  const { key, filter } = outcome.value;
  const tag = `"${await sha256(`${key} ${filter}`)}"`;
  const unchanged = c.req.header('If-None-Match') === tag;
  const response = unchanged ? c.body(null, 304) : answer(c, outcome);
  response.headers.set('ETag', tag);
  response.headers.set('Cache-Control', 'private, no-cache');
  return response;
});

lookup.post('/v1/lookup', body(LookupRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/lookup', c.req.valid('json'))),
);
