/** `/v1/admin`: what an admin may check of the workspace itself. */
import { Hono } from 'hono';
import * as z from 'zod';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { done, type Outcome } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { query } from './validate.ts';

export const admin = new Hono<{ Bindings: Env }>();

admin.get('/v1/admin/health', async (c) => answer(c, await ask(c, 'GET /v1/admin/health')));

/** Calls of the object one request makes: each is short, so that nobody else waits for it. */
const PAGES = 200;
const RefoldQuery = z.strictObject({ cursor: z.string().max(300).optional() });

type RefoldPage = Outcome<{ checked: number; differing: readonly string[]; next: string | null }>;

/**
 * Folds every lead again and names those whose row differs: none, or a bug (FCT8). With a `cursor`
 * where there are more leads than one request looks at.
 */
admin.get('/v1/admin/refold', query(RefoldQuery), async (c) => {
  let after: string | null = c.req.valid('query').cursor ?? '';
  let checked = 0;
  const differing: string[] = [];
  for (let page = 0; page < PAGES && after !== null; page += 1) {
    const outcome: RefoldPage = await ask(c, 'GET /v1/admin/refold', { after });
    if (!outcome.ok) return problemResponse(outcome);
    checked += outcome.value.checked;
    differing.push(...outcome.value.differing);
    after = outcome.value.next;
  }
  return answer(c, done({ checked, differing, ...(after === null ? {} : { cursor: after }) }));
});
