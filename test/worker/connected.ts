/** A workspace connected to a HubSpot account, as an admin connects it: by the console's session, there and back. */
import { afterAll, beforeAll, vi } from 'vitest';
import type { ConnectionMapping, ConnectionView } from '../../shared/protocol/connections.ts';
import { APP, MAPPING } from '../vendors/hubspot/world.ts';
import { HubSpot } from '../vendors/hubspot/fake.ts';
import { signed, type Event } from '../vendors/hubspot/webhooks.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { json, MONDAY, openSession, openTeam, ORIGIN, send, type Team } from './api.ts';

const fakes = new Set<HubSpot>();

/** Requests to HubSpot's hosts are answered by whichever account's access they carry; all others go their way. */
export function answeringVendors(): void {
  const real = globalThis.fetch;
  beforeAll(() => {
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      if (!/^https:\/\/(?:api\.hubapi|app\.hubspot)\.com\//.test(request.url)) return real(input, init);
      const form =
        request.method === 'POST' ? new TextDecoder().decode(await request.clone().arrayBuffer()) : '';
      const mine = [...fakes].find((fake) => fake.knows(request.headers.get('Authorization'), form));
      return (mine ?? [...fakes][0])?.fetch(request) ?? new Response(null, { status: 503 });
    });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });
}

export interface Connected {
  readonly team: Team;
  readonly hubspot: HubSpot;
  readonly clock: { now: number };
  readonly id: string;
  readonly hookUrl: string;
  /** Owner over there who is Sam here. */
  readonly sam: string;
  /** Lives on for a while, a request at a time, as the alarm would. */
  readonly live: (ms?: number, steps?: number) => Promise<ConnectionView>;
  readonly view: () => Promise<ConnectionView>;
  readonly tell: (
    events: readonly Partial<Event>[],
    more?: { secret?: string; at?: number },
  ) => Promise<Response>;
}

export const mappingWith = (more: Partial<ConnectionMapping> = {}): ConnectionMapping => ({
  ...MAPPING,
  ...more,
});

let accounts = 0;

/** @param fill what is in the account before it is connected */
export async function connect(
  mapping: Partial<ConnectionMapping> = {},
  fill: (hubspot: HubSpot, clock: { now: number }) => void = () => undefined,
): Promise<Connected> {
  accounts += 1;
  const clock = { now: MONDAY - 30 * 24 * HOUR_MS };
  const hubspot = new HubSpot(() => clock.now, APP, 62_515 + accounts);
  fakes.add(hubspot);
  const sam = hubspot.addOwner('Sam', 'Sales', 'sam@example.test');
  fill(hubspot, clock);
  clock.now = MONDAY;
  const team = await openTeam();
  const cookie = await openSession(team.admin, team.adminId, MONDAY);
  const { connection, authorizeUrl } = await begin(cookie);
  const back = hubspot.access.agree(new URL(authorizeUrl));
  const returned = await follow(back, cookie);
  if (returned.status !== 303) throw new Error(`sent back: ${returned.status} ${await returned.text()}`);
  const id = connection.id as string;
  const { admin } = team;
  const agreed = await json('PUT', `/v1/connections/${id}/mapping`, {
    token: admin,
    body: { mapping: mappingWith({ people: { [sam]: team.sdr.id }, ...mapping }) },
    now: clock.now,
  });
  if (agreed.state !== 'running') throw new Error(JSON.stringify(agreed));
  const view = () => json('GET', `/v1/connections/${id}`, { token: admin, now: clock.now });
  let events = 0;
  return {
    team,
    hubspot,
    clock,
    id,
    hookUrl: connection.hookUrl,
    sam,
    view,
    live: async (ms = 61_000, steps = 1) => {
      for (let step = 0; step < steps; step += 1) {
        clock.now += ms / steps;
        await view();
      }
      return view();
    },
    tell: (some, { secret = APP.clientSecret, at = clock.now } = {}) => {
      const batch = some.map((event) => {
        events += 1;
        const head = { eventId: events, subscriptionId: 7, portalId: hubspot.access.portalId, appId: 1 };
        return {
          ...head,
          occurredAt: at,
          subscriptionType: 'contact.propertyChange',
          attemptNumber: 0,
          objectId: 0,
          ...event,
        };
      });
      return deliver(connection.hookUrl, signed(connection.hookUrl, batch, secret, at), clock.now);
    },
  };
}

export function deliver(
  hookUrl: string,
  { body, headers }: ReturnType<typeof signed>,
  now: number,
): Promise<Response> {
  return send('POST', new URL(hookUrl).pathname, { raw: body, headers, now });
}

export async function begin(cookie: string, now = MONDAY) {
  const response = await send('POST', '/v1/connections', {
    body: { vendor: 'hubspot', label: 'Our HubSpot' },
    headers: { Cookie: cookie, Origin: ORIGIN },
    now,
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of it
  return (await response.json()) as any;
}

/** As a browser follows a link from elsewhere: with the cookie, from another site. */
export function follow(url: string, cookie: string, now = MONDAY): Promise<Response> {
  const { pathname, search } = new URL(url);
  return send('GET', `${pathname}${search}`, {
    headers: { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' },
    now,
  });
}

/** As the admin reads them. */
export const leadsOf = async ({ team, clock }: Connected, search = '') =>
  (await json('GET', `/v1/leads?limit=100${search}`, { token: team.admin, now: clock.now })).leads as {
    id: string;
    name: string | null;
    owner: string | null;
  }[];

export const stateOf = async ({ team, clock }: Connected, id: string) =>
  (await json('GET', `/v1/leads/${id}`, { token: team.admin, now: clock.now })).state;

export const iso = (at: number) => new Date(at).toISOString();

/** A contact as HubSpot keeps one. */
export const person = (name: string) => ({
  email: `${name.toLowerCase()}@acme.example`,
  firstname: name,
  lastname: 'Lee',
  company: 'Acme',
});
