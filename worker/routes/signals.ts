/** `POST /v1/signals`: what leads did elsewhere. Idempotent by id; unknown addresses are reported per row. */
import { Hono } from 'hono';
import { SignalsRequest } from '../../shared/protocol/api.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const signals = new Hono<{ Bindings: Env }>();

signals.post('/v1/signals', body(SignalsRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/signals', c.req.valid('json'))),
);
