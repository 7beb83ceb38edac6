/** `Idempotency-Key`: a write sent again under the same key is answered as the first time, and done once. */
import type { Context } from 'hono';
import { failure, type Failure } from './outcome.ts';
import { sha256 } from './secrets.ts';
import type { Repeat } from './workspace/once.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** Null when the request names no key, or changes nothing anyway. */
export async function repeatOf(c: Context): Promise<Repeat | Failure | null> {
  const key = c.req.header('Idempotency-Key');
  const { method } = c.req;
  if (key === undefined || method === 'GET' || method === 'HEAD') return null;
  if (!KEY.test(key))
    return failure('bad-request', '`Idempotency-Key` is 1 to 200 visible characters; a UUID does well.');
  const { pathname, search } = new URL(c.req.url);
  const isJson = (c.req.header('Content-Type') ?? '').toLowerCase().startsWith('application/json');
  // A stream is read once, by whoever it is for: its length has to tell it from another.
  const body = isJson ? await c.req.text() : (c.req.header('Content-Length') ?? '');
  return { key, print: await sha256(`${method} ${pathname}${search}\n${body}`) };
}
