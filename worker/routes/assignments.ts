/** `POST /v1/assignments`: a manager gives many leads to one owner, or takes them back (CLK10). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { AssignmentsRequest } from '../../shared/protocol/leadCommands.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const assignments = new Hono<{ Bindings: Env }>();

assignments.post('/v1/assignments', body(AssignmentsRequest), async (c) => {
  const { leadIds, owner } = c.req.valid('json');
  const input = { owner, leads: leadIds.map((leadId) => ({ leadId, id: uuidv7() })) };
  return answer(c, await ask(c, 'POST /v1/assignments', input));
});
