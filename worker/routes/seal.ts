/** `/v1/me/seal` and `/v1/me/unseal`: what devices seal the outbox of whoever signed out with (PRI3). */
import { Hono } from 'hono';
import { UnsealRequest } from '../../shared/protocol/seal.ts';
import { answer, ask, askStep } from '../ask.ts';
import type { Env } from '../env.ts';
import { done, failure } from '../outcome.ts';
import { newSealPair, openSeal } from '../sealKeys.ts';
import { body } from './validate.ts';

export const seal = new Hono<{ Bindings: Env }>();

seal.get('/v1/me/seal', async (c) => answer(c, await ask(c, 'GET /v1/me/seal', await newSealPair())));

seal.post('/v1/me/unseal', body(UnsealRequest), async (c) => {
  // A step: answers of whole requests are kept for those who repeat them, and this one holds a private key.
  const held = await askStep(c, 'POST /v1/me/unseal', await newSealPair());
  if (!held.ok) return answer(c, held);
  const key = await openSeal(held.value, c.req.valid('json').ephemeral);
  if (key !== undefined) return answer(c, done({ key }));
  return answer(
    c,
    failure('invalid-body', 'See `errors` for each field that is not as expected.', [
      { pointer: '/ephemeral', detail: 'this is no point of the curve' },
    ]),
  );
});
