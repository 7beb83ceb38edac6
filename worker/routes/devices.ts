/** `/v1/devices` and `/v1/session`: what acts for a member, and how it stops (ACC4). */
import { Hono } from 'hono';
import { answer, answerNothing, ask } from '../ask.ts';
import type { Env } from '../env.ts';

export const devices = new Hono<{ Bindings: Env }>();

devices.get('/v1/devices', async (c) => answer(c, await ask(c, 'GET /v1/devices')));

devices.delete('/v1/devices/:id', async (c) =>
  answerNothing(c, await ask(c, 'DELETE /v1/devices/:id', { id: c.req.param('id') })),
);

/** The token of this very request is worthless from now on. */
devices.delete('/v1/session', async (c) => answerNothing(c, await ask(c, 'DELETE /v1/session')));
