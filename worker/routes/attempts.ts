/** `POST /v1/attempts`: tries recorded by one's own systems, e.g. a dialler (evidence `integration`, ATT8). */
import { Hono } from 'hono';
import { AttemptsRequest } from '../../shared/protocol/api.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const attempts = new Hono<{ Bindings: Env }>();

attempts.post('/v1/attempts', body(AttemptsRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/attempts', c.req.valid('json'))),
);
