/** `/console`: the page of the web console for whoever is signed in, and the files it is made of. */
import { Hono } from 'hono';
import { assetOf } from '../assets.ts';
import { type AppContext, askInSession } from '../ask.ts';
import type { Env } from '../env.ts';
import { failure } from '../outcome.ts';
import { languageFor } from '../pages/page.ts';
import { signInFirstPage } from '../pages/signInFirst.ts';
import { problemResponse } from '../problem.ts';

export const webConsole = new Hono<{ Bindings: Env }>();

/** Scripts and styles are files of this worker; nothing inline, nothing from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
/** As the build names them: their hash is in the name, so they never change. */
const FILE = /^[\w-]{1,80}-[\w-]{8}\.(js|css)$/;

const NOT_FOUND = failure('not-found', 'There is nothing at this address.');

webConsole.get('/', (c) => c.redirect('/console', 302));

webConsole.get('/console/assets/:file', async (c) => {
  const file = c.req.param('file');
  const type = TYPES[FILE.exec(file)?.[1] ?? ''];
  const found = type === undefined ? undefined : await fileOf(c, `assets/${file}`);
  if (type === undefined || !found?.ok) return problemResponse(NOT_FOUND);
  return new Response(found.body, {
    headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
});

/** Rooms and what is open in them are addresses of the one page. */
webConsole.get('/console', (c) => consolePage(c));
webConsole.get('/console/:room', (c) => consolePage(c));
webConsole.get('/console/:room/:part', (c) => consolePage(c));
webConsole.get('/console/:room/:part/:of', (c) => consolePage(c));

async function consolePage(c: AppContext): Promise<Response> {
  const me = await askInSession(c, 'GET /v1/me');
  if (!me.ok) return signInFirstPage(c, languageFor(c));
  const found = await fileOf(c, 'index.html');
  if (!found.ok) return problemResponse(failure('not-found', 'The console is not part of this deployment.'));
  return new Response(found.body, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
    },
  });
}

function fileOf(c: AppContext, path: string): Promise<Response> {
  return assetOf(c.env, `/console/${path}`);
}
