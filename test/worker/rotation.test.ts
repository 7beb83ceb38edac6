import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../shared/time.ts';
import {
  addPerson,
  json,
  MONDAY,
  openSession,
  openTeam,
  openWorkspace,
  ORIGIN,
  send,
  signIn,
} from './api.ts';

const rotate = (token: string, now = MONDAY): Promise<{ token: string; rotateAt: number }> =>
  json('POST', '/v1/devices/rotate', { token, now, body: {} });
const works = async (token: string, now = MONDAY) =>
  (await send('GET', '/v1/me', { token, now })).status === 200;
const MINUTE = 60 * SECOND_MS;

async function openDevice() {
  const workspace = await openWorkspace();
  return { ...workspace, ...(await addPerson(workspace)) };
}

describe('[ACC4] a device changes its token', () => {
  test('the old one is good until the new one is first used, the new one from then on', async () => {
    const { token } = await openDevice();
    const next = await rotate(token);
    expect(next.rotateAt).toBe(MONDAY + DAY_MS);
    expect(await works(token, MONDAY + HOUR_MS)).toBe(true);
    expect(await works(next.token, MONDAY + 2 * HOUR_MS)).toBe(true);
    expect(await works(next.token, MONDAY + 9 * HOUR_MS)).toBe(true);
  });

  test('killed between the answer and its storing, any number of times, it is still signed in', async () => {
    const { token } = await openDevice();
    for (let lost = 1; lost <= 6; lost += 1) await rotate(token, MONDAY + lost);
    expect(await works(token, MONDAY + 10)).toBe(true);
    const kept = await rotate(token, MONDAY + 20);
    expect(await works(kept.token, MONDAY + 30)).toBe(true);
    expect(await works(kept.token, MONDAY + HOUR_MS)).toBe(true);
  });

  test('requests already on their way with the old one are heard', async () => {
    const { token } = await openDevice();
    const next = await rotate(token);
    await works(next.token, MONDAY + MINUTE);
    expect(await works(token, MONDAY + MINUTE + 29 * SECOND_MS)).toBe(true);
    expect(await works(next.token, MONDAY + 2 * MINUTE)).toBe(true);
  });

  test('an old one that comes back signs the device out, whoever has the new one', async () => {
    const device = await openDevice();
    const next = await rotate(device.token);
    await works(next.token, MONDAY + MINUTE);
    expect(await works(device.token, MONDAY + MINUTE + 30 * SECOND_MS)).toBe(false);
    expect(await works(next.token, MONDAY + 2 * MINUTE)).toBe(false);
    const { entries } = await json('GET', '/v1/audit?action=device.tokenReused', { token: device.admin });
    expect(entries).toMatchObject([{ by: null, detail: { member: device.id } }]);
  });

  test('a thief who changes it first is found out by the owner’s next use', async () => {
    const { token } = await openDevice();
    const stolen = await rotate(token);
    await works(stolen.token, MONDAY + MINUTE);
    expect(await works(token, MONDAY + HOUR_MS)).toBe(false);
    expect(await works(stolen.token, MONDAY + HOUR_MS)).toBe(false);
  });

  test('of two new ones only the one used first counts; the other gives the copy away', async () => {
    const { token } = await openDevice();
    const [one, other] = [await rotate(token), await rotate(token)];
    expect(await works(other.token, MONDAY + 1)).toBe(true);
    expect(await works(one.token, MONDAY + 2)).toBe(false);
    expect(await works(other.token, MONDAY + 3)).toBe(false);
  });

  test('it goes on for weeks, each token leading to the next', async () => {
    let { token } = await openDevice();
    for (let day = 1; day <= 40; day += 1) {
      const now = MONDAY + day * DAY_MS;
      const next = await rotate(token, now);
      expect(await works(next.token, now + 1)).toBe(true);
      token = next.token;
    }
    expect(await works(token, MONDAY + 41 * DAY_MS)).toBe(true);
  });

  test('signing out ends it with every token it has', async () => {
    const { token } = await openDevice();
    const next = await rotate(token);
    await send('DELETE', '/v1/session', { token });
    expect(await works(token)).toBe(false);
    expect(await works(next.token)).toBe(false);
  });

  test('one that does so and is silent for 30 days is out; one that never did goes on', async () => {
    const workspace = await openWorkspace();
    const person = await addPerson(workspace);
    const old = await signIn(workspace.admin, person.id);
    const next = await rotate(person.token);
    await works(next.token, MONDAY + 1);
    expect(await works(next.token, MONDAY + 29 * DAY_MS)).toBe(true);
    expect(await works(next.token, MONDAY + 59 * DAY_MS)).toBe(false);
    expect(await works(old, MONDAY + 59 * DAY_MS)).toBe(true);
  });

  test('a page’s session does not, and too many changes are put off', async () => {
    const { admin, adminId, token } = await openDevice();
    const headers = { Cookie: await openSession(admin, adminId), Origin: ORIGIN };
    expect((await send('POST', '/v1/devices/rotate', { headers, body: {} })).status).toBe(409);
    for (let times = 0; times < 60; times += 1) await rotate(token);
    const response = await send('POST', '/v1/devices/rotate', { token, body: {} });
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '3600']);
    expect(await works(token)).toBe(true);
  });
});

describe('[ACC4] signing out everywhere', () => {
  test('ends every device of one’s own, this one too, and nobody else’s', async () => {
    const team = await openTeam();
    const second = await signIn(team.admin, team.sdr.id);
    expect((await send('DELETE', '/v1/devices', { token: second })).status).toBe(204);
    expect([await works(second), await works(team.sdr.token)]).toEqual([false, false]);
    expect(await works(team.colleague.token)).toBe(true);
  });

  test('an admin does it for anybody, others for themselves', async () => {
    const team = await openTeam();
    const other = `/v1/devices?member=${team.colleague.id}`;
    const refused = await send('DELETE', other, { token: team.manager.token });
    const unknown = await send('DELETE', '/v1/devices?member=nobody', { token: team.admin });
    expect([refused.status, await refused.text()]).toEqual([404, await unknown.text()]);
    expect(await works(team.colleague.token)).toBe(true);
    expect((await send('DELETE', other, { token: team.admin })).status).toBe(204);
    expect(await works(team.colleague.token)).toBe(false);
  });
});
