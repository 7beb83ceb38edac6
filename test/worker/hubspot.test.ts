/** HubSpot's file against HubSpot's contract, without a workspace: `connections.test.ts` has the whole. */
import { describe, expect, test, vi } from 'vitest';
import { hubspot } from '../../worker/connectors/hubspot.ts';
import { isHubspots } from '../../worker/connectors/hubspot/signature.ts';
import { HubSpot } from '../vendors/hubspot/fake.ts';
import { APP, hubspotWorld } from '../vendors/hubspot/world.ts';
import { deliveryOf, sign, signed } from '../vendors/hubspot/webhooks.ts';
import { oneBitOffIn, refusals } from '../vendors/oneBitOff.ts';
import { giveAccess, lineOf, Mirror, OWN_SECRET, roundTrip } from '../vendors/roundTrip.ts';

describe('HubSpot', () => {
  roundTrip(hubspotWorld, true);
});

const HOOK = 'https://combinado.example/connections/w/c?x=1';
const NOW = Date.parse('2026-03-02T15:00:00Z');
const EVENT = {
  eventId: 1,
  subscriptionId: 2,
  portalId: 62515,
  appId: 3,
  occurredAt: NOW - 1_000,
  subscriptionType: 'contact.creation',
  attemptNumber: 0,
  objectId: 51,
};
const secrets = { app: APP.clientSecret, own: OWN_SECRET };
const good = signed(HOOK, [EVENT], APP.clientSecret, NOW);

describe('[ACC5] signatures', () => {
  test('method, address, body and instant are signed, five minutes either way', async () => {
    const delivery = deliveryOf(HOOK, good);
    for (const off of [-5 * 60_000, 0, 5 * 60_000])
      expect(await hubspot.verify(delivery, secrets, NOW + off)).toBe(true);
    for (const off of [-5 * 60_000 - 1, 5 * 60_000 + 1])
      expect(await hubspot.verify(delivery, secrets, NOW + off)).toBe(false);
    expect(await hubspot.verify({ ...delivery, method: 'PUT' }, secrets, NOW)).toBe(false);
    expect(await hubspot.verify({ ...delivery, url: `${HOOK}1` }, secrets, NOW)).toBe(false);
    expect(await hubspot.verify({ ...delivery, body: `${delivery.body} ` }, secrets, NOW)).toBe(false);
  });

  test('an address whose signs were sent encoded is signed as it is read', async () => {
    const plain = 'https://combinado.example/connections/w/c?to=a/b:c@d';
    const body = '[]';
    const headers = {
      ...good.headers,
      'X-HubSpot-Signature-v3': sign(APP.clientSecret, `POST${plain}${body}${NOW}`),
    };
    const sent = 'https://combinado.example/connections/w/c?to=a%2Fb%3ac%40d';
    expect(await isHubspots(deliveryOf(sent, { body, headers }), APP.clientSecret, NOW)).toBe(true);
  });

  test('10,000 mutations of one bit are all refused', async () => {
    const events = Array.from({ length: 8 }, (_, n) => ({ ...EVENT, eventId: n, objectId: 51 + n }));
    const { body, headers } = signed(HOOK, events, APP.clientSecret, NOW);
    const sent = {
      url: HOOK,
      body,
      signature: headers['X-HubSpot-Signature-v3'] ?? '',
      timestamp: headers['X-HubSpot-Request-Timestamp'] ?? '',
    };
    const isTaken = ({ url, body: text, signature, timestamp }: typeof sent) => {
      const said = { 'X-HubSpot-Signature-v3': signature, 'X-HubSpot-Request-Timestamp': timestamp };
      return hubspot.verify(deliveryOf(url, { body: text, headers: said }), secrets, NOW);
    };
    expect(await isTaken(sent)).toBe(true);
    expect(await refusals(10_000, (n) => isTaken(oneBitOffIn(sent, n)))).toBe(10_000);
  });
});

describe('hints', () => {
  const hintsOf = (event: object) =>
    hubspot.hints(deliveryOf(HOOK, signed(HOOK, [{ ...EVENT, ...event }], APP.clientSecret, NOW)));

  test('an event is known again however often it is delivered', () => {
    expect(hintsOf({ attemptNumber: 3 })).toEqual(hintsOf({}));
    expect(hintsOf({})).toMatchObject([{ stream: 'contacts', id: '51', account: '62515' }]);
    expect(hintsOf({ eventId: 2 })?.[0]?.key).not.toBe(hintsOf({})?.[0]?.key);
  });

  test('objects by their type; what is of no interest says nothing', () => {
    const call = { subscriptionType: 'object.creation', objectTypeId: '0-48' };
    expect(hintsOf(call)).toMatchObject([{ stream: 'calls', id: '51' }]);
    expect(hintsOf({ subscriptionType: 'company.creation' })).toEqual([]);
  });

  test('erased for good, and merged into another', () => {
    expect(hintsOf({ subscriptionType: 'contact.privacyDeletion' })).toMatchObject([
      { gone: { why: 'erased', ref: { object: 'contact', id: '51' } } },
    ]);
    const merged = { subscriptionType: 'contact.merge', primaryObjectId: 51, mergedObjectIds: [52, 51] };
    expect(hintsOf(merged)).toMatchObject([
      { id: '51' },
      { id: '52', gone: { why: 'merged', into: { object: 'contact', id: '51' } } },
    ]);
  });
});

test('what search finds only after a while is not missed', async () => {
  const clock = { now: NOW };
  const fake = new HubSpot(() => clock.now, APP);
  fake.records.lag = 20_000;
  const world = { ...hubspotWorld(), clock, fetch: (request: Request) => fake.fetch(request) };
  world.consent = (url) => fake.access.codeFor(url);
  vi.stubGlobal('fetch', (input: string | URL, init?: RequestInit) =>
    fake.fetch(new Request(String(input), init)),
  );
  const granted = await giveAccess(world);
  const mirror = new Mirror(world);
  const ids: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    ids.push(fake.addContact({ email: `late${n}@example.test` }).id);
    clock.now += 7_000;
    if (n % 3 === 0) await mirror.sync(lineOf(world, granted));
  }
  clock.now += 60_000;
  await mirror.sync(lineOf(world, granted));
  vi.unstubAllGlobals();
  expect([...mirror.people.values()].map(({ ref }) => ref.id).toSorted()).toEqual(ids.toSorted());
});
