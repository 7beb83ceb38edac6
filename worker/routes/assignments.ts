/**
 * What is done to many leads at once: `POST /v1/assignments`, a manager gives them to one owner or takes
 * them back (CLK10), and `POST /v1/leads/acts` for the rest.
 */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { ActsRequest, AssignmentsRequest } from '../../shared/protocol/leadCommands.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const assignments = new Hono<{ Bindings: Env }>();

assignments.post('/v1/assignments', body(AssignmentsRequest), async (c) => {
  const { leadIds, owner } = c.req.valid('json');
  const input = { owner, leads: leadIds.map((leadId) => ({ leadId, id: uuidv7() })) };
  return answer(c, await ask(c, 'POST /v1/assignments', input));
});

assignments.post('/v1/leads/acts', body(ActsRequest), async (c) => {
  const { leadIds, act } = c.req.valid('json');
  const input = { act, leads: leadIds.map((leadId) => ({ leadId, id: uuidv7() })) };
  return answer(c, await ask(c, 'POST /v1/leads/acts', input));
});
