/** `/docs`: the API's document as pages, from files of our own and nobody else's. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { assetOf } from '../assets.ts';
import type { Env } from '../env.ts';
import { failure } from '../outcome.ts';
import { problemResponse } from '../problem.ts';

export const docs = new Hono<{ Bindings: Env }>();

/** The reader sets styles on its own elements and draws its icons from its stylesheet. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

docs.get('/docs', (c) => {
  c.header('Content-Security-Policy', POLICY);
  c.header('Cache-Control', 'no-cache');
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Combinado API</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href="/docs/swagger-ui.css" />
          <link rel="stylesheet" href="/docs/reference.css" />
        </head>
        <body>
          <nav id="chapters" aria-label="Chapters"><ul></ul></nav>
          <main id="docs"><a href="/v1/openapi.json">/v1/openapi.json</a></main>
          <script src="/docs/swagger-ui-bundle.js"></script>
          <script src="/docs/reference.js"></script>
        </body>
      </html>`,
  );
});

const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'reference.css': 'text/css; charset=utf-8',
  'reference.js': 'text/javascript; charset=utf-8',
};
/** Ours change with a release and are small; theirs stay for a day. */
const OWN = /^reference\./;

docs.get('/docs/:file', async (c) => {
  const file = c.req.param('file');
  const type = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
  const found = type === undefined ? undefined : await assetOf(c.env, `/docs/${file}`);
  if (type === undefined || !found?.ok)
    return problemResponse(failure('not-found', 'There is nothing at this address.'));
  return new Response(found.body, {
    headers: {
      'Content-Type': type,
      'Cache-Control': OWN.test(file) ? 'no-cache' : 'public, max-age=86400',
    },
  });
});
