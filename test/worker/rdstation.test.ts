/** RD Station CRM: the round trip, and what is its own. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Granted, Write } from '../../worker/connectors/connector.ts';
import { rdstation } from '../../worker/connectors/rdstation.ts';
import { rdstationWorld } from '../vendors/rdstation/world.ts';
import { giveAccess, lineOf, Mirror, OWN_SECRET, roundTrip, speakingTo } from '../vendors/roundTrip.ts';
import { oneBitOff, refusals } from '../vendors/oneBitOff.ts';

const NOW = Date.parse('2026-11-16T14:00:00Z');
const HOUR = 60 * 60_000;

describe('RD Station CRM, there and back', () => {
  roundTrip(() => rdstationWorld(NOW));
});

describe('RD Station CRM', () => {
  let world = rdstationWorld(NOW);
  speakingTo(() => world);
  let granted: Granted;
  let person = '';
  const line = () => lineOf(world, granted);
  const read = async (mirror = new Mirror(world)) => {
    expect(await mirror.sync(line())).toBeUndefined();
    return mirror;
  };

  beforeEach(async () => {
    world = rdstationWorld(NOW);
    granted = await giveAccess(world);
    person = world.addPerson(1);
  });

  test('a refresh token is good once: the new one is kept', async () => {
    world.org.access.expire();
    const open = line();
    await rdstation.read(open, 'contacts', null, world.mapping);
    expect(open.tokens?.refresh).not.toBe(granted.tokens.refresh);
    world.org.access.expire();
    const stale = await rdstation.read(line(), 'contacts', null, world.mapping);
    expect(stale).toMatchObject({ ok: false, trouble: 'unauthorised' });
  });

  test.each([true, false])(
    'a person with company and consent, whether lists take ids (%s) or not',
    async (takesIds) => {
      world.org.takesIds = takesIds;
      const other = world.addPerson(2);
      const organizations = ['Acme', 'Globex'].map(
        (name) => world.org.put('organizations', undefined, { name }).id,
      );
      world.org.put('contacts', person, {
        organization_id: organizations[0],
        phones: [{ phone: '+55 11 99000-1000', type: 'mobile' }],
        legal_bases: [{ category: 'communications', type: 'consent', status: 'declined' }],
      });
      world.org.put('contacts', other, { organization_id: organizations[1] });
      world = {
        ...world,
        mapping: {
          ...world.mapping,
          fields: [{ ours: 'company', theirs: 'organization_id', keeper: 'theirs' }],
        },
      };
      const { people } = await read();
      expect(people.get(`contact/${person}`)).toMatchObject({
        emails: ['person1@example.test'],
        phones: ['+55 11 99000-1000'],
        optedOut: ['email'],
        values: { organization_id: 'Acme' },
      });
      expect(people.get(`contact/${other}`)).toMatchObject({
        optedOut: null,
        values: { organization_id: 'Globex' },
      });
    },
  );

  test.each([
    ['call', 'call', 'no_answer'],
    ['whatsapp', 'whatsapp', 'sent'],
    ['visit', 'meeting', 'connected'],
    ['task', 'other', 'sent'],
  ])('a completed %s is %s, %s, of the people of its deal', async (type, channel, outcome) => {
    const task = world.org.put('tasks', undefined, {
      type,
      status: 'open',
      deal_id: world.dealOf(person),
      owner_ids: ['u1'],
    });
    const mirror = await read();
    expect(mirror.activities.size).toBe(0);
    world.clock.now += HOUR;
    world.org.put('tasks', task.id, { status: 'completed' });
    await read(mirror);
    expect(Array.from(mirror.activities.values())).toMatchObject([
      { channel, outcome, at: NOW + HOUR, by: 'u1', people: [{ object: 'contact', id: person }] },
    ]);
  });

  test('a deal that was lost says why', async () => {
    const reason = world.org.put('lost_reasons', undefined, { name: 'Preço' }).id;
    const deal = world.dealOf(person);
    world.org.put('deals', deal, { status: 'lost', lost_reason_id: reason, total_price: 900 });
    expect((await read()).deals.get(`deal/${deal}`)).toMatchObject({
      outcome: 'lost',
      reason: 'Preço',
      amount: 900,
    });
  });

  test('an attempt is a completed task of the newest deal; without a deal there is nowhere for it', async () => {
    world.clock.now += HOUR;
    const newest = world.addDeal(person, 10);
    const lonely = world.addPerson(5_000);
    const attempt = (id: string, to: string): Write => ({
      kind: 'attempt',
      id,
      person: { object: 'contact', id: to },
      channel: 'whatsapp',
      outcome: 'sent',
      at: NOW,
      by: 'u1',
      title: 'WhatsApp · enviado',
    });
    const answer = await rdstation.write(line(), [attempt('a1', person), attempt('a2', lonely)]);
    expect(answer).toMatchObject({ ok: true, value: [{ ok: true }, { ok: false, trouble: 'invalid' }] });
    expect(world.org.all('tasks')).toMatchObject([
      {
        name: 'WhatsApp · enviado',
        type: 'whatsapp',
        status: 'completed',
        deal_id: newest,
        owner_ids: ['u1'],
      },
    ]);
  });

  test('made but not yet completed, it is completed, not made again', async () => {
    const write: Write = {
      kind: 'attempt',
      id: 'a1',
      person: { object: 'contact', id: person },
      channel: 'call',
      outcome: 'connected',
      at: NOW,
      by: null,
      title: 'Ligação',
    };
    world.troubles.plan('broken', 1, /\/tasks\/\w+$/);
    expect(await rdstation.write(line(), [write])).toMatchObject({ ok: false, trouble: 'unavailable' });
    expect(world.written()).toEqual([]);
    expect(await rdstation.write(line(), [write])).toMatchObject({ ok: true });
    expect([world.org.all('tasks').length, world.written()]).toEqual([1, ['a1']]);
  });

  test('prepared twice, the two fields are there once and are none of the mapping’s', async () => {
    for (const field of world.org.all('custom_fields')) world.org.remove('custom_fields', field.id);
    const hook = { url: '', own: OWN_SECRET };
    for (let times = 0; times < 2; times += 1)
      expect(await rdstation.prepare(line(), world.mapping, hook)).toEqual({ ok: true, value: null });
    expect(world.org.all('custom_fields').map(({ slug }) => slug)).toEqual([
      'combinado_stage',
      'combinado_score',
    ]);
    const described = await rdstation.describe(line());
    expect(described.ok && described.value.fields.map(({ id }) => id)).toEqual([
      'name',
      'job_title',
      'organization_id',
    ]);
  });

  test('10,000 one-bit changes of the code in the address are refused', async () => {
    const delivery = world.tell(person, OWN_SECRET);
    const address = delivery.url.slice(0, -OWN_SECRET.length);
    const isTaken = (n: number) => {
      const changed = { ...delivery, url: address + oneBitOff(OWN_SECRET, n) };
      return rdstation.verify(changed, { app: 'x', own: OWN_SECRET }, NOW);
    };
    expect(await refusals(10_000, isTaken)).toBe(10_000);
  });
});
