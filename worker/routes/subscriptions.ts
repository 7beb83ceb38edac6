/** `/v1/subscriptions`: webhooks out, and `/v1/admin/outbox`: what became of them. */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { OutboxQuery, SubscriptionChange, SubscriptionRequest } from '../../shared/protocol/subscriptions.ts';
import { answer, answerNothing, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { done } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { wrongAt } from '../refused.ts';
import { newSigningSecret } from '../secrets.ts';
import { type TargetFault, targetFault } from '../outboundTarget.ts';
import { body, query } from './validate.ts';

export const subscriptions = new Hono<{ Bindings: Env }>();

const notAllowed = (fault: TargetFault) =>
  problemResponse(wrongAt('See `errors` for each field that is not as expected.', '/url', fault));

subscriptions.get('/v1/subscriptions', async (c) => answer(c, await ask(c, 'GET /v1/subscriptions')));

subscriptions.post('/v1/subscriptions', body(SubscriptionRequest), async (c) => {
  const subscription = c.req.valid('json');
  const fault = targetFault(subscription.url, c.env);
  if (fault !== undefined) return notAllowed(fault);
  const [id, secret] = [uuidv7(), newSigningSecret()];
  const { origin } = new URL(c.req.url);
  const made = await ask(c, 'POST /v1/subscriptions', { id, secret, origin, subscription });
  if (!made.ok) return problemResponse(made);
  // Shown once: a repeat of the request is answered without it.
  return answer(c, done({ ...made.value, secret: made.value.id === id ? secret : null }), 201);
});

subscriptions.get('/v1/subscriptions/:id', async (c) =>
  answer(c, await ask(c, 'GET /v1/subscriptions/:id', { id: c.req.param('id') })),
);

subscriptions.patch('/v1/subscriptions/:id', body(SubscriptionChange), async (c) => {
  const change = c.req.valid('json');
  const fault = change.url === undefined ? undefined : targetFault(change.url, c.env);
  if (fault !== undefined) return notAllowed(fault);
  return answer(c, await ask(c, 'PATCH /v1/subscriptions/:id', { id: c.req.param('id'), change }));
});

subscriptions.delete('/v1/subscriptions/:id', async (c) =>
  answerNothing(c, await ask(c, 'DELETE /v1/subscriptions/:id', { id: c.req.param('id') })),
);

subscriptions.post('/v1/subscriptions/:id/rotate', async (c) => {
  const [rotation, secret] = [uuidv7(), newSigningSecret()];
  const input = { id: c.req.param('id'), rotation, secret };
  const rotated = await ask(c, 'POST /v1/subscriptions/:id/rotate', input);
  if (!rotated.ok) return problemResponse(rotated);
  const { overlapEndsAt, rotation: standing } = rotated.value;
  return answer(c, done({ overlapEndsAt, secret: standing === rotation ? secret : null }));
});

subscriptions.post('/v1/subscriptions/:id/test', async (c) =>
  answerNothing(
    c,
    await ask(c, 'POST /v1/subscriptions/:id/test', { id: c.req.param('id'), messageKey: uuidv7() }),
  ),
);

subscriptions.get('/v1/subscriptions/:id/deliveries', query(OutboxQuery), async (c) => {
  const asked = c.req.valid('query');
  return answer(c, await ask(c, 'GET /v1/subscriptions/:id/deliveries', { id: c.req.param('id'), asked }));
});

subscriptions.get('/v1/admin/outbox', query(OutboxQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/admin/outbox', c.req.valid('query'))),
);

subscriptions.post('/v1/admin/outbox/:id/retry', async (c) =>
  answer(c, await ask(c, 'POST /v1/admin/outbox/:id/retry', { id: c.req.param('id') })),
);
