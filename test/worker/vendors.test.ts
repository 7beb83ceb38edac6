/**
 * Each vendor's fake and a workspace: connected by an admin, people and calls in, attempts out, hints heeded, access
 * that runs out and is taken back, and what the two sides agreed of keeping, erasing and duplicates.
 */
import { describe, expect, test } from 'vitest';
import type { ConnectionMapping, Vendor } from '../../shared/protocol/connections.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import type { VendorWorld } from '../vendors/roundTrip.ts';
import { WORLDS } from '../vendors/worlds.ts';
import { addLead, json, MONDAY, send } from './api.ts';
import {
  answeringWorlds,
  beginWorld,
  connectWorld,
  deliver,
  giveAgain,
  type ConnectedWorld,
} from './connectedWorld.ts';

answeringWorlds();

const PEOPLE = 250;
/** What a good delivery is answered with, where the vendor wants more than that it was accepted. */
const ANSWERS: Readonly<Partial<Record<Vendor, string>>> = { salesforce: '<Ack>true</Ack>' };
/** Long enough for what no webhook tells of to be read, ms. */
const settles = ({ settlesMs = 30 * MINUTE_MS }: VendorWorld) => settlesMs;

const at = ({ world, team }: ConnectedWorld) => ({ token: team.admin, now: world.clock.now });
const leadsOf = async (connected: ConnectedWorld) =>
  (await json('GET', '/v1/leads?limit=50', at(connected))).leads as { id: string; company: string | null }[];
const stateOf = async (connected: ConnectedWorld, id = '') =>
  (await json('GET', `/v1/leads/${id}`, at(connected))).state;
const leadWith = async (connected: ConnectedWorld, n: number): Promise<string> => {
  const body = { leads: [{ emails: [`person${n}@example.test`] }] };
  return (await json('POST', '/v1/leads', { ...at(connected), body })).results[0].id;
};
const hookOf = async (connected: ConnectedWorld): Promise<string> =>
  (await json('GET', `/v1/connections/${connected.id}`, at(connected))).hookUrl;

describe.each(WORLDS)('$name and a workspace', ({ name, make }) => {
  const connect = (
    fill?: (world: VendorWorld) => void,
    change?: (mapping: ConnectionMapping) => ConnectionMapping,
  ) => connectWorld(make(MONDAY), fill, change);
  const hasAttempts = !make(MONDAY).connector.noAttempts;

  test('a mapping is proposed, and twenty records say what they would do before anything is written', async () => {
    const connected = await beginWorld(make(MONDAY), (filled) => {
      for (let n = 0; n < 25; n += 1) filled.addPerson(n);
    });
    const { id, world } = connected;
    const { mapping, fields } = await json('GET', `/v1/connections/${id}/fields`, at(connected));
    expect(mapping.fields.length).toBeGreaterThan(0);
    const known = new Set(fields.map((field: { id: string }) => field.id));
    for (const { theirs } of mapping.fields) expect(known).toContain(theirs);
    const before = await json('POST', `/v1/connections/${id}/preview`, {
      ...at(connected),
      body: { mapping },
    });
    expect(before.people).toHaveLength(20);
    expect(before.people[0]).toMatchObject({ does: 'creates', emails: ['person0@example.test'], faults: [] });
    expect(await leadsOf(connected)).toEqual([]);
    expect(await connected.live(HOUR_MS, 4)).toMatchObject({ counts: { created: 0, written: 0 } });
    expect(world.written()).toEqual([]);
  });

  test('a write it does not take is a letter, and written once it is tried again', async () => {
    let person = '';
    const connected = await connect((filled) => {
      person = filled.addPerson(1);
      filled.troubles.plan('refused', 1, /batch\/update|^(?:PUT|PATCH) /);
    });
    const { world, live, id } = connected;
    const view = await live(20 * MINUTE_MS, 6);
    expect(world.troubles.made.refused).toBe(1);
    expect(view).toMatchObject({ dead: 1, state: 'running' });
    expect(world.stageOf(person)).toBeNull();
    const { letters } = await json('GET', `/v1/connections/${id}/letters`, at(connected));
    expect(letters).toMatchObject([{ direction: 'out', what: 'values', tries: 1 }]);
    const path = `/v1/connections/${id}/letters/${letters[0].id}/retry`;
    expect((await send('POST', path, at(connected))).status).toBeLessThan(300);
    expect(await live(2 * HOUR_MS, 4)).toMatchObject({ dead: 0, letters: 0, waiting: 0 });
    expect(world.stageOf(person)).not.toBeNull();
  });

  test(`${PEOPLE} people and their calls come in once, an attempt goes out once, and nothing comes back`, async () => {
    const ids: string[] = [];
    const connected = await connect((filled) => {
      for (let n = 0; n < PEOPLE; n += 1) ids.push(filled.addPerson(n));
      for (const id of hasAttempts ? ids.slice(0, 20) : []) filled.addCall(id, filled.clock.now);
    });
    const { world, live } = connected;
    const attempts = hasAttempts ? 20 : 0;
    let view = await live();
    for (
      let step = 0;
      step < 60 && (view.counts.created < PEOPLE || view.counts.attempts < attempts);
      step += 1
    )
      view = await live();
    expect(view).toMatchObject({
      letters: 0,
      dead: 0,
      problem: null,
      counts: { created: PEOPLE, attempts },
    });
    for (let step = 0; step < 60 && view.waiting > 0; step += 1) view = await live();
    expect(view).toMatchObject({ dead: 0, waiting: 0 });
    for (const id of ids) expect(world.stageOf(id)).not.toBeNull();

    const [lead] = await leadsOf(connected);
    await json('POST', `/v1/leads/${lead?.id}/attempts`, {
      ...at(connected),
      body: { channel: 'call', outcome: 'left_message', evidence: 'clicked' },
    });
    await live(3 * MINUTE_MS, 6);
    const written = hasAttempts ? 1 : 0;
    expect(world.written()).toHaveLength(written);
    const before = (await live()).counts;
    const after = (await live(settles(world), 10)).counts;
    expect(after).toMatchObject({
      created: before.created,
      changed: before.changed,
      attempts: before.attempts,
      written: before.written,
    });
    expect(world.written()).toHaveLength(written);
  }, 300_000);

  test('whose a lead is here is told there, where a person is somebody’s, once', async () => {
    let person = '';
    const connected = await connect(
      (filled) => {
        person = filled.addPerson(1);
      },
      (mapping) => ({ ...mapping, owner: 'ours' }),
    );
    const { world, live, team, id } = connected;
    const { mapping } = await json('GET', `/v1/connections/${id}`, at(connected));
    const people = Object.fromEntries(
      Object.keys(mapping.people).map((ref) => [ref, ref === world.rep ? team.sdr.id : null]),
    );
    await json('PUT', `/v1/connections/${id}/mapping`, {
      ...at(connected),
      body: { mapping: { ...mapping, people } },
    });
    await live(30 * MINUTE_MS, 6);
    const body = { leads: [{ emails: ['person1@example.test'], owner: team.sdr.id }] };
    await json('POST', '/v1/leads', { ...at(connected), body });
    const view = await live(30 * MINUTE_MS, 6);
    expect(view).toMatchObject({ letters: 0, dead: 0, waiting: 0 });
    expect(world.ownerOf(person)).toBe(world.rep);
    const after = await live(settles(world), 6);
    expect(after.counts).toMatchObject({ written: view.counts.written, changed: view.counts.changed });
  });

  test('a deal comes in open, then won or lost, with its amount, each once', async () => {
    const people: string[] = [];
    const keepsDeals = make(MONDAY).lacks?.includes('deals') !== true;
    const connected = await connect((filled) => void people.push(filled.addPerson(1), filled.addPerson(2)));
    const { world, live } = connected;
    const amounts = [12_000, 500];
    const deals = keepsDeals ? people.map((person, n) => world.addDeal(person, amounts[n] ?? 0)) : [];
    await live(30 * MINUTE_MS, 6);
    for (const id of deals.slice(0, 1)) world.winDeal(id);
    for (const id of deals.slice(1)) world.loseDeal(id);
    await live(30 * MINUTE_MS, 6);
    await live(HOUR_MS, 6);
    const told: string[] = [];
    for (const n of [1, 2]) {
      const { facts } = await json('GET', `/v1/leads/${await leadWith(connected, n)}/facts`, at(connected));
      for (const { kind, body } of facts as { kind: string; body: { outcome: string; amount: number } }[])
        if (kind === 'deal.changed' && body.amount > 0) told.push(`${n}: ${body.amount} ${body.outcome}`);
    }
    expect(told).toEqual(keepsDeals ? ['1: 12000 open', '1: 12000 won', '2: 500 open', '2: 500 lost'] : []);
  });

  test('a hint is heeded within seconds; forged, repeated, reordered and replayed it does nothing more', async () => {
    let person = '';
    const connected = await connect((filled) => {
      person = filled.addPerson(1);
    });
    const { world, live } = connected;
    await live(20 * MINUTE_MS, 6);
    const hookUrl = await hookOf(connected);
    const own = world.secretOf(hookUrl);
    const tell = (secret = own) => world.tell(person, secret, hookUrl);
    const post = (delivery: ReturnType<typeof tell>) => deliver(delivery, world.clock.now);
    const companyOf = async () => (await stateOf(connected, await leadWith(connected, 1))).fields.company;
    const hints = async () => (await live(1_000)).counts.hints as number;

    world.renamePerson(person, 'First');
    const first = tell();
    for (const secret of ['', 'f5'.repeat(32), own.slice(1), `${own}0`])
      expect((await post(tell(secret))).status).toBe(401);
    expect(await hints()).toBe(0);
    expect(await companyOf()).toBe('Company 1');
    world.clock.now += 1_000;
    world.renamePerson(person, 'Second');
    const second = tell();
    // What happened later is told first, and both twice.
    for (const delivery of [second, first, first, second]) {
      const taken = await post(delivery);
      expect(taken.status).toBeLessThan(300);
      expect(await taken.text()).toContain(ANSWERS[name] ?? 'accepted');
    }
    await live(2_000, 2);
    expect(await companyOf()).toBe('Second');
    expect(await hints()).toBe(2);
    // Somebody who heard it sends it again tomorrow: refused where the hour is signed, else known.
    world.clock.now += DAY_MS;
    await live(settles(world), 4);
    const before = await live(1_000);
    for (const delivery of [first, second]) expect([200, 202, 401]).toContain((await post(delivery)).status);
    const after = await live(1_000);
    expect(after.counts).toMatchObject({ hints: 2, changed: before.counts.changed });
  });

  test('a hint at what they do not let us see holds up no other', async () => {
    const people: string[] = [];
    const connected = await connect((filled) => void people.push(filled.addPerson(1), filled.addPerson(2)));
    const { world, live } = connected;
    await live(20 * MINUTE_MS, 6);
    const hookUrl = await hookOf(connected);
    const tell = (person = '') =>
      deliver(world.tell(person, world.secretOf(hookUrl), hookUrl), world.clock.now);
    world.troubles.plan('denied', 1);
    expect((await tell(people[0])).status).toBeLessThan(300);
    expect(await live(1_000)).toMatchObject({ problem: null, state: 'running' });
    expect(world.troubles.made.denied).toBe(1);
    world.renamePerson(people[1] ?? '', 'Hinted');
    expect((await tell(people[1])).status).toBeLessThan(300);
    await live(2_000, 2);
    expect((await stateOf(connected, await leadWith(connected, 2))).fields.company).toBe('Hinted');
  });

  test('access that has run out is renewed; taken back it says so, and given again nothing was lost or doubled', async () => {
    let person = '';
    const connected = await connect((filled) => {
      person = filled.addPerson(1);
    });
    const { world, live, team } = connected;
    await live(20 * MINUTE_MS, 6);
    world.expire();
    const early = world.addPerson(2);
    expect(await live(settles(world), 4)).toMatchObject({ state: 'running', problem: null });
    expect(await leadsOf(connected)).toHaveLength(2);
    world.revoke();
    world.renamePerson(person, 'Renamed meanwhile');
    const late = world.addPerson(3);
    for (const id of hasAttempts ? [early] : []) world.addCall(id, world.clock.now);
    for (const lead of hasAttempts ? [await leadWith(connected, 1)] : [])
      await send('POST', `/v1/leads/${lead}/attempts`, {
        token: team.sdr.token,
        now: world.clock.now,
        body: { channel: 'email', outcome: 'sent', evidence: 'clicked' },
      });
    const revoked = await live(30 * MINUTE_MS, 6);
    expect(revoked).toMatchObject({ state: 'revoked', nextAt: null, problem: { kind: 'unauthorised' } });
    expect(world.written()).toEqual([]);
    await giveAgain(connected);
    const view = await live(settles(world) + HOUR_MS, 12);
    expect(view).toMatchObject({ state: 'running', problem: null, waiting: 0, dead: 0, letters: 0 });
    expect(view.counts).toMatchObject({ created: 3, attempts: hasAttempts ? 1 : 0 });
    expect(world.written()).toHaveLength(hasAttempts ? 1 : 0);
    expect((await stateOf(connected, await leadWith(connected, 1))).fields.company).toBe('Renamed meanwhile');
    expect(world.stageOf(late)).not.toBeNull();
  });

  test.each(['theirs', 'ours'] as const)(
    'a field both sides change is what its keeper says: %s',
    async (keeper) => {
      let person = '';
      const connected = await connect(
        (filled) => {
          person = filled.addPerson(1);
        },
        (mapping) => ({ ...mapping, fields: mapping.fields.map((pair) => ({ ...pair, keeper })) }),
      );
      const { world, live } = connected;
      await live(20 * MINUTE_MS, 6);
      const lead = await leadWith(connected, 1);
      world.renamePerson(person, 'There');
      const body = { leads: [{ emails: ['person1@example.test'], fields: { company: 'Here' } }] };
      await json('POST', '/v1/leads', { ...at(connected), body });
      const { letters, dead } = await live(settles(world) + HOUR_MS, 12);
      expect([letters, dead]).toEqual([0, 0]);
      expect((await stateOf(connected, lead)).fields.company).toBe(keeper === 'theirs' ? 'There' : 'Here');
      // A company is a record of its own with Pipedrive: its name is never written into a person.
      const there = keeper === 'theirs' || name === 'pipedrive' ? 'There' : 'Here';
      expect(world.companyOf(person)).toBe(there);
    },
  );

  test('[IDN3] whose addresses are of two leads here is proposed for merging, and merged by nobody', async () => {
    const connected = await connect();
    const { world, team, live } = connected;
    const phone = '+14155550123';
    const one = await addLead(team.admin, { emails: ['person1@example.test'], fields: { name: 'Ann' } });
    const other = await addLead(team.admin, { emails: [], phones: [phone], fields: { name: 'Ben' } });
    world.addPerson(1, phone);
    const view = await live(settles(world) + HOUR_MS, 12);
    expect(view).toMatchObject({ letters: 0, dead: 0, counts: { created: 0 } });
    expect((await leadsOf(connected)).map(({ id }) => id).toSorted()).toEqual([one, other].toSorted());
    const { duplicates } = await json('GET', '/v1/leads/duplicates', at(connected));
    expect(duplicates).toMatchObject([{ keys: [`phone:${phone}`] }]);
    expect([duplicates[0].keep, duplicates[0].absorb].toSorted()).toEqual([one, other].toSorted());
  });

  test.each(['keep', 'erase'] as const)('[PRI4] deleted there, agreed to %s here', async (there) => {
    let person = '';
    const connected = await connect(
      (filled) => {
        person = filled.addPerson(1);
      },
      (mapping) => ({ ...mapping, gone: { there, here: 'keep' } }),
    );
    const { world, live } = connected;
    await live(20 * MINUTE_MS, 6);
    expect(await leadsOf(connected)).toHaveLength(1);
    world.deletePerson(person);
    const hookUrl = await hookOf(connected);
    for (const secret of world.deletedByHint ? [world.secretOf(hookUrl)] : [])
      expect((await deliver(world.tell(person, secret, hookUrl), world.clock.now)).status).toBeLessThan(300);
    const view = await live(settles(world), 16);
    expect(view).toMatchObject({ letters: 0, dead: 0, counts: { gone: 1 } });
    expect(await leadsOf(connected)).toHaveLength(there === 'keep' ? 1 : 0);
  });

  test.each(['keep', 'erase'] as const)(
    '[PRI4] erased here, agreed to %s there: it never comes back',
    async (here) => {
      let person = '';
      const connected = await connect(
        (filled) => {
          person = filled.addPerson(1);
        },
        (mapping) => ({ ...mapping, gone: { there: 'keep', here } }),
      );
      const { world, live } = connected;
      await live(20 * MINUTE_MS, 6);
      const [lead] = await leadsOf(connected);
      expect((await send('DELETE', `/v1/leads/${lead?.id}`, at(connected))).status).toBeLessThan(300);
      await live(5 * MINUTE_MS, 3);
      const { connector, peopleStream } = world;
      expect(connector.streams.map(({ id }) => id)).toContain(peopleStream);
      expect(isThere(world, person)).toBe(here === 'keep');
      for (const id of here === 'keep' ? [person] : []) world.renamePerson(id, 'Back again');
      const view = await live(settles(world) + HOUR_MS, 12);
      expect(view).toMatchObject({ letters: 0, dead: 0, problem: null });
      expect(await leadsOf(connected)).toEqual([]);
    },
  );
});

/** A record that is gone has no company and cannot be asked for one. */
function isThere(world: VendorWorld, person: string): boolean {
  try {
    return (world.companyOf(person) ?? '') !== '';
  } catch {
    return false;
  }
}
