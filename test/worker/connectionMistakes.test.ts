/** Mistakes an admin makes when a system is connected: each is said with a code, so that it can be said kindly. */
import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import { dynamicsWorld } from '../vendors/dynamics/world.ts';
import { pipedriveWorld } from '../vendors/pipedrive/world.ts';
import { json, MONDAY, openSession, openTeam, ORIGIN, send } from './api.ts';
import { answeringWorlds, connectWorld, giveAgain, type ConnectedWorld } from './connectedWorld.ts';

answeringWorlds();

const at = ({ world, team }: ConnectedWorld) => ({ token: team.admin, now: world.clock.now });
const allOf = async (connected: ConnectedWorld) =>
  (await json('GET', '/v1/connections', at(connected))).connections as {
    id: string;
    label: string;
    state: string;
  }[];

async function beginAgain(connected: ConnectedWorld, label: string) {
  const { team, world } = connected;
  const cookie = await openSession(team.admin, team.adminId, world.clock.now);
  const begun = await json('POST', '/v1/connections', {
    body: { vendor: world.connector.vendor, label, settings: world.settings },
    headers: { Cookie: cookie, Origin: ORIGIN },
    now: world.clock.now,
  });
  const state = new URL(begun.authorizeUrl).searchParams.get('state') ?? '';
  const back = (query: string, headers: Record<string, string> = {}) =>
    send('GET', `/v1/connections/callback?state=${state}&${query}`, {
      headers: { Cookie: cookie, ...headers },
      now: world.clock.now,
    });
  return { begun, back, code: world.consent(begun.authorizeUrl), cookie };
}
const whereTo = (response: Response) => response.headers.get('Location');

describe('connecting', () => {
  test('the same account twice is refused by name, and beginning anew leaves no second entry', async () => {
    const connected = await connectWorld(pipedriveWorld(MONDAY));
    const first = await beginAgain(connected, 'Sales');
    expect(whereTo(await first.back(`code=${first.code}`))).toBe('/console/connections/systems/twice');
    expect(await allOf(connected)).toHaveLength(1);
    const cancelled = await beginAgain(connected, 'Sales');
    await cancelled.back('error=access_denied');
    const second = await beginAgain(connected, 'Sales');
    expect((await allOf(connected)).map(({ label, state }) => `${label} ${state}`)).toEqual([
      'pipedrive running',
      'Sales asked',
    ]);
    expect(second.begun.connection.id).not.toBe(cancelled.begun.connection.id);
    // Given access once more, the first one is the same account as before.
    await giveAgain(connected);
    expect((await allOf(connected))[0]).toMatchObject({ state: 'running' });
  });

  test.each([
    ['error=access_denied', 'refused'],
    ['error=invalid_scope', 'scope'],
    ['code=none', 'failed'],
  ])('%s comes back as %s', async (query, outcome) => {
    const connected = await connectWorld(pipedriveWorld(MONDAY));
    const { back } = await beginAgain(connected, 'Sales');
    expect(whereTo(await back(query))).toBe(`/console/connections/systems/${outcome}`);
  });

  test('a client secret that is none, and a vendor that is away, are told apart', async () => {
    const world = pipedriveWorld(MONDAY);
    const connected = await connectWorld(world);
    const wrong = await beginAgain(connected, 'Sales');
    const { fetch } = world;
    world.fetch = async () => Response.json({ error: 'invalid_client' }, { status: 401 });
    expect(whereTo(await wrong.back(`code=${wrong.code}`))).toBe('/console/connections/systems/app');
    const away = await beginAgain(connected, 'Sales');
    world.fetch = async () => new Response('', { status: 503 });
    expect(whereTo(await away.back(`code=${away.code}`))).toBe('/console/connections/systems/away');
    world.fetch = fetch;
  });

  test('whoever comes back too late is told so in the browser; a program gets the problem', async () => {
    const connected = await connectWorld(pipedriveWorld(MONDAY));
    const { back, code } = await beginAgain(connected, 'Sales');
    connected.world.clock.now += HOUR_MS;
    expect((await back(`code=${code}`)).status).toBe(410);
    const html = { Accept: 'text/html,application/xhtml+xml' };
    expect(whereTo(await back(`code=${code}`, html))).toBe('/console/connections/systems/late');
  });

  test.each([
    ['organization', 'acme', 'not_as_expected'],
    ['tenant', 'no such tenant', 'not_as_expected'],
  ])('a setting that cannot be one is named: %s', async (id, value, code) => {
    const { admin } = await openTeam(MONDAY);
    const { settings } = dynamicsWorld(MONDAY);
    const body = { vendor: 'dynamics', label: 'Dynamics', settings: { ...settings, [id]: value } };
    const refused = await json('POST', '/v1/connections', { token: admin, body });
    expect(refused).toMatchObject({
      status: 422,
      errors: [{ pointer: `/settings/${id}`, reason: { code } }],
    });
  });

  test.each([
    [401, 'app_refused'],
    [400, 'settings_refused'],
    [503, 'unavailable'],
  ])(
    'an answer of %i to the app’s own credentials is %s, and trying again leaves one entry',
    async (status, code) => {
      const world = dynamicsWorld(MONDAY);
      const connected = await connectWorld(world);
      await send('DELETE', `/v1/connections/${connected.id}`, at(connected));
      world.fetch = async () => new Response('{}', { status });
      const body = { vendor: 'dynamics', label: 'Dynamics', settings: world.settings };
      for (let times = 0; times < 2; times += 1) {
        const refused = await json('POST', '/v1/connections', { ...at(connected), body });
        expect(refused).toMatchObject({ status: 409, reason: { code } });
      }
      expect(await allOf(connected)).toHaveLength(1);
    },
  );
});

test('disconnected while it is read, what was read stays and nothing more comes', async () => {
  const world = pipedriveWorld(MONDAY);
  const connected = await connectWorld(world);
  const { team, id, live } = connected;
  await live();
  for (let n = 0; n < 450; n += 1) world.addPerson(n);
  const fetch = world.fetch.bind(world);
  let ended: Promise<Response> | undefined;
  world.fetch = async (request) => {
    const answered = await fetch(request);
    // In the middle of the second page.
    if (request.url.includes('/persons') && request.url.includes('cursor='))
      ended ??= send('DELETE', `/v1/connections/${id}`, { token: team.admin, now: world.clock.now });
    return answered;
  };
  await live().catch(() => undefined);
  await live().catch(() => undefined);
  expect((await ended)?.status).toBe(204);
  const before = world.org.requests.length;
  world.clock.now += HOUR_MS;
  expect(await allOf(connected)).toEqual([]);
  const { leads } = await json('GET', '/v1/leads?limit=1', at(connected));
  expect(leads).toHaveLength(1);
  expect(world.org.requests.slice(before)).toEqual([]);
});

test('what a vendor would not take is a letter with a code beside its sentence', async () => {
  const world = pipedriveWorld(MONDAY);
  const connected = await connectWorld(world);
  await connected.live();
  // Somebody took the fields away we write into.
  world.org.fields.splice(3);
  world.addPerson(1);
  await connected.live();
  await connected.live();
  const { letters } = await json('GET', `/v1/connections/${connected.id}/letters`, at(connected));
  expect(letters).toMatchObject([
    {
      direction: 'out',
      why: 'the field we write into is not there any more',
      faults: [{ pointer: '', reason: { code: 'field_gone' } }],
    },
  ]);
});
