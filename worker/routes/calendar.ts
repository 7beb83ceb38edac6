/** `/v1/me/calendar-feed` and the feed itself: the one secret that travels in a path, read-only (ACC1). */
import { Hono } from 'hono';
import { answer, answerNothing, ask, askOpenly, credentialOf } from '../ask.ts';
import { icsOf } from '../calendarFile.ts';
import type { Env } from '../env.ts';
import { done, failure } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { newSecret, readSecret, sha256 } from '../secrets.ts';

export const calendar = new Hono<{ Bindings: Env }>();

const NOTHING_HERE = failure('not-found', 'There is nothing at this address.');

calendar.post('/v1/me/calendar-feed', async (c) => {
  const caller = await credentialOf(c);
  if ('ok' in caller) return problemResponse(caller);
  const feed = await newSecret('feed', caller.workspaceId);
  const { origin } = new URL(c.req.url);
  const made = await ask(c, 'POST /v1/me/calendar-feed', { hash: feed.hash, origin });
  if (!made.ok) return problemResponse(made);
  // Shown once: a repeat of the request is answered without it.
  const isNew = made.value.hash === feed.hash;
  return answer(c, done({ url: isNew ? `${origin}/v1/calendar/${feed.text}.ics` : null }), 201);
});

calendar.delete('/v1/me/calendar-feed', async (c) =>
  answerNothing(c, await ask(c, 'DELETE /v1/me/calendar-feed')),
);

calendar.get('/v1/calendar/:feed', async (c) => {
  const secret = await readSecret('feed', c.req.param('feed').replace(/\.ics$/, ''));
  if (!secret) return problemResponse(NOTHING_HERE);
  const outcome = await askOpenly(c, 'GET /v1/calendar/:feed', secret, { hash: secret.hash });
  if (!outcome.ok) return problemResponse(outcome.problem === 'internal' ? outcome : NOTHING_HERE);
  const text = icsOf(outcome.value);
  const headers = {
    ETag: `"${await sha256(text)}"`,
    'Cache-Control': 'private, no-cache',
    'Content-Type': 'text/calendar; charset=utf-8',
  };
  const known = (c.req.header('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(headers.ETag) ? c.body(null, 304, headers) : c.body(text, 200, headers);
});
