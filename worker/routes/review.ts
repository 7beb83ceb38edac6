/** `/v1/review`: the pack of a period, to be read out and printed (TGT7). */
import { Hono } from 'hono';
import { ReviewQuery } from '../../shared/protocol/review.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { problemResponse } from '../problem.ts';
import { later, wholly } from './reports.ts';
import { query } from './validate.ts';

export const review = new Hono<{ Bindings: Env }>();

review.get('/v1/review', query(ReviewQuery), async (c) => {
  const outcome = await wholly(() => ask(c, 'GET /v1/review', c.req.valid('query')));
  if (!outcome.ok) return problemResponse(outcome);
  return 'state' in outcome.value ? later(c, outcome.value) : answer(c, outcome);
});
