import { describe, expect, test } from 'vitest';
import { addLead, json, MONDAY, openTeam, send, signIn } from './api.ts';

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
});
