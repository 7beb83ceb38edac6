/** Whoever changes something by cookie, or gets one, has to be a page of ours (CSRF). */
import { createMiddleware } from 'hono/factory';
import { failure } from '../outcome.ts';
import { isOwnPage } from '../ownPage.ts';
import { problemResponse } from '../problem.ts';

export const sameOrigin = createMiddleware(async (c, next) => {
  // Programs that are no browser say neither, and carry no cookie of anybody's.
  const program = c.req.header('Origin') === undefined && c.req.header('Cookie') === undefined;
  if (program || isOwnPage(c)) return next();
  return problemResponse(failure('forbidden', 'This can only be done from a page of this worker.'));
});
