/** What HTTP promises whoever speaks it: methods, entity tags, queries, kinds of body, each refused by name (ACC6). */
import { beforeAll, describe, expect, test } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { Problem } from '../../shared/protocol/problem.ts';
import { ROUTES, type Route } from '../../worker/access.ts';
import { json, openTeam, openWorkspace, send, type Team } from './api.ts';
import { SAMPLES } from './samples.ts';

let team: Team;
beforeAll(async () => {
  team = await openTeam();
});

const problemOf = async (response: Response) => {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
};
const pointersOf = async (response: Response) =>
  ((await problemOf(response)).errors ?? []).map(({ pointer }) => pointer);

describe('[ACC6] what an address takes', () => {
  test.each([
    ['/v1/leads', 'GET, POST, HEAD, OPTIONS'],
    ['/v1/leads/anything/stage', 'POST, OPTIONS'],
    ['/docs', 'GET, HEAD, OPTIONS'],
  ])('OPTIONS %s', async (path, takes) => {
    const response = await send('OPTIONS', path);
    expect([response.status, response.headers.get('Allow')]).toEqual([204, takes]);
    const refused = await send('PUT', path, { token: team.admin, body: {} });
    expect([refused.status, refused.headers.get('Allow')]).toEqual([405, takes]);
    await problemOf(refused);
  });

  test('OPTIONS of nothing is nothing', async () => {
    expect((await send('OPTIONS', '/v1/nothing')).status).toBe(404);
  });

  test.each(['/v1/leads', '/v1/members', '/healthz', '/docs', '/v1/openapi.json'])(
    'HEAD %s says what GET says, without the rest',
    async (path) => {
      const [head, get] = [
        await send('HEAD', path, { token: team.admin }),
        await send('GET', path, { token: team.admin }),
      ];
      expect([head.status, head.headers.get('Content-Type')]).toEqual([200, get.headers.get('Content-Type')]);
      expect(await head.text()).toBe('');
      expect((await get.text()).length).toBeGreaterThan(0);
    },
  );
});

describe('what is large and rarely changes is sent once', () => {
  test.each([
    '/v1/definitions/current',
    '/v1/definitions/1',
    '/v1/definitions/schema.json',
    '/v1/openapi.json',
  ])('%s', async (path) => {
    const first = await send('GET', path, { token: team.admin });
    const tag = first.headers.get('ETag') ?? '';
    expect(tag).toMatch(/^(?:W\/)?"[^"]+"$/);
    for (const known of [tag, `"other", ${tag}`, `W/${tag.replace(/^W\//, '')}`]) {
      const again = await send('GET', path, { token: team.admin, headers: { 'If-None-Match': known } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
    const other = await send('GET', path, { token: team.admin, headers: { 'If-None-Match': '"other"' } });
    expect(other.status).toBe(200);
  });

  test('a tag opens nothing to whoever may not read', async () => {
    const path = '/v1/definitions/current';
    const tag = (await send('GET', path, { token: team.admin })).headers.get('ETag') ?? '';
    expect((await send('GET', path, { headers: { 'If-None-Match': tag } })).status).toBe(401);
  });

  test('and what it says changes with it', async () => {
    const { admin } = await openWorkspace();
    const path = '/v1/definitions/current';
    const tag = (await send('GET', path, { token: admin })).headers.get('ETag') ?? '';
    const definitions = { ...STARTERS.en, title: 'Another' };
    await json('POST', '/v1/definitions', { token: admin, body: { definitions, note: '' } });
    const again = await send('GET', path, { token: admin, headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(200);
    expect((await again.json<{ definitions: { title: string } }>()).definitions.title).toBe('Another');
  });
});

describe('[ACC6] a query nobody reads is not passed over', () => {
  const routes = (Object.keys(ROUTES) as Route[]).filter((route) => {
    const admission = ROUTES[route];
    return route.startsWith('GET /v1/') && typeof admission !== 'string';
  });
  test.each(routes)('%s', async (route) => {
    const { fixed, query = '' } = SAMPLES[route];
    const path = route.slice(4).replaceAll(/:\w+/g, fixed ?? 'unknown');
    const response = await send('GET', `${path}${query === '' ? '?' : `${query}&`}unheardOf=1`, {
      token: team.admin,
    });
    expect(response.status).toBe(422);
    expect(await pointersOf(response)).toContain('/unheardOf');
  });

  test.each([
    ['limit=1&limit=2', ['/limit']],
    ['stage=mql&stage=sql&cursor=a&cursor=b', ['/cursor', '/stage']],
  ])('given twice: %s', async (query, pointers) => {
    const response = await send('GET', `/v1/leads?${query}`, { token: team.admin });
    expect(response.status).toBe(422);
    const { errors = [] } = await problemOf(response);
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual(pointers);
    expect(errors[0]?.detail).toContain('more than once');
  });
});

describe('[ACC6] bodies nobody can read', () => {
  const type = { 'Content-Type': 'application/json' };
  const post = (path: string, raw: string, headers: Record<string, string> = type) =>
    send('POST', path, { token: team.admin, raw, headers });

  test('packed ones say how to send them', async () => {
    const response = await post('/v1/leads', '\u001f\u008b\b', { ...type, 'Content-Encoding': 'gzip' });
    expect([response.status, response.headers.get('Accept-Encoding')]).toEqual([415, 'identity']);
    expect((await problemOf(response)).detail).toContain('Content-Encoding');
    const file = { 'Content-Type': 'text/csv', 'Content-Encoding': 'br' };
    expect((await post('/v1/imports', 'email\n', file)).status).toBe(415);
  });

  test('broken JSON is called that', async () => {
    const { detail } = await problemOf(await post('/v1/leads', '{"leads": ['));
    expect(detail).toMatch(/^The body is no JSON/);
  });

  const deep = (open: string, close: string) => `${open.repeat(50_000)}1${close.repeat(50_000)}`;
  test.each([
    ['a list', deep('[', ']')],
    ['an object', deep('{"a":', '}')],
  ])('%s in a list in a list…', async (_, nested) => {
    const hook = await json('POST', '/v1/hooks', {
      token: team.admin,
      body: { kind: 'form', label: 'Form', mapping: { emails: ['/email'] } },
    });
    for (const [path, raw] of [
      [`/v1/hooks/${hook.id}/try`, `{"body": ${nested}}`],
      ['/v1/definitions/draft/validate', nested],
      ['/v1/leads', `{"leads": ${nested}}`],
      ['/v1/sync/push', nested],
    ] as const) {
      const response = await post(path, raw);
      expect([path, response.status]).toEqual([path, 422]);
      await problemOf(response);
    }
    // Signed senders and forms are taken as they are, and found wanting later.
    const sent = await send('POST', new URL(hook.url).pathname, {
      raw: nested.slice(0, 250_000),
      headers: type,
    });
    expect(sent.status).toBe(202);
    expect((await send('GET', `/v1/hooks/${hook.id}/deliveries`, { token: team.admin })).status).toBe(200);
  });
});

test('[DEF4] the draft is never told from memory: signatures change under the same tag', async () => {
  const { admin, manager, marketer } = await openTeam();
  const signers = [
    { side: 'marketing', member: marketer.id },
    { side: 'sales', member: manager.id },
  ];
  const path = '/v1/definitions/draft';
  const { hash } = await json('PUT', path, {
    token: admin,
    body: { definitions: { ...STARTERS.en, signers } },
  });
  await json('POST', `${path}/sign`, { token: manager.token, body: { hash } });
  const again = await send('GET', path, { token: admin, headers: { 'If-None-Match': `"${hash}"` } });
  expect([again.status, again.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  expect((await again.json<{ signatures: unknown[] }>()).signatures).toHaveLength(1);
});

describe('[DEF1] a draft is saved over by whoever read it only', () => {
  const save = (token: string, title: string, headers: Record<string, string> = {}) =>
    send('PUT', '/v1/definitions/draft', {
      token,
      body: { definitions: { ...STARTERS.en, title } },
      headers,
    });

  test('two who begin one at once: the second is shown the first', async () => {
    const { admin, marketer } = await openTeam();
    expect((await save(admin, 'First')).status).toBe(200);
    const second = await save(marketer.token, 'Second');
    expect(second.status).toBe(412);
    expect((await problemOf(second)).theirs).toMatchObject({ definitions: { title: 'First' } });
    // The same once more is nothing new.
    expect((await save(marketer.token, 'First')).status).toBe(200);
  });

  test('by its tag, one of several, or whatever there is', async () => {
    const { admin } = await openTeam();
    const tagOf = (response: Response) => response.headers.get('ETag') ?? '';
    const first = tagOf(await save(admin, 'First'));
    const second = await save(admin, 'Second', { 'If-Match': `"other", ${first}` });
    expect(second.status).toBe(200);
    expect((await save(admin, 'Third', { 'If-Match': first })).status).toBe(412);
    expect((await save(admin, 'Third', { 'If-Match': '*' })).status).toBe(200);
    await send('DELETE', '/v1/definitions/draft', { token: admin, headers: { 'If-Match': '*' } });
    // There is none any more that could be meant.
    expect((await save(admin, 'Fourth', { 'If-Match': '*' })).status).toBe(412);
  });
});
