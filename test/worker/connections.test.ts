/** A connected system that tells, fails, erases and is large; the vendor is its fake. */
import { evictDurableObject } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { signed } from '../vendors/hubspot/webhooks.ts';
import { APP } from '../vendors/hubspot/world.ts';
import { json, send } from './api.ts';
import { answeringVendors, type Connected, connect, deliver, leadsOf, person, stateOf } from './connected.ts';
import { objectOf } from './database.ts';

answeringVendors();

const MANY = 5_000;

describe('[ACC5] webhooks', () => {
  let connected: Connected;
  beforeAll(async () => {
    connected = await connect();
    await connected.live();
  });

  test('hint at a record, which is read at once', async () => {
    const contact = connected.hubspot.addContact(person('Ida'));
    connected.hubspot.requests.length = 0;
    const event = { subscriptionType: 'contact.creation', objectId: Number(contact.id) };
    expect((await connected.tell([event])).status).toBe(202);
    await connected.live(1_000);
    expect((await leadsOf(connected)).map(({ name }) => name)).toContain('Ida Lee');
    // That record alone, and what is written about it.
    expect(connected.hubspot.requests.filter((one) => one.endsWith('/search'))).toEqual([]);
  });

  test('repeated, reordered and replayed they do nothing twice', async () => {
    const contact = connected.hubspot.addContact(person('Jo'));
    const event = { eventId: 900, objectId: Number(contact.id), subscriptionType: 'contact.creation' };
    const later = { eventId: 901, objectId: Number(contact.id) };
    const at = connected.clock.now;
    for (const one of [later, event, event, later])
      expect((await connected.tell([one], { at })).status).toBe(202);
    await connected.live(1_000);
    const before = await connected.view();
    for (const one of [event, later, event]) await connected.tell([one], { at });
    const after = await connected.live(1_000);
    expect(after.counts).toEqual(before.counts);
    expect((await leadsOf(connected)).filter(({ name }) => name === 'Jo Lee')).toHaveLength(1);
  });

  test('forged, stale, another account’s or for nobody, they are refused or dropped', async () => {
    const contact = connected.hubspot.addContact(person('Kay'));
    const event = { objectId: Number(contact.id) };
    const before = (await connected.view()).counts.hints;
    expect((await connected.tell([event], { secret: 'guessed' })).status).toBe(401);
    const stale = connected.clock.now - 6 * MINUTE_MS;
    expect((await connected.tell([event], { at: stale })).status).toBe(401);
    expect((await connected.tell([{ ...event, portalId: 1 }])).status).toBe(202);
    expect((await connected.view()).counts.hints).toBe(before);
    const elsewhere = connected.hookUrl.replace(/con_.*/, 'con_none');
    const body = signed(elsewhere, [], APP.clientSecret, connected.clock.now);
    expect((await deliver(elsewhere, body, connected.clock.now)).status).toBe(401);
  });

  test('that somebody was deleted is believed once it is seen', async () => {
    const contact = connected.hubspot.addContact(person('Lou'));
    await connected.live();
    const id = (await leadsOf(connected)).find(({ name }) => name === 'Lou Lee')?.id ?? '';
    const erased = { subscriptionType: 'contact.privacyDeletion', objectId: Number(contact.id) };
    await connected.tell([erased]);
    await connected.live(1_000);
    expect((await stateOf(connected, id)).leadId).toBe(id);
    connected.hubspot.records.archive(contact, true);
    await connected.tell([erased]);
    await connected.live(1_000);
    const gone = await send('GET', `/v1/leads/${id}`, {
      token: connected.team.admin,
      now: connected.clock.now,
    });
    expect(gone.status).toBe(404);
  });
});

describe('[PRI4] erasing', () => {
  test('goes there where that was agreed, and nobody erased comes back', async () => {
    for (const here of ['keep', 'erase'] as const) {
      const connected = await connect({ gone: { there: 'keep', here } });
      const { hubspot, live, team, clock } = connected;
      const contact = hubspot.addContact(person('Max'));
      await live();
      const [lead] = await leadsOf(connected);
      await send('DELETE', `/v1/leads/${lead?.id}`, { token: team.admin, now: clock.now });
      await live(1_000);
      expect(contact.purged).toBe(here === 'erase');
      hubspot.records.update(contact, { company: 'Back again' });
      const view = await live(5 * MINUTE_MS, 5);
      expect(await leadsOf(connected)).toEqual([]);
      expect(view.letters).toBe(0);
    }
  });

  test('deleted there, a lead stays here unless that was agreed otherwise', async () => {
    for (const there of ['keep', 'erase'] as const) {
      const connected = await connect({ gone: { there, here: 'keep' } });
      const contact = connected.hubspot.addContact(person('Ned'));
      await connected.live();
      connected.hubspot.records.archive(contact);
      await connected.live(16 * MINUTE_MS, 16);
      expect(await leadsOf(connected)).toHaveLength(there === 'keep' ? 1 : 0);
    }
  });
});

describe('a vendor in trouble', () => {
  test('limits, outages, half pages and slowness delay and lose nothing', async () => {
    const connected = await connect({}, (hubspot) => {
      for (let n = 0; n < 250; n += 1) hubspot.addContact(person(`T${n}`));
    });
    const { hubspot, live } = connected;
    hubspot.troubles.plan('busy', 2);
    hubspot.troubles.plan('broken', 2);
    hubspot.troubles.plan('half', 2);
    const view = await live();
    expect(view.problem).toMatchObject({ kind: 'limited' });
    expect(view.nextAt).toBeGreaterThan(connected.clock.now);
    const after = await live(3 * HOUR_MS, 60);
    expect(after).toMatchObject({ problem: null, counts: { created: 250 } });
    expect(hubspot.troubles.made).toMatchObject({ busy: 2, broken: 2, half: 2 });
  }, 120_000);

  test('told when to come back, it does not come before, whatever is restarted or pressed', async () => {
    const connected = await connect();
    const { hubspot, team, clock, id, live, tell } = connected;
    await live();
    hubspot.troubles.plan('busy', 1);
    const contact = hubspot.addContact(person('Rae'));
    expect(await live()).toMatchObject({ problem: { kind: 'limited' } });
    const sent = hubspot.requests.length;
    await evictDurableObject(objectOf(team.workspaceId));
    await json('POST', `/v1/connections/${id}/resume`, { token: team.admin, now: clock.now });
    await tell([{ objectId: Number(contact.id) }]);
    await live(5_000, 5);
    expect(hubspot.requests.length).toBe(sent);
    // Waiting for its turn is no problem to anybody.
    expect(await live(1_000)).toMatchObject({ problem: null });
    await live(6_000);
    expect((await leadsOf(connected)).map(({ name }) => name)).toContain('Rae Lee');
  });

  test('the day’s limit is waited for; what the access does not reach holds up nothing else', async () => {
    const connected = await connect();
    const { hubspot, live } = connected;
    hubspot.closed.add('emails');
    hubspot.addContact(person('Ola'));
    expect(await live()).toMatchObject({ problem: { kind: 'forbidden' }, counts: { created: 1 } });
    hubspot.closed.clear();
    hubspot.limits.daily = 0;
    const view = await live();
    expect(view.problem).toMatchObject({ kind: 'limited' });
    expect((view.nextAt ?? 0) - connected.clock.now).toBeGreaterThan(50 * MINUTE_MS);
    hubspot.limits.daily = Infinity;
    expect(await live(2 * HOUR_MS, 2)).toMatchObject({ problem: null });
  });
});

test('5,000 people in, changes both ways, nothing lost and nothing doubled', async () => {
  const connected = await connect({}, (hubspot) => {
    for (let n = 0; n < MANY; n += 1) hubspot.addContact(person(`N${n}`));
  });
  const { hubspot, live, team, clock } = connected;
  const begun = Date.now();
  hubspot.troubles.plan('broken', 1, /after|search/);
  for (let step = 0; step < 200 && (await connected.view()).counts.created < MANY; step += 1)
    await live(2_000);
  const took = Date.now() - begun;
  const health = await json('GET', '/v1/admin/health', { token: team.admin, now: clock.now });
  expect((await connected.view()).counts).toMatchObject({ created: MANY, refused: 0 });
  expect(JSON.stringify(health)).toContain(String(MANY));
  const contacts = hubspot.records.all('contacts');
  for (const contact of contacts.slice(0, 300)) hubspot.records.update(contact, { company: 'Changed' });
  for (let step = 0; step < 12; step += 1) await live(50_000);
  const view = await connected.view();
  expect(view.counts).toMatchObject({ created: MANY, changed: 300 });
  expect(view).toMatchObject({ letters: 0, dead: 0, waiting: 0 });
  expect(
    contacts.filter(
      ({ properties }) =>
        properties['combinado_stage'] === null || properties['combinado_stage'] === undefined,
    ),
  ).toHaveLength(0);
  console.info(`5,000 people in ${took} ms, ${hubspot.requests.length} requests in all`);
}, 600_000);
