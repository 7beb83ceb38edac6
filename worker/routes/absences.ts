/** `/v1/absences`: being away, coming back, and giving what waits meanwhile to others (HOF2). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { AbsenceRequest, AbsencesQuery } from '../../shared/protocol/absences.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body, query } from './validate.ts';

export const absences = new Hono<{ Bindings: Env }>();

absences.get('/v1/absences', query(AbsencesQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/absences', c.req.valid('query'))),
);

absences.post('/v1/absences', body(AbsenceRequest), async (c) => {
  const input = { id: uuidv7(), absence: c.req.valid('json') };
  return answer(c, await ask(c, 'POST /v1/absences', input), 201);
});

absences.get('/v1/absences/:id', async (c) =>
  answer(c, await ask(c, 'GET /v1/absences/:id', { id: c.req.param('id') })),
);

absences.post('/v1/absences/:id/end', async (c) =>
  answer(c, await ask(c, 'POST /v1/absences/:id/end', { id: c.req.param('id') })),
);

absences.post('/v1/absences/:id/redistribute', async (c) =>
  answer(c, await ask(c, 'POST /v1/absences/:id/redistribute', { id: c.req.param('id') })),
);
