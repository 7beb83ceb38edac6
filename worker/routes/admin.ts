/** `/v1/admin`: what an admin may check of the workspace itself. */
import { Hono } from 'hono';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';

export const admin = new Hono<{ Bindings: Env }>();

/** Folds every lead again and names those whose row differs: none, or a bug (FCT8). */
admin.get('/v1/admin/refold', async (c) => answer(c, await ask(c, 'GET /v1/admin/refold')));
