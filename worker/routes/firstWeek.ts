/** `/v1/first-week`: how far a workspace is, and what a first agreement is proposed from (DEF6, TRI1). */
import { Hono } from 'hono';
import { EvidenceQuery } from '../../shared/protocol/firstWeek.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { problemResponse } from '../problem.ts';
import { starterFor } from '../starter.ts';
import { later, wholly } from './reports.ts';
import { query } from './validate.ts';

export const firstWeek = new Hono<{ Bindings: Env }>();

firstWeek.get('/v1/first-week', async (c) => answer(c, await ask(c, 'GET /v1/first-week')));

firstWeek.get('/v1/first-week/evidence', query(EvidenceQuery), async (c) => {
  const { business = 'saas', language = 'en' } = c.req.valid('query');
  const starter = await starterFor(c.env, business, language);
  const outcome = await wholly(() => ask(c, 'GET /v1/first-week/evidence', { business, starter }));
  if (!outcome.ok) return problemResponse(outcome);
  return 'state' in outcome.value ? later(c, outcome.value) : answer(c, outcome);
});
