/** `/v1/jobs`: long work one began, how far it is, what came of it, and a way to stop it. */
import { Hono } from 'hono';
import { PreviewLeadsQuery } from '../../shared/protocol/definitions.ts';
import { JobsQuery } from '../../shared/protocol/jobs.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { query } from './validate.ts';

export const jobs = new Hono<{ Bindings: Env }>();

jobs.get('/v1/jobs', query(JobsQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/jobs', c.req.valid('query'))),
);

jobs.get('/v1/jobs/:id', async (c) => answer(c, await ask(c, 'GET /v1/jobs/:id', { id: c.req.param('id') })));

jobs.get('/v1/jobs/:id/leads', query(PreviewLeadsQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/jobs/:id/leads', { id: c.req.param('id'), query: c.req.valid('query') })),
);

jobs.post('/v1/jobs/:id/cancel', async (c) =>
  answer(c, await ask(c, 'POST /v1/jobs/:id/cancel', { id: c.req.param('id') })),
);
