/** `/v1/definitions`: the agreement, its draft, its signatures, its versions (DEF1–DEF4). */
import { Hono } from 'hono';
import * as z from 'zod';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { DraftRequest, PublishDraftRequest, PublishRequest, SignRequest } from '../../shared/protocol/api.ts';
import {
  DiffQuery,
  DraftFromRequest,
  MaterialsQuery,
  PreviewRequest,
  ValidateQuery,
} from '../../shared/protocol/definitions.ts';
import { assetOf } from '../assets.ts';
import { judge, readAgreement, readDraftedAgreement } from '../agreement.ts';
import { answer, type AppContext, ask } from '../ask.ts';
import type { Env } from '../env.ts';
import { problemResponse } from '../problem.ts';
import { canonical, sha256 } from '../secrets.ts';
import { body, query } from './validate.ts';

export const definitions = new Hono<{ Bindings: Env }>();

/** Hashes of the draft the caller read, as its entity tags (RFC 9110): a list of them, or `*` for any. */
function ifMatchOf(c: AppContext): { readonly ifMatch?: readonly string[] } {
  const header = c.req.header('If-Match');
  if (header === undefined) return {};
  return { ifMatch: header.split(',').map((tag) => tag.trim().replace(/^"(.*)"$/, '$1')) };
}

const hashOf = (agreed: Definitions) => sha256(canonical(agreed));

definitions.get('/v1/definitions', async (c) => answer(c, await ask(c, 'GET /v1/definitions')));

definitions.post('/v1/definitions', body(PublishRequest), async (c) => {
  const { definitions: given, ...rest } = c.req.valid('json');
  const agreed = readAgreement(given);
  if (!agreed.ok) return problemResponse(agreed);
  const input = { body: agreed.value, hash: await hashOf(agreed.value), ...rest };
  return answer(c, await ask(c, 'POST /v1/definitions', input), 201);
});

definitions.get('/v1/definitions/schema.json', async (c) => {
  const schema = await assetOf(c.env, '/api/definitions.schema.json');
  return new Response(schema.body, {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=3600' },
  });
});

definitions.get('/v1/definitions/current', async (c) =>
  answer(c, await ask(c, 'GET /v1/definitions/current')),
);

definitions.get('/v1/definitions/draft', async (c) => {
  const outcome = await ask(c, 'GET /v1/definitions/draft');
  if (outcome.ok) c.header('ETag', `"${outcome.value.hash}"`);
  return answer(c, outcome);
});

definitions.put('/v1/definitions/draft', body(DraftRequest), async (c) => {
  const agreed = readDraftedAgreement(c.req.valid('json').definitions);
  if (!agreed.ok) return problemResponse(agreed);
  const input = { body: agreed.value, hash: await hashOf(agreed.value), ...ifMatchOf(c) };
  const outcome = await ask(c, 'PUT /v1/definitions/draft', input);
  if (outcome.ok) c.header('ETag', `"${outcome.value.hash}"`);
  return answer(c, outcome);
});

definitions.delete('/v1/definitions/draft', async (c) =>
  answer(c, await ask(c, 'DELETE /v1/definitions/draft', ifMatchOf(c))),
);

definitions.post('/v1/definitions/draft', body(DraftFromRequest), async (c) => {
  const outcome = await ask(c, 'POST /v1/definitions/draft', { ...c.req.valid('json'), ...ifMatchOf(c) });
  if (outcome.ok) c.header('ETag', `"${outcome.value.hash}"`);
  return answer(c, outcome);
});

definitions.post(
  '/v1/definitions/draft/validate',
  query(ValidateQuery),
  body(z.unknown()),
  async (c): Promise<Response> => {
    const allowed = await ask(c, 'POST /v1/definitions/draft/validate');
    if (!allowed.ok) return problemResponse(allowed);
    const language = c.req.valid('query').language ?? allowed.value.language;
    return c.json(judge(c.req.valid('json'), language));
  },
);

definitions.post('/v1/definitions/draft/preview', body(PreviewRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/definitions/draft/preview', c.req.valid('json')), 202),
);

definitions.get('/v1/definitions/diff', query(DiffQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/definitions/diff', c.req.valid('query'))),
);

definitions.get('/v1/definitions/materials', query(MaterialsQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/definitions/materials', c.req.valid('query'))),
);

definitions.post('/v1/definitions/draft/sign', body(SignRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/definitions/draft/sign', c.req.valid('json'))),
);

definitions.post('/v1/definitions/draft/publish', body(PublishDraftRequest), async (c) =>
  answer(c, await ask(c, 'POST /v1/definitions/draft/publish', c.req.valid('json')), 201),
);

definitions.get('/v1/definitions/:version', async (c) => {
  // What is no number is a version nobody published; whether one may ask comes first.
  const asked = Number(c.req.param('version'));
  const version = Number.isSafeInteger(asked) ? asked : 0;
  return answer(c, await ask(c, 'GET /v1/definitions/:version', { version }));
});
