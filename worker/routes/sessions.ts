/** `/v1/sessions`: the monthly session and the quarterly review, what they decide (TGT7). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { DecisionRequest, SessionRequest } from '../../shared/protocol/proposals.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const sessions = new Hono<{ Bindings: Env }>();

sessions.get('/v1/sessions', async (c) => answer(c, await ask(c, 'GET /v1/sessions')));

sessions.post('/v1/sessions', body(SessionRequest), async (c) => {
  const input = { id: uuidv7(), session: c.req.valid('json') };
  return answer(c, await ask(c, 'POST /v1/sessions', input), 201);
});

sessions.get('/v1/sessions/:id', async (c) =>
  answer(c, await ask(c, 'GET /v1/sessions/:id', { id: c.req.param('id') })),
);

sessions.post('/v1/sessions/:id/decisions', body(DecisionRequest), async (c) => {
  const input = { id: c.req.param('id'), decisionId: uuidv7(), decision: c.req.valid('json') };
  return answer(c, await ask(c, 'POST /v1/sessions/:id/decisions', input), 201);
});

sessions.post('/v1/sessions/:id/close', async (c) =>
  answer(c, await ask(c, 'POST /v1/sessions/:id/close', { id: c.req.param('id') })),
);
