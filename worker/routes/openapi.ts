/** `GET /v1/openapi.json`: what the routes take and answer, from the schemas they parse with. */
import { Hono } from 'hono';
import { openApiDocument } from '../api/document.ts';
import type { Env } from '../env.ts';

export function openapi(app: Hono<{ Bindings: Env }>): Hono<{ Bindings: Env }> {
  const part = new Hono<{ Bindings: Env }>();
  // The same for everybody as long as this worker runs.
  let document: ReturnType<typeof openApiDocument> | undefined;
  part.get('/v1/openapi.json', async (c) => {
    document ??= openApiDocument(app);
    c.header('Cache-Control', 'public, max-age=300');
    return c.json(await document);
  });
  return part;
}
