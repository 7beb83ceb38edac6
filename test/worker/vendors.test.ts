/** Each vendor's fake and a workspace: connected by an admin, people and calls in, attempts out, hints heeded. */
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../shared/time.ts';
import { dynamicsWorld } from '../vendors/dynamics/world.ts';
import { pipedriveWorld } from '../vendors/pipedrive/world.ts';
import type { VendorWorld } from '../vendors/roundTrip.ts';
import { salesforceWorld } from '../vendors/salesforce/world.ts';
import { json, MONDAY, send } from './api.ts';
import { answeringWorlds, connectWorld } from './connectedWorld.ts';

answeringWorlds();

const PEOPLE = 250;

interface Kind {
  readonly name: string;
  readonly make: () => VendorWorld;
  /** What a good delivery is answered with. */
  readonly answer: string;
  /** What their hooks prove themselves by. */
  readonly secretOf: (world: VendorWorld, hookUrl: string) => string;
}

const codeOf = (_: VendorWorld, hookUrl: string) => new URL(hookUrl).searchParams.get('code') ?? '';
let pipedrive = pipedriveWorld(MONDAY);
const KINDS: readonly Kind[] = [
  { name: 'salesforce', make: () => salesforceWorld(MONDAY), answer: '<Ack>true</Ack>', secretOf: codeOf },
  { name: 'dynamics', make: () => dynamicsWorld(MONDAY), answer: 'accepted', secretOf: codeOf },
  {
    name: 'pipedrive',
    make: () => (pipedrive = pipedriveWorld(MONDAY)),
    answer: 'accepted',
    secretOf: () => pipedrive.org.hooks[0]?.http_auth_password ?? '',
  },
];

describe.each(KINDS)('$name and a workspace', ({ make, answer, secretOf }) => {
  const connect = (fill?: (world: VendorWorld) => void) => connectWorld(make(), fill);

  test(`${PEOPLE} people and their calls come in once, an attempt goes out once, and nothing comes back`, async () => {
    const ids: string[] = [];
    const { world, team, live } = await connect((filled) => {
      for (let n = 0; n < PEOPLE; n += 1) ids.push(filled.addPerson(n));
      for (const id of ids.slice(0, 20)) filled.addCall(id, filled.clock.now);
    });
    let view = await live();
    for (let step = 0; step < 40 && (view.counts.created < PEOPLE || view.counts.attempts < 20); step += 1)
      view = await live();
    expect(view).toMatchObject({
      letters: 0,
      dead: 0,
      problem: null,
      counts: { created: PEOPLE, attempts: 20 },
    });
    for (let step = 0; step < 40 && view.waiting > 0; step += 1) view = await live();
    expect(view).toMatchObject({ dead: 0, waiting: 0 });
    for (const id of ids) expect(world.stageOf(id)).not.toBeNull();

    const { leads } = await json('GET', '/v1/leads?limit=1', { token: team.admin, now: world.clock.now });
    await json('POST', `/v1/leads/${leads[0].id}/attempts`, {
      token: team.admin,
      now: world.clock.now,
      body: { channel: 'call', outcome: 'left_message', evidence: 'clicked' },
    });
    await live(3 * MINUTE_MS, 6);
    expect(world.written()).toHaveLength(1);
    const before = (await live()).counts;
    const after = (await live(30 * MINUTE_MS, 10)).counts;
    expect(after).toMatchObject({
      created: before.created,
      changed: before.changed,
      attempts: before.attempts,
      written: before.written,
    });
    expect(world.written()).toHaveLength(1);
  }, 300_000);

  test('a hint is heeded within seconds; forged, it is refused', async () => {
    let person = '';
    const { world, team, id, live } = await connect((filled) => {
      person = filled.addPerson(1);
    });
    await live();
    await live();
    const { hookUrl } = await json('GET', `/v1/connections/${id}`, {
      token: team.admin,
      now: world.clock.now,
    });
    const own = secretOf(world, hookUrl);
    expect(own).toMatch(/^[0-9a-f]{64}$/);
    const post = (secret: string) => {
      const { body, header } = world.tell(person, secret);
      const url = new URL(hookUrl);
      if (url.searchParams.has('code')) url.searchParams.set('code', secret);
      const authorization = header('Authorization');
      const theirs = header('Combinado-Secret');
      return send('POST', `${url.pathname}${url.search}`, {
        raw: body,
        headers: {
          ...(authorization === null ? {} : { Authorization: authorization }),
          ...(theirs === null ? {} : { 'Combinado-Secret': theirs }),
        },
        now: world.clock.now,
      });
    };
    world.renamePerson(person, 'Hinted');
    expect((await post('f5'.repeat(32))).status).toBe(401);
    const companyOf = async () => {
      const { leads } = await json('GET', '/v1/leads?limit=1', { token: team.admin, now: world.clock.now });
      const lead = await json('GET', `/v1/leads/${leads[0].id}`, { token: team.admin, now: world.clock.now });
      return lead.state.fields.company;
    };
    await live(2_000);
    expect(await companyOf()).toBe('Company 1');
    const taken = await post(own);
    expect(taken.status).toBeLessThan(300);
    expect(await taken.text()).toContain(answer);
    await live(2_000, 2);
    expect(await companyOf()).toBe('Hinted');
  });
});
