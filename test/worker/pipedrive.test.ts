/** Pipedrive: the round trip, and what is its own. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Granted, Write } from '../../worker/connectors/connector.ts';
import { pipedrive } from '../../worker/connectors/pipedrive.ts';
import type { Value } from '../vendors/pipedrive/items.ts';
import { secondOf } from '../vendors/pipedrive/items.ts';
import { pipedriveWorld } from '../vendors/pipedrive/world.ts';
import { giveAccess, lineOf, Mirror, OWN_SECRET, roundTrip, speakingTo } from '../vendors/roundTrip.ts';
import { oneBitOff, refusals } from '../vendors/oneBitOff.ts';

const NOW = Date.parse('2026-11-16T14:00:00Z');
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

describe('Pipedrive, there and back', () => {
  roundTrip(() => pipedriveWorld(NOW));
});

describe('Pipedrive', () => {
  let world = pipedriveWorld(NOW);
  speakingTo(() => world);
  let granted: Granted;
  let person = '';
  const line = () => lineOf(world, granted);
  const read = async (mirror = new Mirror(world)) => {
    expect(await mirror.sync(line())).toBeUndefined();
    return mirror;
  };
  const done = (values: Value) =>
    world.org.items.put('activities', undefined, {
      done: true,
      participants: [{ person_id: Number(person), primary: true }],
      ...values,
    });

  beforeEach(async () => {
    world = pipedriveWorld(NOW);
    granted = await giveAccess(world);
    person = world.addPerson(1);
  });

  test('access names the company and its own address', () => {
    expect(granted).toMatchObject({
      tokens: { expiresAt: NOW + 3_599_000 },
      account: { id: '7812001', name: 'Acme', site: 'https://acme.pipedrive.com' },
    });
  });

  test('a person: primary address first, fields of the company’s own, what they do not want', async () => {
    const field = 'c'.repeat(40);
    world.org.fields.push({
      key: field,
      name: 'Porte',
      field_type: 'enum',
      edit_flag: true,
      options: [{ id: 12, label: 'Grande' }],
    });
    world.org.items.put('persons', Number(person), {
      emails: [
        { value: 'old@example.test', primary: false },
        { value: 'ana@example.test', primary: true },
      ],
      phones: [{ value: '+5511990001000', primary: true }],
      marketing_status: 'unsubscribed',
      owner_id: 77,
      custom_fields: { [field]: 12 },
    });
    const described = await pipedrive.describe(line());
    expect(described.ok && described.value.fields.find(({ id }) => id === field)).toMatchObject({
      type: 'choice',
      options: [{ value: '12', label: 'Grande' }],
    });
    world = {
      ...world,
      mapping: { ...world.mapping, fields: [{ ours: 'size', theirs: field, keeper: 'theirs' }] },
    };
    expect(Array.from((await read()).people.values())).toMatchObject([
      {
        emails: ['ana@example.test', 'old@example.test'],
        phones: ['+5511990001000'],
        owner: '77',
        optedOut: ['email'],
        values: { [field]: 12 },
      },
    ]);
  });

  test.each([
    ['call', 'call', 'no_answer'],
    ['email', 'email', 'sent'],
    ['whatsapp_message', 'whatsapp', 'sent'],
    ['lunch', 'meeting', 'connected'],
    ['deadline', 'other', 'sent'],
  ])('a done %s is %s, %s', async (type, channel, outcome) => {
    const { id } = done({ type });
    expect(Array.from((await read()).activities.values())).toMatchObject([
      { ref: { object: 'activity', id: String(id) }, channel, outcome, at: NOW, by: '1' },
    ]);
  });

  test('[ATT6] written down after its own hour it was at that hour; planned before, when it was ticked off', async () => {
    done({ type: 'call', due_date: '2026-11-16', due_time: '10:40' });
    const planned = world.org.items.put('activities', undefined, {
      type: 'call',
      done: false,
      due_date: '2026-11-16',
      due_time: '15:00',
      participants: [{ person_id: Number(person), primary: true }],
    });
    const mirror = await read();
    expect(Array.from(mirror.activities.values(), ({ at }) => at)).toEqual([
      Date.parse('2026-11-16T10:40:00Z'),
    ]);
    world.clock.now += 3 * HOUR;
    world.org.items.put('activities', planned.id, { done: true });
    await read(mirror);
    expect(mirror.activities.get(`activity/${planned.id}`)?.at).toBe(NOW + 3 * HOUR);
  });

  test('a call that names nobody is about the person of its deal, or of its lead in the inbox', async () => {
    const lead = '11111111-2222-3333-4444-555555555555';
    world.org.inbox.put(lead, { title: 'Fair', person_id: Number(person) });
    const deal = Number(world.addDeal(person, 100));
    const nobody = { participants: [], type: 'call' };
    const ids = [
      done({ ...nobody, deal_id: deal }),
      done({ ...nobody, lead_id: lead }),
      done({ ...nobody, lead_id: '99999999-2222-3333-4444-555555555555' }),
      done({ ...nobody, deal_id: 4_711 }),
    ].map(({ id }) => id);
    const { activities } = await read();
    expect(Array.from(activities.values(), ({ ref, people }) => [ref.id, people])).toEqual(
      ids.slice(0, 2).map((id) => [String(id), [{ object: 'person', id: person }]]),
    );
  });

  test('a meeting is booked when it is made, and held when it is ticked off', async () => {
    const { id } = done({ type: 'meeting', done: false, due_date: '2026-11-18', due_time: '09:00' });
    const mirror = await read();
    world.clock.now += 2 * DAY;
    world.org.items.put('activities', id, { done: true });
    await read(mirror);
    expect(Array.from(mirror.activities.values(), ({ outcome, at }) => [outcome, at])).toEqual([
      ['meeting_booked', NOW],
      ['connected', NOW + 2 * DAY],
    ]);
  });

  test('a deal that was lost says why', async () => {
    const id = world.addDeal(person, 900);
    world.org.items.put('deals', Number(id), {
      status: 'lost',
      lost_time: secondOf(NOW),
      lost_reason: 'Preço',
    });
    expect((await read()).deals.get(`deal/${id}`)).toMatchObject({
      outcome: 'lost',
      reason: 'Preço',
      currency: 'BRL',
      closedAt: NOW,
      people: [{ object: 'person', id: person }],
    });
  });

  test('prepared twice there is one of everything: two fields, three webhooks with our password', async () => {
    world.org.fields.splice(3);
    const hook = { url: 'https://combinado.example/connections/w/c', own: OWN_SECRET };
    for (let times = 0; times < 2; times += 1)
      expect(await pipedrive.prepare(line(), world.mapping, hook)).toEqual({ ok: true, value: null });
    expect(world.org.fields.slice(3).map(({ name }) => name)).toEqual([
      'Combinado: stage',
      'Combinado: score',
    ]);
    expect(world.org.hooks).toMatchObject(
      ['person', 'activity', 'deal'].map((event_object) => ({
        event_object,
        subscription_url: hook.url,
        http_auth_user: 'combinado',
        http_auth_password: OWN_SECRET,
      })),
    );
    const described = await pipedrive.describe(line());
    expect(described.ok && described.value.fields.some(({ label }) => label.startsWith('Combinado'))).toBe(
      false,
    );
  });

  test('a field we write into that somebody took away refuses the value, not the attempt', async () => {
    world.org.fields.splice(3);
    const ref = { object: 'person', id: person };
    const writes: Write[] = [
      { kind: 'values', person: ref, values: { [pipedrive.writesTo.stage]: 'Novo' } },
      {
        kind: 'attempt',
        id: 'a1',
        person: ref,
        channel: 'call',
        outcome: 'connected',
        at: NOW,
        by: '1',
        title: 'Ligação',
      },
    ];
    const answer = await pipedrive.write(line(), writes);
    expect(answer).toMatchObject({ ok: true, value: [{ ok: false, trouble: 'invalid' }, { ok: true }] });
    expect(world.org.items.all('activities')).toMatchObject([
      {
        subject: 'Ligação',
        type: 'call',
        done: true,
        due_date: '2026-11-16',
        due_time: '14:00',
        owner_id: 1,
      },
    ]);
  });

  test('what was deleted comes as a hint of its own', () => {
    world.deletePerson(person);
    expect(pipedrive.hints(world.tell(person, OWN_SECRET))).toMatchObject([
      { stream: 'persons', id: person, account: '7812001', gone: { kind: 'gone', why: 'deleted' } },
    ]);
  });

  test('10,000 one-bit changes of what it signs in with are refused', async () => {
    const delivery = world.tell(person, OWN_SECRET);
    const given = delivery.header('Authorization') ?? '';
    const isTaken = (n: number) => {
      const changed = { ...delivery, header: () => oneBitOff(given, n) };
      return pipedrive.verify(changed, { app: 'x', own: OWN_SECRET }, NOW);
    };
    expect(await refusals(10_000, isTaken)).toBe(10_000);
  });
});
