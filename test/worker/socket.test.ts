import { describe, expect, test } from 'vitest';
import { addLead, addPerson, json, MONDAY, openTeam, send, signIn, type Team } from './api.ts';
import { attempt } from './attempt.ts';
import { objectOf } from './database.ts';
import { Device } from './outbox.ts';

describe('[SYN5] the socket', () => {
  async function open(token: string) {
    const { ticket } = await json('POST', '/v1/sync/ticket', { token, body: {} });
    const path = `/v1/sync/socket?ticket=${ticket}`;
    const response = await send('GET', path, { headers: { Upgrade: 'websocket' } });
    const socket = response.webSocket;
    const said: unknown[] = [];
    const closed = new Promise<number>((resolve) => {
      socket?.addEventListener('close', ({ code }) => resolve(code));
    });
    const waiting: (() => void)[] = [];
    socket?.addEventListener('message', ({ data }) => {
      said.push(data);
      for (const wake of waiting.splice(0)) wake();
    });
    const next = () => new Promise<void>((resolve) => waiting.push(resolve));
    socket?.accept();
    return { response, path, socket, said, closed, next };
  }

  test('says only how far the workspace got', async () => {
    const team = await openTeam();
    const { response, said, next } = await open(team.sdr.token);
    expect(response.status).toBe(101);
    const word = next();
    await addLead(team.admin, { owner: team.sdr.id });
    await word;
    expect(Object.keys(JSON.parse(String(said[0])))).toEqual(['head']);
  });

  test('a try is told to those who see its lead and to nobody else; what concerns all, to all', async () => {
    const team = await openTeam();
    const lead = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    await device.pullAll();
    const sees = [await open(team.sdr.token), await open(team.manager.token)];
    const stranger = await open(team.colleague.token);
    // Who joins concerns all.
    const joins = async (name: string) => {
      const words = [...sees, stranger].map(({ next }) => next());
      await addPerson(team, { name, now: MONDAY });
      await Promise.all(words);
    };
    await joins('Dora');
    const before = stranger.said.length;
    const words = sees.map(({ next }) => next());
    await device.give('attempt.log', attempt(lead));
    await Promise.all(words);
    expect(stranger.said).toHaveLength(before);
    await joins('Eva');
  });

  test('answers a ping without waking anybody', async () => {
    const team = await openTeam();
    const { socket, said, next } = await open(team.sdr.token);
    const word = next();
    socket?.send('ping');
    await word;
    expect(said).toEqual(['pong']);
  });

  test('a ticket opens it once, within half a minute', async () => {
    const team = await openTeam();
    const { path } = await open(team.sdr.token);
    expect((await send('GET', path, { headers: { Upgrade: 'websocket' } })).status).toBe(401);
    const { ticket } = await json('POST', '/v1/sync/ticket', { token: team.sdr.token, body: {} });
    const late = await send('GET', `/v1/sync/socket?ticket=${ticket}`, {
      headers: { Upgrade: 'websocket' },
      now: MONDAY + 30_000,
    });
    expect(late.status).toBe(401);
  });

  test('[ACC4] closes at once when the device is revoked, and only then', async () => {
    const team = await openTeam();
    const token = await signIn(team.admin, team.sdr.id);
    const { closed } = await open(token);
    const other = await open(team.sdr.token);
    const word = other.next();
    await send('DELETE', '/v1/session', { token });
    expect(await closed).toBe(4001);
    await addLead(team.admin);
    await word;
  });

  const revocations: readonly (readonly [string, (team: Team, token: string) => Promise<unknown>])[] = [
    ['signed out everywhere', (_, token) => send('DELETE', '/v1/devices', { token })],
    [
      'signed out everywhere by an admin',
      (team) => send('DELETE', `/v1/devices?member=${team.sdr.id}`, { token: team.admin }),
    ],
    [
      'revoked by an admin',
      async (team) => {
        const { devices } = await json('GET', '/v1/devices', { token: team.admin });
        const theirs = devices.filter(({ memberId }: { memberId: string }) => memberId === team.sdr.id);
        for (const { id } of theirs) await send('DELETE', `/v1/devices/${id}`, { token: team.admin });
      },
    ],
    [
      'of somebody who left',
      (team) => send('PATCH', `/v1/members/${team.sdr.id}`, { token: team.admin, body: { active: false } }),
    ],
    [
      'of a copied token',
      async (_, token) => {
        const next = await json('POST', '/v1/devices/rotate', { token, body: {} });
        await send('GET', '/v1/me', { token: next.token, now: MONDAY + 1 });
        await send('GET', '/v1/me', { token, now: MONDAY + 60_000 });
      },
    ],
  ];
  test.each(revocations)('[ACC4] closes at once, and the next request is refused: %s', async (_, revoke) => {
    const team = await openTeam();
    const { token } = team.sdr;
    const { closed, socket } = await open(token);
    await revoke(team, token);
    expect(await closed).toBe(4001);
    expect(socket?.readyState).toBe(WebSocket.CLOSED);
    expect((await send('GET', '/v1/me', { token, now: MONDAY + 60_001 })).status).toBe(401);
  });

  test('[ACC4] is not opened with a ticket taken before the device was revoked', async () => {
    const team = await openTeam();
    const { ticket } = await json('POST', '/v1/sync/ticket', { token: team.sdr.token, body: {} });
    await send('DELETE', '/v1/devices', { token: team.sdr.token });
    const path = `/v1/sync/socket?ticket=${ticket}`;
    expect((await send('GET', path, { headers: { Upgrade: 'websocket' } })).status).toBe(401);
    const late = await objectOf(team.workspaceId).fetch('https://workspace/socket?device=gone', {
      headers: { Upgrade: 'websocket' },
    });
    expect([late.status, late.webSocket ?? null]).toEqual([401, null]);
  });
});
