/**
 * A workspace and RD Station's two products, from giving access to writing back: the CRM with its tasks and
 * deals, Marketing with its conversions.
 */
import { describe, expect, test } from 'vitest';
import type { ConnectionMapping } from '../../shared/protocol/connections.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { rdmarketingWorld, type RdMarketingWorld } from '../vendors/rdmarketing/world.ts';
import { rdstationWorld, type RdStationWorld } from '../vendors/rdstation/world.ts';
import { json, MONDAY, openSession, ORIGIN, send } from './api.ts';
import { answeringWorlds, connectWorld, deliver, giveAgain, type ConnectedWorld } from './connectedWorld.ts';

answeringWorlds();

type Change = (mapping: ConnectionMapping) => ConnectionMapping;

async function connectCrm(fill: (world: RdStationWorld) => void = () => undefined, change?: Change) {
  const world = rdstationWorld(MONDAY);
  return { ...(await connectWorld(world, () => fill(world), change)), world };
}
async function connectMarketing(fill: (world: RdMarketingWorld) => void = () => undefined, change?: Change) {
  const world = rdmarketingWorld(MONDAY);
  return { ...(await connectWorld(world, () => fill(world), change)), world };
}

const at = ({ world, team }: ConnectedWorld) => ({ token: team.admin, now: world.clock.now });
const leadsOf = async (connected: ConnectedWorld) =>
  (await json('GET', '/v1/leads?limit=100', at(connected))).leads as { id: string; company: string | null }[];
const stateOf = async (connected: ConnectedWorld, id = '') =>
  (await json('GET', `/v1/leads/${id}`, at(connected))).state;
const lettersOf = async (connected: ConnectedWorld) =>
  (await json('GET', `/v1/connections/${connected.id}/letters`, at(connected))).letters;

/** Told as their webhook does, under the address the admin was shown. */
async function tell(connected: ConnectedWorld, person: string, own?: string) {
  const { hookUrl } = await json('GET', `/v1/connections/${connected.id}`, at(connected));
  const { world } = connected;
  return deliver(world.tell(person, own ?? world.secretOf(hookUrl), hookUrl), world.clock.now);
}

describe('RD Station CRM and a workspace', () => {
  test('a mapping is proposed, and twenty records say what they would do before anything is written', async () => {
    const connected = await connectCrm();
    const { world, team, id } = connected;
    await send('DELETE', `/v1/connections/${id}`, at(connected));
    for (let n = 0; n < 25; n += 1) world.addPerson(n);
    world.clock.now += MINUTE_MS;
    // Connected anew, not yet agreed to.
    const cookie = await openSession(team.admin, team.adminId, world.clock.now);
    const begun = await json('POST', '/v1/connections', {
      body: { vendor: 'rdstation', label: 'Again' },
      headers: { Cookie: cookie, Origin: ORIGIN },
      now: world.clock.now,
    });
    const other = { ...connected, id: begun.connection.id as string };
    await giveAgain(other);
    const known = await json('GET', `/v1/connections/${other.id}/fields`, at(connected));
    expect(known).toMatchObject({ reads: ['activities', 'deals'], writes: ['attempts', 'stage', 'score'] });
    expect(known.fields.map((field: { id: string }) => field.id)).not.toContain('combinado_stage');
    const pairs = [{ ours: 'company', theirs: 'empresa', keeper: 'ours' }];
    const { people } = await json('POST', `/v1/connections/${other.id}/preview`, {
      ...at(connected),
      body: { mapping: { ...known.mapping, fields: pairs, owner: null } },
    });
    expect(people).toHaveLength(20);
    expect(people[0]).toMatchObject({
      does: 'creates',
      emails: ['person0@example.test'],
      fields: { company: 'Company 0' },
      backlog: true,
      faults: [],
    });
    expect(await leadsOf(connected)).toEqual([]);
  });

  test('tasks of theirs are tries, ours are written once with stage and score, and a deal won is told', async () => {
    const connected = await connectCrm();
    const { world, team, live } = connected;
    const person = world.addPerson(1);
    await live();
    const [lead] = await leadsOf(connected);
    world.addCall(person, world.clock.now - HOUR_MS);
    const called = world.clock.now - HOUR_MS;
    const made = await send('POST', `/v1/leads/${lead?.id}/attempts`, {
      token: team.sdr.token,
      body: { channel: 'whatsapp', outcome: 'sent', evidence: 'clicked', at: world.clock.now },
      now: world.clock.now,
    });
    expect(made.status).toBeLessThan(300);
    await live(10 * MINUTE_MS, 3);
    const tasks = world.org.all('tasks').filter(({ description }) => description !== undefined);
    expect(tasks).toMatchObject([{ type: 'whatsapp', status: 'completed', deal_id: world.dealOf(person) }]);
    expect(world.stageOf(person)).toBeTruthy();
    const score = world.org.get('contacts', person)?.['custom_fields'];
    expect(score).toHaveProperty('combinado_score');
    const { attempts } = await stateOf(connected, lead?.id);
    expect(attempts.map((one: { channel: string; at: number }) => [one.channel, one.at])).toContainEqual([
      'call',
      called,
    ]);
    expect(attempts).toHaveLength(2);
    world.winDeal(world.dealOf(person));
    expect(await live(10 * MINUTE_MS, 3)).toMatchObject({
      counts: { attempts: 1, written: expect.any(Number) },
    });
    const { facts } = await json('GET', `/v1/leads/${lead?.id}/facts`, at(connected));
    const deals = facts.filter(({ kind }: { kind: string }) => kind === 'deal.changed');
    expect(deals.at(-1).body).toMatchObject({ outcome: 'won' });
    // Nothing of it comes back as news, and nothing is written a second time.
    const before = world.org.all('tasks').length;
    await live(HOUR_MS, 6);
    expect((await stateOf(connected, lead?.id)).attempts).toHaveLength(2);
    expect(world.org.all('tasks')).toHaveLength(before);
  });

  test('an attempt on somebody without a deal is a letter; with one, and tried again, it is written', async () => {
    const connected = await connectCrm();
    const { world, team, live, id } = connected;
    // Of those, no deal is made with the person.
    const person = world.addPerson(5_000);
    await live();
    const [lead] = await leadsOf(connected);
    await send('POST', `/v1/leads/${lead?.id}/attempts`, {
      token: team.sdr.token,
      body: { channel: 'call', outcome: 'connected', evidence: 'clicked', at: world.clock.now },
      now: world.clock.now,
    });
    expect(await live(10 * MINUTE_MS, 3)).toMatchObject({ dead: 1 });
    const [letter] = await lettersOf(connected);
    expect(letter).toMatchObject({ direction: 'out', what: 'attempt', leadId: lead?.id });
    world.addDeal(person, 900);
    const retried = await send('POST', `/v1/connections/${id}/letters/${letter.id}/retry`, at(connected));
    expect(retried.status).toBe(204);
    expect(await live(10 * MINUTE_MS, 3)).toMatchObject({ dead: 0, letters: 0 });
    expect(world.written()).toHaveLength(1);
  });
});

describe('RD Station Marketing and a workspace', () => {
  const withSignals: Change = (mapping) => ({
    ...mapping,
    signals: { CONVERSION: 'demo_requested', OPPORTUNITY: 'demo_requested' },
  });

  test('what may be mapped says what there is a place for; attempts have none', async () => {
    const connected = await connectMarketing((world) => void world.addPerson(1));
    const { id } = connected;
    const known = await json('GET', `/v1/connections/${id}/fields`, at(connected));
    expect(known).toMatchObject({
      reads: [],
      writes: ['stage', 'score'],
      events: [{ id: 'CONVERSION' }, { id: 'OPPORTUNITY' }],
    });
    const { mapping } = known;
    const refused = await json('PUT', `/v1/connections/${id}/mapping`, {
      ...at(connected),
      body: {
        mapping: {
          ...mapping,
          signals: { CONVERSION: 'nothing' },
          write: { ...mapping.write, attempts: true },
        },
      },
    });
    expect(refused).toMatchObject({
      status: 422,
      errors: [{ pointer: '/mapping/signals/CONVERSION' }, { pointer: '/mapping/write/attempts' }],
    });
  });

  test('[TRI2] who was there is backlog; who converts is a lead with its signal, at its own time, once', async () => {
    const connected = await connectMarketing(({ addPerson }) => void addPerson(1), withSignals);
    const { world, live } = connected;
    await live(10 * MINUTE_MS, 2);
    const person = world.addPerson(2);
    world.org.convert(person, 'ebook', { traffic_source: 'google', company_name: 'Acme' });
    const converted = world.clock.now;
    world.clock.now += 20_000;
    for (let times = 0; times < 2; times += 1) expect((await tell(connected, person)).status).toBe(202);
    expect(await live(1_000)).toMatchObject({ counts: { created: 2, signals: 1 } });
    const leads = await leadsOf(connected);
    const states = await Promise.all(leads.map(({ id }) => stateOf(connected, id)));
    const of = (n: number) => states.find(({ emails }) => emails[0] === `person${n}@example.test`);
    expect(of(1)).toMatchObject({ backlog: true, lastSignal: null });
    expect(of(2)).toMatchObject({
      backlog: false,
      lastSignal: { signal: 'demo_requested', at: converted },
    });
    // Stage and score are there, and coming back they are no news.
    await live(20 * MINUTE_MS, 4);
    expect(world.stageOf(person)).toBeTruthy();
    expect(world.org.contacts.get(person)?.fields).toHaveProperty('cf_combinado_score');
    const { changed } = (await live()).counts;
    const { counts } = await live(2 * DAY_MS, 8);
    expect(counts).toMatchObject({ created: 2, signals: 1, changed });
  });

  test('more than its limits allow at once comes in by and by, and nobody is told of trouble', async () => {
    const connected = await connectMarketing((world) => {
      for (let n = 0; n < 300; n += 1) world.addPerson(n);
    });
    const { live, world } = connected;
    let view = await live(MINUTE_MS);
    const first = view.counts.created;
    for (let step = 0; step < 40 && view.counts.created < 300; step += 1) {
      view = await live(30_000);
      expect(view.problem).toBeNull();
    }
    expect(first).toBeLessThan(80);
    expect(view.counts).toMatchObject({ created: 300 });
    expect(await leadsOf(connected)).toHaveLength(100);
    expect(world.org.requests.filter((one) => one.startsWith('GET /platform/contacts/uuid:'))).toHaveLength(
      300,
    );
  });

  test('ended, its webhooks are gone over there and its access with them', async () => {
    const connected = await connectMarketing();
    const { live, world, id } = connected;
    await live();
    expect(world.org.webhooks.size).toBe(2);
    expect((await send('DELETE', `/v1/connections/${id}`, at(connected))).status).toBe(204);
    expect([world.org.webhooks.size, world.org.installed]).toEqual([0, false]);
  });
});
