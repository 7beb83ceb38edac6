/** `GET /v1/openapi.json`: what the routes take, from the schemas they parse with. */
import { Hono } from 'hono';
import { openAPIRouteHandler } from 'hono-openapi';
import type { Env } from '../env.ts';

export function openapi(app: Hono<{ Bindings: Env }>): Hono<{ Bindings: Env }> {
  const part = new Hono<{ Bindings: Env }>();
  part.get(
    '/v1/openapi.json',
    openAPIRouteHandler(app, {
      includeEmptyPaths: true,
      documentation: {
        info: { title: 'Combinado', version: '1', description: 'The agreement between marketing and sales.' },
        components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
        security: [{ token: [] }],
      },
    }),
  );
  return part;
}
