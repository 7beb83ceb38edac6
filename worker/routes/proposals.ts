/** `/v1/proposals`: any member asks for a change of the agreement, the others vote (TGT7). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { ProposalRequest, ProposalsQuery, VoteRequest } from '../../shared/protocol/proposals.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body, query } from './validate.ts';

export const proposals = new Hono<{ Bindings: Env }>();

proposals.get('/v1/proposals', query(ProposalsQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/proposals', c.req.valid('query'))),
);

proposals.post('/v1/proposals', body(ProposalRequest), async (c) => {
  const input = { id: uuidv7(), proposal: c.req.valid('json') };
  return answer(c, await ask(c, 'POST /v1/proposals', input), 201);
});

proposals.get('/v1/proposals/:id', async (c) =>
  answer(c, await ask(c, 'GET /v1/proposals/:id', { id: c.req.param('id') })),
);

proposals.post('/v1/proposals/:id/vote', body(VoteRequest), async (c) => {
  const input = { id: c.req.param('id'), ...c.req.valid('json') };
  return answer(c, await ask(c, 'POST /v1/proposals/:id/vote', input));
});

proposals.post('/v1/proposals/:id/withdraw', async (c) =>
  answer(c, await ask(c, 'POST /v1/proposals/:id/withdraw', { id: c.req.param('id') })),
);
