/** `/v1/sessions`: the monthly session and the quarterly review, what they decide (TGT7). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { DecisionRequest, SessionPatch, SessionRequest } from '../../shared/protocol/proposals.ts';
import { answer, ask, askStep } from '../ask.ts';
import type { Env } from '../env.ts';
import { problemResponse } from '../problem.ts';
import { later, wholly } from './reports.ts';
import { body } from './validate.ts';

export const sessions = new Hono<{ Bindings: Env }>();

sessions.get('/v1/sessions', async (c) => answer(c, await ask(c, 'GET /v1/sessions')));

sessions.post('/v1/sessions', body(SessionRequest), async (c) => {
  const input = { id: uuidv7(), session: c.req.valid('json') };
  const opened = await ask(c, 'POST /v1/sessions', input);
  if (!opened.ok) return problemResponse(opened);
  const { id } = opened.value.session;
  // Very many leads take longer than one request: the meeting is open, its points are asked for again.
  const made = await wholly(() => askStep(c, 'POST /v1/sessions/:id/agenda', { id }));
  return answer(c, made.ok && !('state' in made.value) ? { ok: true, value: made.value } : opened, 201);
});

sessions.get('/v1/sessions/:id', async (c) =>
  answer(c, await ask(c, 'GET /v1/sessions/:id', { id: c.req.param('id') })),
);

sessions.patch('/v1/sessions/:id', body(SessionPatch), async (c) => {
  const input = { id: c.req.param('id'), patch: c.req.valid('json') };
  return answer(c, await ask(c, 'PATCH /v1/sessions/:id', input));
});

sessions.post('/v1/sessions/:id/agenda', async (c) => {
  const id = c.req.param('id');
  const outcome = await wholly(() => askStep(c, 'POST /v1/sessions/:id/agenda', { id }));
  if (!outcome.ok) return problemResponse(outcome);
  return 'state' in outcome.value ? later(c, outcome.value) : answer(c, outcome);
});

sessions.post('/v1/sessions/:id/decisions', body(DecisionRequest), async (c) => {
  const input = { id: c.req.param('id'), decisionId: uuidv7(), decision: c.req.valid('json') };
  return answer(c, await ask(c, 'POST /v1/sessions/:id/decisions', input), 201);
});

sessions.post('/v1/sessions/:id/close', async (c) =>
  answer(c, await ask(c, 'POST /v1/sessions/:id/close', { id: c.req.param('id') })),
);
