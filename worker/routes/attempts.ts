/** `/v1/attempts`: tries recorded by one's own systems, e.g. a dialler (ATT8), and what is said against one. */
import { Hono } from 'hono';
import { AttemptsRequest } from '../../shared/protocol/api.ts';
import { RefuseAttemptRequest, WithdrawAttemptRequest } from '../../shared/protocol/leadCommands.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { commandOf } from './command.ts';
import { body } from './validate.ts';

export const attempts = new Hono<{ Bindings: Env }>();

attempts.post('/v1/attempts', body(AttemptsRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/attempts', c.req.valid('json'))),
);

attempts.post('/v1/attempts/:id/refuse', body(RefuseAttemptRequest), async (c) => {
  const input = { ...commandOf('attempt.refuse', c.req.valid('json')), attempt: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/attempts/:id/refuse', input));
});

attempts.post('/v1/attempts/:id/withdraw', body(WithdrawAttemptRequest), async (c) => {
  const input = { ...commandOf('attempt.withdraw', c.req.valid('json')), attempt: c.req.param('id') };
  return answer(c, await ask(c, 'POST /v1/attempts/:id/withdraw', input));
});
