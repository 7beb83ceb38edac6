/** `GET /v1/audit`: what was done to the workspace, by whom. */
import { Hono } from 'hono';
import { AuditQuery } from '../../shared/protocol/audit.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { query } from './validate.ts';

export const audit = new Hono<{ Bindings: Env }>();

audit.get('/v1/audit', query(AuditQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/audit', c.req.valid('query'))),
);
