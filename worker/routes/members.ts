/** `/v1/members`: who is here, in which role, on which side (ACC2). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { MemberRequest } from '../../shared/protocol/api.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const members = new Hono<{ Bindings: Env }>();

members.get('/v1/me', async (c) => answer(c, await ask(c, 'GET /v1/me')));

members.get('/v1/members', async (c) => answer(c, await ask(c, 'GET /v1/members')));

members.post('/v1/members', body(MemberRequest), async (c) => {
  const input = { id: uuidv7(), member: c.req.valid('json') };
  return answer(c, await ask(c, 'POST /v1/members', input), 201);
});
