import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../shared/time.ts';
import { addPerson, json, MONDAY, openSession, openWorkspace, ORIGIN, send } from './api.ts';

describe('[ACC4] the cookie of a page of ours is as good as a token', () => {
  test('to read, and to write from the same origin', async () => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const me = await json('GET', '/v1/me', { headers: { Cookie: cookie } });
    expect(me).toMatchObject({ memberId: workspace.adminId, role: 'admin' });
    const body = { name: 'New', side: 'sales', role: 'sdr' };
    const headers = { Cookie: cookie, Origin: ORIGIN };
    expect((await send('POST', '/v1/members', { body, headers })).status).toBe(201);
  });

  test.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['an opaque origin', { Origin: 'null' }],
    ['another port', { Origin: `${ORIGIN}:8443` }],
    ['no origin at all', {}],
    ['no origin, said to be same', { 'Sec-Fetch-Site': 'same-origin' }],
  ] as const)('but not to write from %s', async (_, more) => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const body = { name: 'New', side: 'sales', role: 'sdr' };
    const headers = { Cookie: cookie, ...more };
    expect((await send('POST', '/v1/members', { body, headers })).status).toBe(403);
    const { members } = await json('GET', '/v1/members', { token: workspace.admin });
    expect(members).toHaveLength(1);
  });

  test.each(['cross-site', 'same-site'])('nor to read from a page that is %s', async (site) => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const headers = { Cookie: cookie, 'Sec-Fetch-Site': site };
    expect((await send('GET', '/v1/members', { headers })).status).toBe(403);
  });

  test('in its own role, no further', async () => {
    const workspace = await openWorkspace();
    const person = await addPerson(workspace);
    const headers = { Cookie: await openSession(workspace.admin, person.id), Origin: ORIGIN };
    const body = { name: 'New', side: 'sales', role: 'sdr' };
    expect((await send('POST', '/v1/members', { body, headers })).status).toBe(403);
    expect((await send('GET', '/v1/members', { headers })).status).toBe(200);
  });

  test('a bearer token that is wrong is not helped by a cookie that is right', async () => {
    const workspace = await openWorkspace();
    const cookie = await openSession(workspace.admin, workspace.adminId);
    const token = `${workspace.admin.slice(0, -4)}AAAA`;
    expect((await send('GET', '/v1/me', { token, headers: { Cookie: cookie } })).status).toBe(401);
  });
});

describe('a write under an Idempotency-Key', () => {
  const member = { name: 'New', side: 'sales', role: 'sdr' };
  const add = (token: string, key: string, { body = member, now = MONDAY } = {}) =>
    send('POST', '/v1/members', { token, body, headers: { 'Idempotency-Key': key }, now });
  const countOf = async (token: string) => (await json('GET', '/v1/members', { token })).members.length;

  test('happens once; the repeat hears the first answer', async () => {
    const { admin } = await openWorkspace();
    const first = await add(admin, 'k1');
    const again = await add(admin, 'k1');
    expect(first.status).toBe(201);
    expect([again.status, await again.text()]).toEqual([201, await first.text()]);
    expect(await countOf(admin)).toBe(2);
    expect((await add(admin, 'k2')).status).toBe(201);
    expect(await countOf(admin)).toBe(3);
  });

  test('two at once are one', async () => {
    const { admin } = await openWorkspace();
    const both = await Promise.all([add(admin, 'k1'), add(admin, 'k1')]);
    const [one, other] = await Promise.all(both.map((response) => response.text()));
    expect(one).toBe(other);
    expect(await countOf(admin)).toBe(2);
  });

  test('with another body or address is turned down', async () => {
    const { admin } = await openWorkspace();
    await add(admin, 'k1');
    expect((await add(admin, 'k1', { body: { ...member, name: 'Other' } })).status).toBe(409);
    const headers = { 'Idempotency-Key': 'k1' };
    const team = { id: 'team', label: 'Team', side: 'sales' };
    expect((await send('POST', '/v1/teams', { token: admin, body: team, headers })).status).toBe(409);
    expect(await countOf(admin)).toBe(2);
  });

  test('is the member’s own, and kept for a day', async () => {
    const workspace = await openWorkspace();
    const other = await addPerson(workspace, { role: 'admin', side: 'neutral' });
    await add(workspace.admin, 'k1');
    expect((await add(other.token, 'k1')).status).toBe(201);
    expect(await countOf(workspace.admin)).toBe(4);
    await add(workspace.admin, 'k1', { now: MONDAY + DAY_MS - 1 });
    expect(await countOf(workspace.admin)).toBe(4);
    await add(workspace.admin, 'k1', { now: MONDAY + DAY_MS });
    expect(await countOf(workspace.admin)).toBe(5);
  });

  test('hears a refusal again, though it would be taken by now', async () => {
    const { admin } = await openWorkspace();
    const inTeam = { ...member, team: 'later' };
    expect((await add(admin, 'k1', { body: inTeam })).status).toBe(422);
    await json('POST', '/v1/teams', { token: admin, body: { id: 'later', label: 'Later', side: 'sales' } });
    expect((await add(admin, 'k1', { body: inTeam })).status).toBe(422);
    expect((await add(admin, 'k2', { body: inTeam })).status).toBe(201);
  });

  test('whose answer held a secret is not told it again', async () => {
    const { admin, adminId } = await openWorkspace();
    const invite = () =>
      send('POST', '/v1/invites', {
        token: admin,
        body: { memberId: adminId },
        headers: { 'Idempotency-Key': 'k1' },
      });
    expect((await invite()).status).toBe(201);
    expect((await invite()).status).toBe(409);
    const { entries } = await json('GET', '/v1/audit?action=invite.made', { token: admin });
    expect(entries).toHaveLength(1);
  });

  test.each(['', ' ', 'a b', 'é', 'x'.repeat(201)])('[ACC6] has a key that can be kept: %j', async (key) => {
    const { admin } = await openWorkspace();
    const response = await add(admin, key).catch(() => undefined);
    expect([400, undefined]).toContain(response?.status);
  });
});
