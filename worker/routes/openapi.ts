/** `GET /v1/openapi.json`: what the routes take and answer, made from the schemas they parse with while building. */
import { Hono } from 'hono';
import { assetOf } from '../assets.ts';
import type { Env } from '../env.ts';

export const openapi = new Hono<{ Bindings: Env }>();

openapi.get('/v1/openapi.json', async (c) => {
  const document = await assetOf(c.env, '/api/openapi.json');
  return new Response(document.body, {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' },
  });
});
