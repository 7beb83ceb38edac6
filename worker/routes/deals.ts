/** `POST /v1/deals`: deals as they stand, and the stages they mean (STG1). Idempotent by id. */
import { Hono } from 'hono';
import { DealsRequest } from '../../shared/protocol/happenings.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const deals = new Hono<{ Bindings: Env }>();

deals.post('/v1/deals', body(DealsRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/deals', c.req.valid('json'))),
);
