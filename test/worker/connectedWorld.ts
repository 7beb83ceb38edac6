/** A workspace connected to any vendor's fake, as an admin connects it: by the console's session, there and back. */
import { afterAll, beforeAll, vi } from 'vitest';
import type { ConnectionMapping } from '../../shared/protocol/connections.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { VendorWorld } from '../vendors/roundTrip.ts';
import { json, openSession, openTeam, ORIGIN, send, type Team } from './api.ts';
import { follow } from './connected.ts';

const HOSTS =
  /(?:^|\.)(?:salesforce\.com|dynamics\.com|microsoftonline\.com|pipedrive\.com|hubapi\.com|hubspot\.com|rd\.services)$/;
let answering: VendorWorld | undefined;

/** Requests to vendors' hosts are answered by the world connected last; all others go their way. */
export function answeringWorlds(): void {
  const real = globalThis.fetch;
  beforeAll(() => {
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      if (!HOSTS.test(new URL(request.url).hostname)) return real(input, init);
      return answering?.fetch(request) ?? new Response(null, { status: 503 });
    });
  });
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

/**
 * @param fill what is there before it is connected, half an hour earlier
 * @param change of the world's mapping, by which everybody there is Sam here
 */
export async function connectWorld(
  world: VendorWorld,
  fill: (world: VendorWorld) => void = () => undefined,
  change: (mapping: ConnectionMapping) => ConnectionMapping = (mapping) => mapping,
): Promise<ConnectedWorld> {
  answering = world;
  const { clock, settings, connector } = world;
  const name = connector.vendor;
  fill(world);
  clock.now += 30 * MINUTE_MS;
  const team = await openTeam(clock.now);
  const cookie = await openSession(team.admin, team.adminId, clock.now);
  const begun = await send('POST', '/v1/connections', {
    body: { vendor: name, label: name, settings },
    headers: { Cookie: cookie, Origin: ORIGIN },
    now: clock.now,
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of it
  const { connection, authorizeUrl } = (await begun.json()) as any;
  if (authorizeUrl !== null) {
    const state = new URL(authorizeUrl as string).searchParams.get('state') ?? '';
    const back = new URL(`${ORIGIN}/v1/connections/callback`);
    back.searchParams.set('state', state);
    back.searchParams.set('code', world.consent(authorizeUrl as string));
    const returned = await follow(back.href, cookie, clock.now);
    const where = returned.headers.get('Location') ?? '';
    if (!/^\/console\/connections\/.*connected/.test(where)) throw new Error(`sent to ${where}`);
  }
  const id = connection.id as string;
  const { people = [] } = await json('GET', `/v1/connections/${id}/fields`, {
    token: team.admin,
    now: clock.now,
  });
  const mapping = {
    ...world.mapping,
    people: Object.fromEntries(people.map(({ ref }: { ref: string }) => [ref, team.sdr.id])),
  };
  const agreed = await json('PUT', `/v1/connections/${id}/mapping`, {
    token: team.admin,
    body: { mapping: change(mapping) },
    now: clock.now,
  });
  if (agreed.state !== 'running' || agreed.problem !== null) throw new Error(JSON.stringify(agreed));
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
