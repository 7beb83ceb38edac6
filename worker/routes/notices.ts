/** `/v1/notices`: what the caller was told, and that they read it (CLK7). */
import { Hono } from 'hono';
import { languageOf } from '../../shared/messages/language.ts';
import { NoticesQuery, ReadNoticesRequest } from '../../shared/protocol/notices.ts';
import { answer, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { body, query } from './validate.ts';

export const notices = new Hono<{ Bindings: Env }>();

notices.get('/v1/notices', query(NoticesQuery), async (c) => {
  const [tag] = (c.req.header('Accept-Language') ?? '').split(',');
  const language = tag ? { language: languageOf(tag.split(';')[0] ?? '') } : {};
  return answer(c, await ask(c, 'GET /v1/notices', { ...c.req.valid('query'), ...language }));
});

notices.post('/v1/notices/read', body(ReadNoticesRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/notices/read', c.req.valid('json'))),
);
