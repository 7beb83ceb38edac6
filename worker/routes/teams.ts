/** `/v1/room`, `/v1/teams`: who routes go to, and who manages them. */
import { Hono } from 'hono';
import { TeamRequest } from '../../shared/protocol/api.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body } from './validate.ts';

export const teams = new Hono<{ Bindings: Env }>();

teams.get('/v1/room', async (c) => answer(c, await ask(c, 'GET /v1/room')));

teams.get('/v1/teams', async (c) => answer(c, await ask(c, 'GET /v1/teams')));

teams.post('/v1/teams', body(TeamRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/teams', c.req.valid('json'))),
);
