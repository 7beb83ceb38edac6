/** `/v1/me/calendar-feed` and the feed itself: the one secret that travels in a path, read-only (ACC1). */
import { Hono } from 'hono';
import { ICalCalendarMethod, ICalEventTransparency, default as ical } from 'ical-generator';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { noticeWords } from '../../shared/messages/notices.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { answer, answerNothing, ask, askOpenly, credentialOf } from '../ask.ts';
import type { Env } from '../env.ts';
import { done, failure } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { newSecret, readSecret, sha256 } from '../secrets.ts';
import type { Feed } from '../workspace/calendarFeed.ts';

export const calendar = new Hono<{ Bindings: Env }>();

const NOTHING_HERE = failure('not-found', 'There is nothing at this address.');
/** An event has to last; the deadline is where it begins. */
const SHOWN_MS = 15 * MINUTE_MS;

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

/** In UTC, so that every calendar shows the same instant in its own reader's zone. */
function icsOf({ workspace, language, zone, due }: Feed): string {
  const words = noticeWords(language);
  const { clocks } = messagesFor(language).words;
  const feed = ical({
    name: words.calendar(workspace),
    prodId: { company: 'Combinado', product: 'Combinado', language: language.slice(0, 2).toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
  });
  feed.x('X-WR-TIMEZONE', zone);
  for (const { id, kind, startedAt, dueAt, link } of due) {
    feed.createEvent({
      id: `${id}@combinado`,
      // When it was promised, so that the same promise is the same text.
      stamp: new Date(startedAt),
      start: new Date(dueAt),
      end: new Date(dueAt + SHOWN_MS),
      summary: words.due(clocks[kind]),
      url: link,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return feed.toString();
}
