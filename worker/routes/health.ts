/** `GET /healthz`: the worker runs. Nothing about any workspace. */
import { Hono } from 'hono';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import type { Env } from '../env.ts';

export const health = new Hono<{ Bindings: Env }>();

health.get('/healthz', (c) => c.json({ ok: true, protocol: PROTOCOL }));
