import { evictDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../shared/protocol/problem.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { Rate } from '../../worker/workspace/people/tries.ts';
import { json, MONDAY, openSession, openWorkspace, ORIGIN, send } from './api.ts';
import { objectOf } from './database.ts';

const codeOf = (workspaceId: string, letters: string) => `${workspaceId}-${letters}`;
const pair = (code: string, now = MONDAY) => send('POST', '/v1/pair', { body: { code }, now });

async function showCode(
  { admin, adminId }: { admin: string; adminId: string },
  now: number,
): Promise<string> {
  const cookie = await openSession(admin, adminId);
  const page = await send('POST', '/v1/pair/new', { headers: { Cookie: cookie, Origin: ORIGIN }, now });
  return /class="code">([^<]+)</.exec(await page.text())?.[1] ?? '';
}

describe('[ACC4] a pairing code cannot be guessed', () => {
  test('thirty wrong ones an hour, and then not even the right one, through evictions', async () => {
    const workspace = await openWorkspace();
    for (let guess = 0; guess < 30; guess += 1) {
      if (guess % 10 === 5) await evictDurableObject(objectOf(workspace.workspaceId));
      expect((await pair(codeOf(workspace.workspaceId, '22222222'))).status).toBe(410);
    }
    await evictDurableObject(objectOf(workspace.workspaceId));
    const right = await showCode(workspace, MONDAY);
    const refused = await pair(right);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3600']);
    expect(Problem.parse(await refused.json()).type).toBe('urn:combinado:problem:too-many-requests');
    const later = MONDAY + HOUR_MS;
    expect((await pair(await showCode(workspace, later), later)).status).toBe(200);
  });

  test('right ones are not counted', async () => {
    const workspace = await openWorkspace();
    for (let guess = 0; guess < 29; guess += 1) await pair(codeOf(workspace.workspaceId, '22222222'));
    for (let times = 0; times < 3; times += 1)
      expect((await pair(await showCode(workspace, MONDAY))).status).toBe(200);
  });
});

test('[ACC4] codes are not made without end', async () => {
  const workspace = await openWorkspace();
  const cookie = await openSession(workspace.admin, workspace.adminId);
  const make = () => send('POST', '/v1/pair/new', { headers: { Cookie: cookie, Origin: ORIGIN } });
  for (let times = 0; times < 20; times += 1) expect((await make()).status).toBe(200);
  expect((await make()).status).toBe(429);
});

test('[ACC4] wrong invites and sign-in codes are put off, the right one is not', async () => {
  const { workspaceId, admin, adminId } = await openWorkspace();
  const { link } = await json('POST', '/v1/invites', { token: admin, body: { memberId: adminId } });
  const wrong = `cmbi_${workspaceId}_${'A'.repeat(43)}`;
  const accept = (token: string) => send('POST', '/v1/invites/accept', { body: { token } });
  for (let times = 0; times < 60; times += 1) expect((await accept(wrong)).status).toBe(410);
  expect((await accept(wrong)).status).toBe(429);
  expect((await accept(new URL(link).hash.slice(1))).status).toBe(200);

  const exchange = () =>
    send('POST', '/v1/token', {
      body: {
        grant_type: 'authorization_code',
        code: `cmbc_${workspaceId}_${'A'.repeat(43)}`,
        code_verifier: 'v'.repeat(64),
        redirect_uri: 'http://127.0.0.1:1/',
      },
    });
  for (let times = 0; times < 60; times += 1) expect((await exchange()).status).toBe(410);
  expect((await exchange()).status).toBe(429);
});

test('[ACC4] one device asks so often a minute, and no other is kept waiting for it', () => {
  const rate = new Rate(3);
  const asks = (device: string, now: number) => rate.tooMany(device, now);
  for (let times = 0; times < 3; times += 1) expect(asks('a', MONDAY + times)).toBeUndefined();
  expect(asks('a', MONDAY + 10_000)).toMatchObject({ problem: 'too-many-requests', retryAfterMs: 50_000 });
  expect(asks('b', MONDAY + 10_000)).toBeUndefined();
  expect(asks('a', MONDAY + MINUTE_MS)).toBeUndefined();
  // A clock set back begins anew rather than waiting for it.
  expect(asks('a', MONDAY - MINUTE_MS)).toBeUndefined();
});
