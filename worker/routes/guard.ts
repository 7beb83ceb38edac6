/**
 * What every request to `/v1` passes first: who may read the answer across origins, how large it may
 * be, what it is written in, which protocol it speaks.
 */
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { PROTOCOL, PROTOCOL_HEADER } from '../../shared/protocol/version.ts';
import { PUSH_BYTES } from '../../shared/protocol/sync.ts';
import { type Route, ROUTES } from '../access.ts';
import { failure } from '../outcome.ts';
import { invalid, problemResponse } from '../problem.ts';
import { parsedBy } from './validate.ts';

/** Definitions with their lists are the largest thing anybody sends. */
const MOST_BYTES = 2 * 1024 * 1024;
/** Answered beside the newest (SYN8). */
const OLDER_VERSIONS = 2;

const tooLarge = (bytes: number) => () =>
  problemResponse(failure('too-large', `This address takes ${bytes} bytes at most; send less at once.`));

/** Extensions come with a bearer token; no cookie ever crosses origins. */
const crossOrigin = cors({
  origin: (origin) => (/^(?:chrome|moz)-extension:\/\/[\w-]+$/.test(origin) ? origin : null),
  allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: [
    'Authorization',
    'Content-Type',
    'Idempotency-Key',
    'If-Match',
    'If-None-Match',
    PROTOCOL_HEADER,
  ],
  exposeHeaders: ['ETag', 'Retry-After'],
  maxAge: 600,
});

/** Whoever only asks what an address takes is answered by the app, which knows (`Allow`). */
const origins = createMiddleware((c, next) => {
  const isPlain = c.req.method === 'OPTIONS' && !c.req.header('Access-Control-Request-Method');
  return isPlain ? next() : crossOrigin(c, next);
});

const speaks = createMiddleware(async (c, next) => {
  const stated = c.req.header(PROTOCOL_HEADER);
  const version = Number(stated ?? PROTOCOL);
  const oldest = Math.max(1, PROTOCOL - OLDER_VERSIONS);
  if (Number.isInteger(version) && version >= oldest && version <= PROTOCOL) return next();
  return problemResponse(
    failure(
      'bad-request',
      `${PROTOCOL_HEADER} ${oldest} to ${PROTOCOL} is spoken here. Update the extension.`,
    ),
  );
});

const isForm = /^application\/x-www-form-urlencoded(?:;|$)/i;
const isJson = /^application\/json(?:;|$)/i;
/** Forms of our own pages; everything else is JSON. */
const FORMS = new Set(['/v1/authorize', '/v1/pair/new']);
/** Files, read as they stream in and counted by their own routes. */
const FILES: ReadonlyMap<string, RegExp> = new Map([
  ['/v1/imports', /^(?:text\/csv|application\/x-ndjson)(?:;|$)/i],
  ['/v1/imports/guess', /^text\/csv(?:;|$)/i],
  ['/v1/restore', /^application\/x-ndjson(?:;|$)/i],
]);

const PACKED = failure('unsupported-media-type', 'Send the body as it is, without `Content-Encoding`.');

const readable = createMiddleware(async (c, next) => {
  const encoding = c.req.header('Content-Encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity' && c.req.raw.body !== null) {
    const response = problemResponse(PACKED);
    // RFC 9110: what would have been taken.
    response.headers.set('Accept-Encoding', 'identity');
    return response;
  }
  const type = c.req.header('Content-Type') ?? '';
  const file = c.req.method === 'POST' ? FILES.get(c.req.path) : undefined;
  if (file && c.req.raw.body !== null)
    return file.test(type)
      ? next()
      : problemResponse(
          failure('unsupported-media-type', 'Send a file as `text/csv` or `application/x-ndjson`.'),
        );
  const writes = ['POST', 'PUT', 'PATCH'].includes(c.req.method);
  if (!writes || (FORMS.has(c.req.path) ? isForm : isJson).test(type)) return next();
  if (c.req.raw.body === null) return next();
  return problemResponse(failure('unsupported-media-type', 'Send `Content-Type: application/json`.'));
});

const size = createMiddleware((c, next) => {
  if (c.req.method === 'POST' && FILES.has(c.req.path)) return next();
  const maxSize = c.req.path === '/v1/sync/push' ? PUSH_BYTES : MOST_BYTES;
  return bodyLimit({ maxSize, onError: tooLarge(maxSize) })(c, next);
});

const unstored = createMiddleware(async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
});

/** A route that reads no query takes none: a misspelt filter that changes nothing would be believed. */
const asked = createMiddleware(async (c, next) => {
  const { searchParams } = new URL(c.req.url);
  if (searchParams.size === 0) return next();
  const handlers = matchedRoutes(c).filter(({ method, path }) => isForMembers(`${method} ${path}`));
  // Of two that match, as `leads/duplicates` and `leads/:id`, the first answers.
  const own = handlers.filter(({ path }) => path === handlers[0]?.path);
  const reads = own.some(({ handler }) => parsedBy(handler)?.target === 'query');
  if (handlers.length === 0 || reads) return next();
  const keys = [...new Set(searchParams.keys())].slice(0, 20);
  return problemResponse(invalid([{ message: 'this field is not known', path: [], keys }]));
});

/** Feeds and documents are fetched by programs that put marks of their own behind an address. */
function isForMembers(route: string): boolean {
  return Object.hasOwn(ROUTES, route) && ROUTES[route as Route] !== 'open';
}

const byTag = etag();

/** What changes rarely and is large is sent once: whoever has it says so, and gets a 304. */
const tagged = createMiddleware(async (c, next) => {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!isRead || !LARGE.test(c.req.path)) return next();
  await byTag(c, next);
  if (!c.res.headers.has('Cache-Control') && c.res.status < 400)
    c.res.headers.set('Cache-Control', 'private, no-cache');
});
/** Not the draft, whose tag is its text's: signatures come and go under the same one. */
const LARGE = /^\/v1\/(?:definitions\/(?!draft)|openapi\.json$)/;

export const guard = [origins, speaks, size, readable, asked, unstored, tagged] as const;
