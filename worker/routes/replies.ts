/** `POST /v1/replies`: what leads answered, told by one's own systems (ATT10). Idempotent by id. */
import { Hono } from 'hono';
import { RepliesRequest } from '../../shared/protocol/happenings.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const replies = new Hono<{ Bindings: Env }>();

replies.post('/v1/replies', body(RepliesRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/replies', c.req.valid('json'))),
);
