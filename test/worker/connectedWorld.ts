/** A workspace connected to any vendor's fake, as an admin connects it: by the console's session, there and back. */
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import type { ConnectionMapping } from '../../shared/protocol/connections.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { VendorWorld } from '../vendors/roundTrip.ts';
import type { Delivery } from '../../worker/connectors/connector.ts';
import { json, openSession, openTeam, ORIGIN, send, type Team } from './api.ts';
import { follow } from './connected.ts';

const connected = new Map<string, VendorWorld>();

/** Requests to a vendor's hosts are answered by its world that was connected last; all others go their way. */
export function answeringWorlds(): void {
  const real = globalThis.fetch;
  beforeAll(() => {
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      const { hostname } = new URL(request.url);
      const world = [...connected.values()].find(({ connector: { hosts } }) =>
        hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host)),
      );
      return world?.fetch(request) ?? real(input, init);
    });
  });
  // Of two vendors at one address, as of two products of one company, a test has only its own.
  beforeEach(() => connected.clear());
  afterAll(() => {
    vi.unstubAllGlobals();
  });
}

export interface ConnectedWorld {
  readonly world: VendorWorld;
  readonly team: Team;
  readonly id: string;
  /** Lives on, a request at a time, as the alarm would. */
  readonly live: (ms?: number, steps?: number) => ReturnType<typeof json>;
}

/** As the vendor posts it. */
export function deliver({ url, body, header }: Delivery, now: number): Promise<Response> {
  const headers = HEADERS.flatMap((name) => {
    const value = header(name);
    return value === null ? [] : [[name, value] as const];
  });
  const { pathname, search } = new URL(url);
  return send('POST', `${pathname}${search}`, { raw: body, headers: Object.fromEntries(headers), now });
}
const HEADERS = [
  'Authorization',
  'Combinado-Secret',
  'Content-Type',
  'X-HubSpot-Signature-v3',
  'X-HubSpot-Request-Timestamp',
];

/** The way there and back once more, as after access was taken back. */
export async function giveAgain({ world, team, id }: ConnectedWorld): Promise<void> {
  const { now } = world.clock;
  const cookie = await openSession(team.admin, team.adminId, now);
  // Of an app that needs nobody to come back: it is let in again before it asks.
  if (world.connector.access === 'client') world.consent(null);
  const { authorizeUrl = null } = await json('POST', `/v1/connections/${id}/authorize`, {
    now,
    headers: { Cookie: cookie, Origin: ORIGIN },
  });
  await consent(world, cookie, authorizeUrl);
}

async function consent(world: VendorWorld, cookie: string, authorizeUrl: string | null): Promise<void> {
  if (authorizeUrl === null) return;
  const code = world.consent(authorizeUrl);
  const back = new URL(`${ORIGIN}/v1/connections/callback`);
  back.searchParams.set('state', new URL(authorizeUrl).searchParams.get('state') ?? '');
  back.searchParams.set('code', code);
  const returned = await follow(back.href, cookie, world.clock.now);
  const where = returned.headers.get('Location') ?? '';
  if (!/^\/console\/connections\/.*connected/.test(where)) throw new Error(`sent to ${where}`);
}

/**
 * Access is given, and nothing agreed yet.
 * @param fill what is there before it is connected, half an hour earlier
 * @param beside another system of the same workspace
 */
export async function beginWorld(
  world: VendorWorld,
  fill: (world: VendorWorld) => void = () => undefined,
  beside?: ConnectedWorld,
): Promise<ConnectedWorld> {
  connected.set(world.connector.vendor, world);
  const { clock, settings, connector } = world;
  const name = connector.vendor;
  fill(world);
  clock.now += 30 * MINUTE_MS;
  const team = beside?.team ?? (await openTeam(clock.now));
  const cookie = await openSession(team.admin, team.adminId, clock.now);
  const begun = await send('POST', '/v1/connections', {
    body: { vendor: name, label: name, settings },
    headers: { Cookie: cookie, Origin: ORIGIN },
    now: clock.now,
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of it
  const { connection, authorizeUrl } = (await begun.json()) as any;
  await consent(world, cookie, authorizeUrl);
  const id = connection.id as string;
  const view = () => json('GET', `/v1/connections/${id}`, { token: team.admin, now: clock.now });
  const live = async (ms = 3 * MINUTE_MS, steps = 1) => {
    for (let step = 0; step < steps; step += 1) {
      clock.now += ms / steps;
      await view();
    }
    return view();
  };
  return { world, team, id, live };
}

/**
 * @param fill and `beside` as above
 * @param change of the world's mapping, by which everybody there is Sam here
 */
export async function connectWorld(
  world: VendorWorld,
  fill?: (world: VendorWorld) => void,
  change: (mapping: ConnectionMapping) => ConnectionMapping = (mapping) => mapping,
  beside?: ConnectedWorld,
): Promise<ConnectedWorld> {
  const begun = await beginWorld(world, fill, beside);
  const { team, id } = begun;
  const asked = { token: team.admin, now: world.clock.now };
  const { people = [] } = await json('GET', `/v1/connections/${id}/fields`, asked);
  const mapping = {
    ...world.mapping,
    people: Object.fromEntries(people.map(({ ref }: { ref: string }) => [ref, team.sdr.id])),
  };
  const body = { mapping: change(mapping) };
  const agreed = await json('PUT', `/v1/connections/${id}/mapping`, { ...asked, body });
  if (agreed.state !== 'running' || agreed.problem !== null) throw new Error(JSON.stringify(agreed));
  return begun;
}
