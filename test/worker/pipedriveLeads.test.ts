/** Pipedrive's inbox of leads: whom each is about, what changes, what is archived while it is read, and back. */
import { describe, expect, test } from 'vitest';
import type { ConnectionMapping } from '../../shared/protocol/connections.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { pipedrive } from '../../worker/connectors/pipedrive.ts';
import type { Json } from '../../worker/connectors/connector.ts';
import type { Value } from '../vendors/pipedrive/items.ts';
import { pipedriveWorld, type PipedriveWorld } from '../vendors/pipedrive/world.ts';
import { giveAccess, lineOf } from '../vendors/roundTrip.ts';
import { json, MONDAY, send } from './api.ts';
import { answeringWorlds, connectWorld, type ConnectedWorld } from './connectedWorld.ts';

answeringWorlds();

const LABEL = 'f0000000-0000-4000-8000-000000000001';
const withLeads = (mapping: ConnectionMapping): ConnectionMapping => ({
  ...mapping,
  read: { ...mapping.read, leads: true },
  stageFrom: { theirs: 'lead.label_ids', words: { [LABEL]: 'mql' } },
});
const unread = (mapping: ConnectionMapping) => mapping;

async function open(fill: (world: PipedriveWorld) => void = () => undefined, change = withLeads) {
  const world = pipedriveWorld(MONDAY);
  world.org.inbox.labels.push({ id: LABEL, name: 'Hot', color: 'red' });
  return { ...(await connectWorld(world, () => fill(world), change)), world };
}

const at = ({ world, team }: ConnectedWorld) => ({ token: team.admin, now: world.clock.now });
async function leadsOf(connected: ConnectedWorld) {
  const { leads } = await json('GET', '/v1/leads?limit=100', at(connected));
  return leads as { id: string; company: string | null; owner: string | null; stage: string }[];
}
const stateOf = async (connected: ConnectedWorld, id = '') =>
  (await json('GET', `/v1/leads/${id}`, at(connected))).state;

describe('Pipedrive’s inbox', () => {
  test('a lead is the person it is about, once, under its own owner and label', async () => {
    const connected = await open();
    const { world, live } = connected;
    const person = world.addPerson(1);
    await live();
    expect(await leadsOf(connected)).toMatchObject([{ stage: 'lead' }]);
    const lead = world.org.inbox.put(undefined, { title: 'Fair', person_id: Number(person) });
    await live();
    expect(await leadsOf(connected)).toHaveLength(1);
    world.org.inbox.put(lead.id, { label_ids: [LABEL] });
    await live();
    const [one, ...others] = await leadsOf(connected);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ stage: 'mql' });
    const { externalIds } = await stateOf(connected, one?.id);
    expect(externalIds).toEqual(
      expect.arrayContaining([
        { system: 'pipedrive', object: 'person', id: person },
        { system: 'pipedrive', object: 'lead', id: lead.id },
      ]),
    );
    // What is ours is written into the person.
    expect(world.stageOf(person)).toBeTruthy();
  });

  test('one of an organisation alone is a lead by its number; the person put to it later is the same lead', async () => {
    const connected = await open();
    const { world, live, id } = connected;
    const organization = world.org.items.put('organizations', undefined, { name: 'Acme' }).id;
    const lead = world.org.inbox.put(undefined, { title: 'Roof', organization_id: organization });
    await live();
    const [one] = await leadsOf(connected);
    expect(one).toMatchObject({ company: 'Acme' });
    // What was done about it is its own, there and here.
    world.org.items.put('activities', undefined, { type: 'call', done: true, lead_id: lead.id });
    await live();
    expect((await stateOf(connected, one?.id)).attempts).toMatchObject([{ channel: 'call' }]);
    const body = { attempts: [{ leadId: one?.id, channel: 'email', outcome: 'sent', at: world.clock.now }] };
    await send('POST', '/v1/attempts', { ...at(connected), body });
    await live();
    expect(world.org.items.all('activities').at(-1)).toMatchObject({ type: 'email', lead_id: lead.id });
    const person = world.addPerson(7);
    world.org.inbox.put(lead.id, { person_id: Number(person) });
    await live();
    await live();
    expect(await leadsOf(connected)).toHaveLength(1);
    expect(await stateOf(connected, one?.id)).toMatchObject({ emails: ['person7@example.test'] });
    expect(world.stageOf(person)).toBeTruthy();
    expect(await json('GET', `/v1/connections/${id}`, at(connected))).toMatchObject({ letters: 0, dead: 0 });
  });

  test('one that is archived, turned into a deal or deleted takes nobody away', async () => {
    const connected = await open();
    const { world, live } = connected;
    const [first, second] = [world.addPerson(1), world.addPerson(2)];
    const leads = [first, second].map((one) => world.org.inbox.put(undefined, { person_id: Number(one) }));
    await live();
    world.org.inbox.put(leads[0]?.id, { is_archived: true });
    world.org.inbox.remove(leads[1]?.id ?? '');
    await live();
    expect(await leadsOf(connected)).toHaveLength(2);
  });

  test('is not read, nor hooks asked for, unless that was agreed; where the access does not reach it, all else goes on', async () => {
    const quiet = await open((world) => {
      world.org.inbox.put(undefined, { person_id: Number(world.addPerson(1)) });
    }, unread);
    await quiet.live();
    expect(quiet.world.org.requests.filter((one) => one.includes('/v1/leads'))).toEqual([]);
    const known = await json('GET', `/v1/connections/${quiet.id}/fields`, at(quiet));
    expect(known.reads).toEqual(['activities', 'deals', 'leads']);
    expect(known.fields).toContainEqual({
      id: 'lead.label_ids',
      label: 'Lead: Label',
      type: 'choice',
      writable: false,
      options: [{ value: LABEL, label: 'Hot' }],
    });
    expect(quiet.world.org.hooks.map(({ event_object }) => event_object)).not.toContain('lead');
    const body = {
      mapping: withLeads((await json('GET', `/v1/connections/${quiet.id}`, at(quiet))).mapping),
    };
    await send('PUT', `/v1/connections/${quiet.id}/mapping`, { ...at(quiet), body });
    await quiet.live();
    expect(quiet.world.org.hooks.map(({ event_object }) => event_object)).toContain('lead');
    quiet.world.org.inbox.closed = true;
    quiet.world.addPerson(2);
    await quiet.live();
    expect(await leadsOf(quiet)).toHaveLength(2);
    expect(await json('GET', `/v1/connections/${quiet.id}`, at(quiet))).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    const narrowed = await json('GET', `/v1/connections/${quiet.id}/fields`, at(quiet));
    expect(narrowed.fields.map((field: { id: string }) => field.id)).not.toContain('lead.label_ids');
  });

  test('a hook names a lead by its number; what is archived meanwhile costs no other its place', async () => {
    const world = pipedriveWorld(MONDAY);
    const connected = await connectWorld(world, () => undefined, unread);
    const granted = await giveAccess(world);
    const line = () => lineOf(world, granted);
    const mapping = withLeads(world.mapping);
    const ids = Array.from({ length: 450 }, (_, n) => {
      world.clock.now += 1_000;
      const { id } = world.org.items.put('organizations', undefined, { name: `Company ${n}` });
      return world.org.inbox.put(undefined, { organization_id: id }).id;
    });
    const hook = {
      meta: { action: 'change', entity: 'lead', entity_id: ids[3], company_id: 7_812_001, id: 'h1' },
    };
    const delivery = { method: 'POST', url: '', header: () => null, body: JSON.stringify(hook) };
    expect(pipedrive.hints(delivery)).toMatchObject([{ stream: 'leads', id: ids[3] }]);
    const gone = { ...delivery, body: JSON.stringify({ meta: { ...hook.meta, action: 'delete' } }) };
    expect(pipedrive.hints(gone)).toEqual([]);

    const seen = new Set<string>();
    let [cursor, pages]: [Json, number] = [null, 0];
    const readOn = async () => {
      for (let more = true; more; pages += 1) {
        const page = await pipedrive.read(line(), 'leads', cursor, mapping);
        if (!page.ok) throw new Error(page.detail);
        for (const { ref } of page.value.changes) seen.add(ref.id);
        ({ cursor, more } = page.value);
        // Those that were read already leave the inbox, and all behind them move up.
        for (const id of ids.splice(0, pages < 4 ? 30 : 0)) world.org.inbox.put(id, { is_archived: true });
      }
    };
    world.clock.now += 5 * MINUTE_MS;
    await readOn();
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
    world.clock.now += 5 * MINUTE_MS;
    seen.clear();
    const changed: Value = { title: 'Renamed' };
    for (const id of ids.slice(0, 150)) world.org.inbox.put(id, changed);
    world.clock.now += 5 * MINUTE_MS;
    await readOn();
    expect([...seen].toSorted()).toEqual(ids.slice(0, 150).toSorted());
    expect(connected.id).toBeTruthy();
  });
});
