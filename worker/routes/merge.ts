/** `/v1/leads/duplicates`, `/v1/leads/:id/merge` and `/unmerge`: proposed, never done by itself (IDN3). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { MergeRequest, UnmergeRequest } from '../../shared/protocol/merge.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

/** Before `leads`, whose `:id` would take `duplicates` for one. */
export const merge = new Hono<{ Bindings: Env }>();

merge.get('/v1/leads/duplicates', async (c) => answer(c, await ask(c, 'GET /v1/leads/duplicates')));

merge.post('/v1/leads/:id/merge', body(MergeRequest), async (c) => {
  const input = { id: c.req.param('id'), absorb: c.req.valid('json').absorb, fact: uuidv7() };
  return answer(c, await ask(c, 'POST /v1/leads/:id/merge', input));
});

merge.post('/v1/leads/:id/unmerge', body(UnmergeRequest), async (c) => {
  const input = { id: c.req.param('id'), absorb: c.req.valid('json').absorbed, fact: uuidv7() };
  return answer(c, await ask(c, 'POST /v1/leads/:id/unmerge', input));
});
