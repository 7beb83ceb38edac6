/** A HubSpot account with somebody who works in it, for what every connector has to hold. */
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import { hubspot } from '../../../worker/connectors/hubspot.ts';
import { OWN_SECRET, type VendorWorld } from '../roundTrip.ts';
import { HubSpot } from './fake.ts';
import { deliveryOf, signed } from './webhooks.ts';

export const APP = { clientId: 'hubspot-app', clientSecret: 'hubspot-secret-only-in-tests' } as const;

export const MAPPING: ConnectionMapping = {
  fields: [
    { ours: 'name', theirs: 'name', keeper: 'theirs' },
    { ours: 'company', theirs: 'company', keeper: 'theirs' },
  ],
  people: {},
  owner: null,
  stageFrom: null,
  write: { attempts: true, stage: true, score: true },
  read: { activities: true, deals: true },
  gone: { there: 'keep', here: 'keep' },
};

const HOOK = 'https://combinado.example/connections/w/c';

export function hubspotWorld(now = Date.parse('2026-03-02T15:00:00Z')): VendorWorld {
  const clock = { now };
  const fake = new HubSpot(() => clock.now, APP);
  for (const object of ['calls', 'emails', 'meetings', 'communications', 'tasks'])
    fake.records.define(object, {
      name: 'combinado_id',
      label: 'Combinado',
      type: 'string',
      fieldType: 'text',
      groupName: 'combinado',
      hasUniqueValue: true,
    });
  for (const [name, type] of [
    ['combinado_stage', 'string'],
    ['combinado_score', 'number'],
  ] as const)
    fake.records.define('contacts', { name, label: name, type, fieldType: 'text', groupName: 'combinado' });
  let events = 0;
  const contactOf = (id: string) => {
    const found = fake.records.get('contacts', id);
    if (!found) throw new Error('there is no such contact');
    return found;
  };
  const close = (id: string, how: Record<string, string>) => {
    const deal = fake.records.get('deals', id);
    const closedate = new Date(clock.now).toISOString();
    if (deal) fake.records.update(deal, { hs_is_closed: 'true', closedate, ...how });
  };
  return {
    connector: hubspot,
    clock,
    app: APP,
    settings: {},
    mapping: MAPPING,
    troubles: fake.troubles,
    documented: [
      { most: 110, perMs: 10_000 },
      { most: 5, perMs: 1_000, of: /\/search$/ },
    ],
    peopleStream: 'contacts',
    companyField: 'company',
    fetch: (request) => fake.fetch(request),
    consent: (url) => fake.access.codeFor(url),
    addPerson: (n, phone = '') =>
      fake.addContact({
        email: `person${n}@example.test`,
        firstname: 'Person',
        lastname: String(n),
        company: `Company ${n}`,
        phone,
      }).id,
    renamePerson: (id, company) => fake.records.update(contactOf(id), { company }),
    deletePerson: (id) => fake.records.archive(contactOf(id)),
    companyOf: (id) => contactOf(id).properties['company'] ?? null,
    addCall: (person, at) => {
      const call = { hs_timestamp: new Date(at).toISOString(), hs_call_direction: 'OUTBOUND' };
      return fake.addActivity('calls', { ...call, hs_call_status: 'COMPLETED' }, contactOf(person)).id;
    },
    addDeal: (person, amount) =>
      fake.addActivity(
        'deals',
        { amount: String(amount), hs_is_closed: 'false', hs_is_closed_won: 'false' },
        contactOf(person),
      ).id,
    winDeal: (id) => close(id, { hs_is_closed_won: 'true' }),
    loseDeal: (id) => close(id, { hs_is_closed_won: 'false', closed_lost_reason: 'Price' }),
    expire: () => fake.access.expire(),
    revoke: () => fake.access.revoke(),
    // Signed by the app's secret, whatever connection it is for.
    tell: (person, own, hookUrl = HOOK) => {
      events += 1;
      const event = {
        eventId: events,
        subscriptionId: 7,
        portalId: fake.access.portalId,
        appId: 1,
        occurredAt: clock.now,
        subscriptionType: 'contact.propertyChange',
        attemptNumber: 0,
        objectId: Number(person),
        propertyName: 'company',
      };
      const secret = own === OWN_SECRET ? APP.clientSecret : own;
      return deliveryOf(hookUrl, signed(hookUrl, [event], secret, clock.now));
    },
    secretOf: () => APP.clientSecret,
    written: () =>
      ['calls', 'emails', 'meetings', 'communications', 'tasks'].flatMap((object) =>
        fake.records.all(object).flatMap(({ properties }) => properties['combinado_id'] ?? []),
      ),
    rep: fake.addOwner('Bruno', 'Lima', 'bruno@acme.test'),
    ownerOf: (person) => contactOf(person).properties['hubspot_owner_id'] ?? null,
    stageOf: (person) => contactOf(person).properties['combinado_stage'] ?? null,
  };
}
