/**
 * What every request to `/v1` passes first: who may read the answer across origins, how large it may
 * be, what it is written in, which protocol it speaks.
 */
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { PROTOCOL, PROTOCOL_HEADER } from '../../shared/protocol/version.ts';
import { PUSH_BYTES } from '../../shared/protocol/sync.ts';
import { failure } from '../outcome.ts';
import { problemResponse } from '../problem.ts';

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
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match', PROTOCOL_HEADER],
  exposeHeaders: ['ETag', 'Retry-After'],
  maxAge: 600,
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

const readable = createMiddleware(async (c, next) => {
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

export const guard = [crossOrigin, speaks, size, readable, unstored] as const;
