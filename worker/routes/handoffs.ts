/** `/v1/handoffs`: sales' answer, marketing's contest, the referee's decision, what is said about it (HOF3, HOF5). */
import { Hono } from 'hono';
import {
  AnswerRequest,
  CommentRequest,
  ContestRequest,
  DecideRequest,
} from '../../shared/protocol/leadCommands.ts';
import { TalksQuery } from '../../shared/protocol/talks.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { commandOf } from './command.ts';
import { body, query } from './validate.ts';

export const handoffs = new Hono<{ Bindings: Env }>();

handoffs.get('/v1/handoffs', query(TalksQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/handoffs', c.req.valid('query'))),
);

handoffs.post('/v1/handoffs/:id/answer', body(AnswerRequest), async (c) => {
  const input = { ...commandOf('handoff.answer', c.req.valid('json')), handoff: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/handoffs/:id/answer', input));
});

handoffs.post('/v1/handoffs/:id/correct', body(AnswerRequest), async (c) => {
  const input = { ...commandOf('handoff.correct', c.req.valid('json')), handoff: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/handoffs/:id/correct', input));
});

handoffs.post('/v1/handoffs/:id/contest', body(ContestRequest), async (c) => {
  const input = { ...commandOf('handoff.contest', c.req.valid('json')), handoff: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/handoffs/:id/contest', input));
});

handoffs.post('/v1/handoffs/:id/decide', body(DecideRequest), async (c) => {
  const input = { ...commandOf('handoff.decide', c.req.valid('json')), handoff: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/handoffs/:id/decide', input));
});

handoffs.post('/v1/handoffs/:id/comment', body(CommentRequest), async (c) => {
  const input = { ...commandOf('handoff.comment', c.req.valid('json')), handoff: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/handoffs/:id/comment', input));
});
