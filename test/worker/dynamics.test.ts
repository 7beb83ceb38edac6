/** Dynamics 365: the round trip, and what is its own. */
import { beforeEach, describe, expect, test } from 'vitest';
import { dynamics } from '../../worker/connectors/dynamics.ts';
import type { Activity, Granted, Write } from '../../worker/connectors/connector.ts';
import { dynamicsWorld } from '../vendors/dynamics/world.ts';
import { instantOf, type Values } from '../vendors/dynamics/rows.ts';
import { giveAccess, lineOf, Mirror, OWN_SECRET, roundTrip, speakingTo } from '../vendors/roundTrip.ts';
import { oneBitOff, refusals } from '../vendors/oneBitOff.ts';

const NOW = Date.parse('2026-11-16T14:00:00Z');
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

describe('Dynamics 365, there and back', () => {
  roundTrip(() => dynamicsWorld(NOW));
});

describe('Dynamics 365', () => {
  let world = dynamicsWorld(NOW);
  speakingTo(() => world);
  let granted: Granted;
  let person = '';
  let user = '';
  const line = () => lineOf(world, granted);
  const read = async (mirror = new Mirror(world)) => {
    expect(await mirror.sync(line())).toBeUndefined();
    return mirror;
  };
  const activities = async () => Array.from((await read()).activities.values());

  beforeEach(async () => {
    world = dynamicsWorld(NOW);
    granted = await giveAccess(world);
    person = world.addPerson(1);
    user = world.org.addUser('Bruno', 'bruno@acme.test').id;
  });

  test('access is the app’s own, and names the organisation', () => {
    expect(
      dynamics.authorizeUrl({ app: world.app, redirectUri: '', state: '', challenge: '', settings: {} }),
    ).toBeNull();
    expect(granted).toMatchObject({
      tokens: { refresh: null, expiresAt: NOW + 3_599_000 },
      account: { id: world.org.organization.id, name: 'Acme', site: 'https://acme.crm4.dynamics.com' },
    });
    const [organization] = dynamics.settings;
    for (const good of ['acme.crm.dynamics.com', 'acme.api.crm4.dynamics.com', 'acme-br.crm2.dynamics.com'])
      expect(organization?.pattern.test(good)).toBe(true);
    for (const bad of [
      'acme.dynamics.com',
      'evil.com/.crm.dynamics.com',
      'x@acme.crm.dynamics.com',
      '127.0.0.1',
    ])
      expect(organization?.pattern.test(bad)).toBe(false);
  });

  test('columns and users for the mapping', async () => {
    const described = await dynamics.describe(line());
    if (!described.ok) throw new Error(described.detail);
    const { fields, people } = described.value;
    const field = (id: string) => fields.find((one) => one.id === id);
    expect(field('companyname')).toMatchObject({ type: 'text', writable: true });
    expect(field('leadsourcecode')).toMatchObject({
      type: 'choice',
      writable: false,
      options: [
        { value: 'Advertisement', label: 'Advertisement' },
        { value: 'Web', label: 'Web' },
      ],
    });
    expect(field('_masterid_value')).toMatchObject({ writable: false });
    // Applications are nobody.
    expect(people.map(({ name }) => name)).toEqual(['Bruno Lima', 'Bruno']);
    expect(people).toContainEqual({ ref: user, name: 'Bruno', email: 'bruno@acme.test', active: true });
  });

  test('a person: addresses, owner, words for codes, what they do not want', async () => {
    world.org.change('lead', person, {
      emailaddress2: 'other@example.test',
      telephone1: '+551130001000',
      mobilephone: '+5511990001000',
      leadsourcecode: 8,
      donotphone: true,
      donotemail: false,
      'ownerid@odata.bind': `/systemusers(${user})`,
    });
    world = { ...world, mapping: withField('source', 'leadsourcecode') };
    const [found] = (await read()).people.values();
    expect(found).toMatchObject({
      ref: { object: 'lead', id: person },
      emails: ['person1@example.test', 'other@example.test'],
      phones: ['+551130001000', '+5511990001000'],
      owner: user,
      optedOut: ['call'],
      createdAt: NOW,
      values: { companyname: 'Company 1', leadsourcecode: 'Web' },
    });
  });

  const withField = (ours: string, theirs: string) => ({
    ...world.mapping,
    fields: [...world.mapping.fields, { ours, theirs, keeper: 'theirs' as const }],
  });

  test('a contact is the lead it was, and its company the account’s name', async () => {
    const account = world.org.add('account', { name: 'Acme Brasil' }).id;
    const contact = world.org.add('contact', {
      lastname: 'Ana',
      emailaddress1: 'ana@acme.test',
      'originatingleadid@odata.bind': `/leads(${person})`,
      'parentcustomerid_account@odata.bind': `/accounts(${account})`,
    }).id;
    expect((await read()).people.get(`contact/${contact}`)).toMatchObject({
      also: [{ object: 'lead', id: person }],
      values: { companyname: 'Acme Brasil' },
    });
  });

  test('merged into another, it goes on as that one', async () => {
    const kept = world.addPerson(2);
    world.org.change('lead', person, {
      merged: true,
      statecode: 2,
      'masterid@odata.bind': `/leads(${kept})`,
    });
    const found = await dynamics.readThese(line(), 'leads', [person], world.mapping);
    expect(found).toMatchObject({
      ok: true,
      value: [{ kind: 'gone', why: 'merged', into: { object: 'lead', id: kept } }],
    });
  });

  test('a column that is not there is left out and says nothing', async () => {
    world = { ...world, mapping: withField('x', 'combinado_never_was') };
    const [found] = (await read()).people.values();
    expect(found?.values).toEqual({ companyname: 'Company 1' });
  });

  const about = (table: string) => ({ [`regardingobjectid_lead_${table}@odata.bind`]: `/leads(${person})` });
  const call = { statecode: 1, statuscode: 2, directioncode: true, actualend: instantOf(NOW - HOUR) };
  const mail = { statecode: 1, statuscode: 3, directioncode: true, senton: instantOf(NOW - 2 * HOUR) };

  test.each<[string, Values, Partial<Activity>]>([
    ['phonecall', call, { channel: 'call', outcome: 'no_answer', direction: 'out', at: NOW - HOUR }],
    ['phonecall', { ...call, leftvoicemail: true }, { outcome: 'left_message' }],
    [
      'phonecall',
      { ...call, statuscode: 4, directioncode: false },
      { direction: 'in', outcome: 'connected' },
    ],
    [
      'email',
      { ...mail, messageid: '<a@acme.test>' },
      { outcome: 'sent', at: NOW - 2 * HOUR, messageId: '<a@acme.test>' },
    ],
    ['email', { ...mail, statuscode: 4, directioncode: false }, { direction: 'in', channel: 'email' }],
    ['email', { ...mail, statuscode: 8 }, { outcome: 'bounced' }],
    [
      'task',
      { statecode: 1, statuscode: 5, actualend: instantOf(NOW - DAY) },
      { channel: 'other', at: NOW - DAY },
    ],
    [
      'letter',
      { statecode: 1, statuscode: 4, directioncode: true, actualend: instantOf(NOW - DAY) },
      { channel: 'other', outcome: 'sent', direction: 'out', at: NOW - DAY },
    ],
    ['letter', { statecode: 1, statuscode: 3, directioncode: false }, { direction: 'in' }],
    [
      'fax',
      { statecode: 1, statuscode: 3, directioncode: true, actualend: instantOf(NOW - HOUR) },
      { channel: 'other', outcome: 'sent', at: NOW - HOUR },
    ],
    [
      'socialactivity',
      { statecode: 1, statuscode: 1, directioncode: true, community: 15, actualend: instantOf(NOW - HOUR) },
      { channel: 'whatsapp', outcome: 'sent', direction: 'out', at: NOW - HOUR },
    ],
    [
      'socialactivity',
      { statecode: 1, directioncode: false, community: 4 },
      { direction: 'in', channel: 'other' },
    ],
  ])('a done %s %j is an attempt', async (table, values, expected) => {
    world.org.add(table, { ...values, ...about(table) }, user);
    expect(await activities()).toMatchObject([
      { people: [{ object: 'lead', id: person }], by: user, ...expected },
    ]);
  });

  test('messages whose changes are not tracked are read by when they were changed, each once', async () => {
    expect(world.org.tracked.has('socialactivity')).toBe(false);
    const sent = { statecode: 1, directioncode: true, community: 15, ...about('socialactivity') };
    for (let n = 0; n < 600; n += 1) world.org.add('socialactivity', sent, user);
    world.clock.now += 30 * 60_000;
    const mirror = await read();
    expect(mirror.activities.size).toBe(600);
    world.clock.now += HOUR;
    world.org.requests.length = 0;
    world.org.add('socialactivity', sent, user);
    await read(mirror);
    expect(mirror.activities.size).toBe(601);
    expect(world.org.requests.filter((one) => one.includes('/socialactivities'))).toHaveLength(1);
  });

  test('open and cancelled ones are nothing', async () => {
    world.org.add('phonecall', about('phonecall'));
    world.org.add('email', { statecode: 2, statuscode: 5, ...about('email') });
    world.org.add('appointment', { statecode: 2, statuscode: 4, ...about('appointment') });
    world.org.add('task', { statecode: 1, statuscode: 5 });
    expect(await activities()).toEqual([]);
  });

  test('an appointment was booked when it was, and held when somebody says so', async () => {
    const start = NOW + DAY;
    const { id } = world.org.add('appointment', {
      scheduledstart: instantOf(start),
      scheduledend: instantOf(start + HOUR),
      statecode: 3,
      statuscode: 5,
      ...about('appointment'),
    });
    const mirror = await read();
    world.clock.now = start + 2 * HOUR;
    world.org.change('appointment', id, { statecode: 1, statuscode: 3 });
    await read(mirror);
    expect(Array.from(mirror.activities.values(), ({ outcome, at }) => [outcome, at])).toEqual([
      ['meeting_booked', NOW],
      ['connected', start],
    ]);
  });

  test('a call about a deal is a call with its people', async () => {
    const deal = world.addDeal(person, 5_000);
    world.org.add('phonecall', {
      ...call,
      'regardingobjectid_opportunity_phonecall@odata.bind': `/opportunities(${deal})`,
    });
    expect(await activities()).toMatchObject([{ people: [{ object: 'lead', id: person }] }]);
  });

  test('a deal that was lost says why, in its own currency', async () => {
    const deal = world.addDeal(person, 5_000);
    world.org.change('opportunity', deal, { statecode: 2, statuscode: 5, actualclosedate: '2026-11-12' });
    expect((await read()).deals.get(`opportunity/${deal}`)).toMatchObject({
      outcome: 'lost',
      reason: 'Out-Sold',
      amount: 5_000,
      currency: 'EUR',
      closedAt: Date.parse('2026-11-12'),
    });
  });

  test.each([400, 410] as const)(
    'a delta link they answer %i to means reading all of it again',
    async (status) => {
      const mirror = await read();
      world.org.expiredStatus = status;
      world.clock.now += 8 * DAY;
      world.renamePerson(person, 'Meanwhile');
      await read(mirror);
      expect(mirror.people.get(`lead/${person}`)?.values).toEqual({ companyname: 'Meanwhile' });
    },
  );

  test('a table whose changes are not tracked says so, and is not read over and over', async () => {
    world.org.tracked.delete('lead');
    const page = await dynamics.read(line(), 'leads', null, world.mapping);
    expect(page).toMatchObject({ ok: false, trouble: 'invalid' });
  });

  test('service protection says when to come again', async () => {
    world.troubles.plan('busy', 1);
    const page = await dynamics.read(line(), 'leads', null, world.mapping);
    expect(page).toMatchObject({ ok: false, trouble: 'limited', status: 429, retryAfterMs: 35_000 });
  });

  const attempt = (id: string, channel: 'call' | 'email' | 'meeting' | 'whatsapp'): Write => ({
    kind: 'attempt',
    id,
    person: { object: 'lead', id: person },
    channel,
    outcome: 'left_message',
    at: NOW - 3 * HOUR,
    by: user,
    title: 'Ligação: deixou recado',
  });

  test('an attempt is a completed activity of whoever made it, at its hour', async () => {
    const channels = ['call', 'email', 'meeting', 'whatsapp'] as const;
    const answer = await dynamics.write(
      line(),
      channels.map((channel) => attempt(`attempt-${channel}`, channel)),
    );
    expect(answer.ok && answer.value.map((one) => (one.ok ? one.ref?.object : one.trouble))).toEqual([
      'phonecall',
      'email',
      'appointment',
      'task',
    ]);
    expect(world.org.rows.all('phonecall')[0]?.values).toMatchObject({
      subject: 'Ligação: deixou recado',
      statecode: 1,
      statuscode: 2,
      leftvoicemail: true,
      _regardingobjectid_value: person,
      _ownerid_value: user,
    });
    expect(Date.parse(String(world.org.rows.all('phonecall')[0]?.values['actualend']))).toBe(NOW - 3 * HOUR);
    const back = await activities();
    expect(back.map(({ ours }) => ours).toSorted()).toEqual(
      channels.map((one) => `attempt-${one}`).toSorted(),
    );
  });

  test('half done is done to its end: made, but not yet completed', async () => {
    const write = attempt('0198f3a2-6c1e-7c11-9c4e-2b8a3f0e7d21', 'call');
    world.troubles.plan('broken', 1, /^PATCH .*phonecalls.*regarding/);
    expect(await dynamics.write(line(), [write])).toMatchObject({ ok: false, trouble: 'unavailable' });
    expect(world.org.rows.all('phonecall')).toEqual([]);
    world.troubles.plan('broken', 1, /^PATCH .*phonecalls.*statecode/);
    expect(await dynamics.write(line(), [write])).toMatchObject({ ok: false, trouble: 'unavailable' });
    expect(world.org.rows.all('phonecall')).toHaveLength(1);
    expect(world.written()).toEqual([]);
    expect(await dynamics.write(line(), [write])).toMatchObject({ ok: true, value: [{ ok: true }] });
    expect(world.org.rows.all('phonecall').map(({ id }) => id)).toEqual([
      '0198f3a2-6c1e-7c11-9c4e-2b8a3f0e7d21',
    ]);
    expect(world.written()).toHaveLength(1);
  });

  test('a deleted record does not come back by being written to', async () => {
    world.deletePerson(person);
    const values: Write = {
      kind: 'values',
      person: { object: 'lead', id: person },
      values: { combinado_score: 4 },
    };
    expect(await dynamics.write(line(), [values])).toMatchObject({
      ok: true,
      value: [{ ok: false, trouble: 'missing' }],
    });
    expect(world.org.rows.get('lead', person)).toBeUndefined();
  });

  test('many go in one request; what it cannot do any more waits, and says until when', async () => {
    const writes = ['a', 'b', 'c'].map((id) => attempt(id, 'call'));
    world.troubles.plan('busy', 2, /^PATCH .*statecode/);
    const open = line();
    const answer = await dynamics.write(open, writes);
    expect(open.requests).toBe(1);
    expect(answer.ok && answer.value).toMatchObject([
      { ok: false, trouble: 'limited', retryAfterMs: 35_000 },
      { ok: false, trouble: 'limited', retryAfterMs: 35_000 },
      { ok: true },
    ]);
    const again = await dynamics.write(line(), writes);
    expect(again.ok && again.value.every(({ ok }) => ok)).toBe(true);
    expect(world.written().toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('an answer that stops in the middle of a batch is asked for again, and nothing is there twice', async () => {
    const writes = ['a', 'b', 'c'].map((id) => attempt(id, 'call'));
    const fetch = world.fetch.bind(world);
    world.fetch = async (request) => {
      const text = await (await fetch(request)).text();
      return new Response(text.slice(0, text.indexOf('HTTP/1.1', text.length / 2)));
    };
    const answer = await dynamics.write(line(), writes);
    expect(answer.ok && answer.value.map((one) => (one.ok ? 'written' : one.trouble))).toContain(
      'unavailable',
    );
    world.fetch = fetch;
    const again = await dynamics.write(line(), writes);
    expect(again.ok && again.value.every(({ ok }) => ok)).toBe(true);
    expect(world.written().toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('a webhook is known by its header or by its code, and speaks of one row', async () => {
    const delivery = world.tell(person, OWN_SECRET);
    const secrets = { app: 'x', own: OWN_SECRET };
    const none = { ...delivery, header: () => null };
    expect(await dynamics.verify({ ...none, url: `${delivery.url}?code=${OWN_SECRET}` }, secrets, NOW)).toBe(
      true,
    );
    expect(await dynamics.verify({ ...none, url: `${delivery.url}?code=no` }, secrets, NOW)).toBe(false);
    expect(await dynamics.verify(none, secrets, NOW)).toBe(false);
    expect(dynamics.hints(delivery)).toMatchObject([
      { stream: 'leads', id: person, account: world.org.organization.id },
    ]);
    const other = JSON.stringify({ ...(JSON.parse(delivery.body) as object), PrimaryEntityName: 'account' });
    expect(dynamics.hints({ ...delivery, body: other })).toEqual([]);
    const strange = JSON.stringify({
      ...(JSON.parse(delivery.body) as object),
      PrimaryEntityId: "' or 1 eq 1",
    });
    expect(dynamics.hints({ ...delivery, body: strange })).toEqual([]);
  });

  test('10,000 one-bit changes of its secret are refused', async () => {
    const delivery = world.tell(person, OWN_SECRET);
    const isTaken = (n: number) => {
      const changed = { ...delivery, header: () => oneBitOff(OWN_SECRET, n) };
      return dynamics.verify(changed, { app: 'x', own: OWN_SECRET }, NOW);
    };
    expect(await refusals(10_000, isTaken)).toBe(10_000);
  });
});
