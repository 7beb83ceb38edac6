import { expect, test } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import { addPerson, json, MONDAY, openWorkspace, ORIGIN, send } from './api.ts';

const TOKEN = 'the-token-of-the-deployment';
/** Each from an address of its own, so that no test is slowed by another's guesses. */
const from = (address: string) => ({ 'CF-Connecting-IP': address });

const recover = (body: object, { token = TOKEN, now = MONDAY, address = '192.0.2.1' } = {}) =>
  send('POST', '/v1/recover', { token, setupToken: TOKEN, body, now, headers: from(address) });

test('[ACC4] an admin who is locked out gets in again, by a link that works once, and it is on record', async () => {
  const { workspaceId, admin, adminId } = await openWorkspace();
  await send('DELETE', '/v1/devices', { token: admin });
  expect((await send('GET', '/v1/me', { token: admin })).status).toBe(401);
  const made = await recover({ workspace: workspaceId });
  expect(made.status).toBe(201);
  const { link, memberId, name, expiresAt } = await made.json<Record<string, string & number>>();
  expect([memberId, name, expiresAt]).toEqual([adminId, 'Ada', MONDAY + 72 * HOUR_MS]);
  const accept = { body: { token: new URL(link ?? '').hash.slice(1) }, headers: { Origin: ORIGIN } };
  const accepted = await send('POST', '/v1/invites/accept', accept);
  expect(accepted.status).toBe(200);
  expect((await send('POST', '/v1/invites/accept', accept)).status).toBe(410);
  const headers = { Cookie: accepted.headers.get('Set-Cookie')?.split(';')[0] ?? '' };
  const { entries } = await json('GET', '/v1/audit?action=invite', { headers });
  expect(entries[0]).toMatchObject({ action: 'invite.recovered', by: null, subject: adminId });
});

test('[ACC4] the link is for an admin and nobody else', async () => {
  const workspace = await openWorkspace();
  const { id } = await addPerson(workspace);
  const response = await recover({ workspace: workspace.workspaceId, member: id }, { address: '192.0.2.2' });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain(workspace.adminId);
});

test('[ACC4] five an hour for one workspace', async () => {
  const { workspaceId } = await openWorkspace();
  const statuses: number[] = [];
  for (let times = 0; times < 6; times += 1)
    statuses.push((await recover({ workspace: workspaceId }, { address: '192.0.2.3' })).status);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
  const later = { now: MONDAY + HOUR_MS, address: '192.0.2.3' };
  expect((await recover({ workspace: workspaceId }, later)).status).toBe(201);
});

test('[ACC4] a wrong token opens nothing; ten of them, and the right one waits too, from there only', async () => {
  const { workspaceId } = await openWorkspace();
  const address = '192.0.2.4';
  for (let times = 0; times < 10; times += 1)
    expect((await recover({ workspace: workspaceId }, { token: `guess-${times}`, address })).status).toBe(
      401,
    );
  const blocked = await recover({ workspace: workspaceId }, { address });
  expect(blocked.status).toBe(429);
  expect(Number(blocked.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await recover({ workspace: workspaceId }, { address: '192.0.2.5' })).status).toBe(201);
});

test('[ACC4] a guessed setup token is counted with them', async () => {
  const body = { workspace: 'Acme', language: 'en', admin: { name: 'Ada' } };
  const setupToken = crypto.randomUUID();
  const guess = (token: string) =>
    send('POST', '/v1/setup', { token, setupToken, body, headers: from('192.0.2.6') });
  for (let times = 0; times < 10; times += 1) await guess(`guess-${times}`);
  expect((await guess(setupToken)).status).toBe(429);
});

test('[ACC4] which workspace has to be said where there are several, and one of them', async () => {
  await openWorkspace();
  await openWorkspace();
  const address = '192.0.2.7';
  for (const body of [{}, { workspace: 'not-an-id' }]) {
    const response = await recover(body, { address });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/workspace' }] });
  }
  expect((await recover({ workspace: '222222222222' }, { address })).status).toBe(404);
});

test('[ACC4] without a token of the deployment there is no way back, and the answer says how to set one', async () => {
  const { workspaceId } = await openWorkspace();
  const response = await send('POST', '/v1/recover', { token: 'any', body: { workspace: workspaceId } });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('RECOVERY_TOKEN');
});
