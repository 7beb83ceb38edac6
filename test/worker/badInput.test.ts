import { beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../shared/protocol/problem.ts';
import { json, openTeam, send, type Team } from './api.ts';

let team: Team;
beforeAll(async () => {
  team = await openTeam();
});

const WRITES = [
  ['POST', '/v1/members'],
  ['POST', '/v1/teams'],
  ['POST', '/v1/invites'],
  ['POST', '/v1/definitions'],
  ['PUT', '/v1/definitions/draft'],
  ['POST', '/v1/definitions/draft/sign'],
  ['POST', '/v1/definitions/draft/publish'],
  ['POST', '/v1/leads'],
  ['POST', '/v1/signals'],
  ['POST', '/v1/attempts'],
  ['POST', '/v1/sync/push'],
  ['POST', '/v1/token'],
  ['POST', '/v1/pair'],
  ['POST', '/v1/invites/accept'],
  ['POST', '/v1/setup'],
] as const;

async function problem(response: Response) {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const document = Problem.parse(await response.json());
  expect(document.status).toBe(response.status);
  expect(JSON.stringify(document)).not.toMatch(/\bat \w+ \(|\.ts:\d/);
  return document;
}

describe('[ACC6] what cannot be read is a problem, never a 5xx', () => {
  const type = { 'Content-Type': 'application/json' };
  test.each(WRITES)('malformed JSON: %s %s', async (method, path) => {
    const response = await send(method, path, { token: team.admin, raw: '{"a": ', headers: type });
    expect(response.status).toBe(400);
    await problem(response);
  });

  test.each(WRITES)('an unknown field: %s %s', async (method, path) => {
    const response = await send(method, path, { token: team.admin, body: { unheardOf: 1 } });
    expect(response.status).toBe(422);
    const { errors } = await problem(response);
    expect(errors?.map(({ pointer }) => pointer)).toContain('/unheardOf');
  });

  test.each(WRITES)('not an object: %s %s', async (method, path) => {
    for (const raw of ['null', '[]', '7', '"text"', 'true']) {
      const response = await send(method, path, { token: team.admin, raw, headers: type });
      expect([400, 422]).toContain(response.status);
      await problem(response);
    }
  });

  test.each(WRITES)('another kind of content: %s %s', async (method, path) => {
    const headers = { 'Content-Type': 'text/plain' };
    const response = await send(method, path, { token: team.admin, raw: '{}', headers });
    expect(response.status).toBe(415);
    await problem(response);
  });

  test.each(WRITES)('three megabytes: %s %s', async (method, path) => {
    const raw = `{"a": "${'x'.repeat(3 * 1024 * 1024)}"}`;
    const response = await send(method, path, { token: team.admin, raw, headers: type });
    expect(response.status).toBe(413);
    await problem(response);
  });

  test('a method the address does not take names those it does', async () => {
    const response = await send('PUT', '/v1/leads', { token: team.admin, body: {} });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, POST, HEAD, OPTIONS');
    await problem(response);
  });

  test('an address nobody knows', async () => {
    const response = await send('GET', '/v1/nothing', { token: team.admin });
    expect(response.status).toBe(404);
    await problem(response);
  });

  test('a protocol not spoken here', async () => {
    const headers = { 'Combinado-Protocol': '99' };
    const response = await send('GET', '/v1/sync/pull', { token: team.admin, headers });
    expect(response.status).toBe(400);
    await problem(response);
  });

  test.each([
    '/v1/sync/pull?cursor=x',
    '/v1/sync/pull?cursor=e30',
    '/v1/sync/pull?clientId=7',
    '/v1/leads?limit=0',
  ])('a query that makes no sense: %s', async (path) => {
    const response = await send('GET', path, { token: team.admin });
    expect([400, 422]).toContain(response.status);
    await problem(response);
  });
});

test('[ACC6] every fault is named at once, each with its pointer', async () => {
  const body = {
    leads: [
      { emails: ['a@example.org'], at: 'today' },
      { emails: 'b@example.org', extra: 1 },
    ],
  };
  const response = await send('POST', '/v1/leads', { token: team.admin, body });
  const { errors } = await problem(response);
  expect(errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
    '/leads/0/at',
    '/leads/1/emails',
    '/leads/1/extra',
  ]);
});

test('[ACC6] nothing is lost: what came before and after a bad request stands', async () => {
  const add = (email: string) =>
    json('POST', '/v1/leads', { token: team.admin, body: { leads: [{ emails: [email] }] } });
  const first = await add('before@example.org');
  await send('POST', '/v1/leads', { token: team.admin, body: { leads: [{ emails: 7 }] } });
  const again = await add('before@example.org');
  expect(again.results[0]).toEqual({ id: first.results[0].id, created: false });
});

test('[ACC1] no secret is echoed in a problem', async () => {
  const response = await send('GET', '/v1/members', { token: `${team.admin.slice(0, -4)}AAAA` });
  expect(await response.text()).not.toContain(team.admin.slice(0, -4));
});

describe('who may read across origins', () => {
  test.each([
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'moz-extension://7c2b0f9e-aaaa-bbbb-cccc-0123456789ab',
  ])('an extension: %s', async (origin) => {
    const headers = { Origin: origin, 'Access-Control-Request-Method': 'POST' };
    const response = await send('OPTIONS', '/v1/sync/push', { headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(origin);
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  test.each(['https://mail.google.com', 'https://evil.example', 'null'])('no page: %s', async (origin) => {
    const response = await send('GET', '/v1/members', { token: team.admin, headers: { Origin: origin } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});
