/** Whoever changes something by cookie, or gets one, has to be a page of ours (CSRF). */
import { createMiddleware } from 'hono/factory';
import { failure } from '../outcome.ts';
import { problemResponse } from '../problem.ts';

export const sameOrigin = createMiddleware(async (c, next) => {
  const origin = c.req.header('Origin');
  // Programs that are no browser send none, and carry no cookie of anybody's.
  const foreign =
    origin === undefined ? c.req.header('Cookie') !== undefined : origin !== new URL(c.req.url).origin;
  if (foreign)
    return problemResponse(failure('forbidden', 'This can only be done from a page of this worker.'));
  return next();
});
