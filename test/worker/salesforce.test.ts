/** Salesforce: the round trip, and what is its own. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Granted, Person, Write } from '../../worker/connectors/connector.ts';
import { salesforce } from '../../worker/connectors/salesforce.ts';
import { giveAccess, lineOf, Mirror, OWN_SECRET, roundTrip, speakingTo } from '../vendors/roundTrip.ts';
import { dateTime } from '../vendors/salesforce/records.ts';
import { outboundMessage } from '../vendors/salesforce/outbound.ts';
import { salesforceWorld } from '../vendors/salesforce/world.ts';
import { oneBitOff, refusals } from '../vendors/oneBitOff.ts';

const NOW = Date.parse('2026-11-16T14:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('Salesforce, there and back', () => {
  roundTrip(() => salesforceWorld(NOW));
});

describe('Salesforce', () => {
  let world = salesforceWorld(NOW);
  speakingTo(() => world);
  let granted: Granted;
  let person = '';
  let user = '';
  const line = () => lineOf(world, granted);
  const read = async () => {
    const mirror = new Mirror(world);
    expect(await mirror.sync(line())).toBeUndefined();
    return mirror;
  };
  const activities = async () => Array.from((await read()).activities.values());

  beforeEach(async () => {
    world = salesforceWorld(NOW);
    granted = await giveAccess(world);
    person = world.addPerson(1);
    user = world.org.addUser('Bruno', 'bruno@acme.test').Id;
  });

  test('access names the org and is sent to its own address', () => {
    expect(granted.account).toEqual({
      id: world.org.organization.Id,
      name: 'Acme',
      site: 'https://acme-org.my.salesforce.com',
    });
    const [login] = salesforce.settings;
    for (const good of ['login.salesforce.com', 'test.salesforce.com', 'acme--dev.sandbox.my.salesforce.com'])
      expect(login?.pattern.test(good)).toBe(true);
    for (const bad of [
      'evil.com',
      'login.salesforce.com.evil.com',
      'a/b.my.salesforce.com',
      'x@login.salesforce.com',
    ])
      expect(login?.pattern.test(bad)).toBe(false);
  });

  test('fields and users for the mapping', async () => {
    const described = await salesforce.describe(line());
    if (!described.ok) throw new Error(described.detail);
    const { fields, people } = described.value;
    expect(fields.find(({ id }) => id === 'Company')).toMatchObject({ type: 'text', writable: true });
    expect(fields.find(({ id }) => id === 'LeadSource')).toMatchObject({
      type: 'choice',
      options: [{ value: 'Web', label: 'Web' }],
    });
    expect(fields.find(({ id }) => id === 'CreatedDate')).toMatchObject({ type: 'date', writable: false });
    expect(people).toContainEqual({ ref: user, name: 'Bruno', email: 'bruno@acme.test', active: true });
  });

  test('a person: addresses, owner, what they do not want', async () => {
    world.org.change('Lead', person, {
      Phone: '+551130001000',
      MobilePhone: '+5511990001000',
      OwnerId: user,
      HasOptedOutOfEmail: true,
      DoNotCall: false,
    });
    const [found] = (await read()).people.values();
    expect(found).toMatchObject({
      ref: { object: 'Lead', id: person },
      emails: ['person1@example.test'],
      phones: ['+551130001000', '+5511990001000'],
      owner: user,
      optedOut: ['email'],
      createdAt: NOW,
      values: { Company: 'Company 1' },
    });
    // A queue is nobody.
    world.org.change('Lead', person, { OwnerId: '00GHs0000000001AAA' });
    const [later] = (await read()).people.values();
    expect(later?.owner).toBeNull();
  });

  test('a lead that became a contact is one person with two records, its deal theirs', async () => {
    const account = world.org.add('Account', { Name: 'Acme Brasil' }).Id;
    const contact = world.org.add('Contact', {
      LastName: 'Ana',
      Email: 'ana@acme.test',
      AccountId: account,
    }).Id;
    const deal = world.org.add('Opportunity', {
      Name: 'D',
      StageName: 'Closed Lost',
      CloseDate: '2026-11-10',
    }).Id;
    world.org.change('Lead', person, {
      IsConverted: true,
      ConvertedContactId: contact,
      ConvertedOpportunityId: deal,
    });
    world.org.add('OpportunityContactRole', { OpportunityId: deal, ContactId: contact });
    const mirror = await read();
    const lead = mirror.people.get(`Lead/${person}`);
    const other = mirror.people.get(`Contact/${contact}`);
    expect(lead?.also).toEqual([{ object: 'Contact', id: contact }]);
    expect(other?.also).toEqual([{ object: 'Lead', id: person }]);
    // By the names of a lead's fields.
    expect(other?.values).toEqual({ Company: 'Acme Brasil' });
    expect(mirror.deals.get(`Opportunity/${deal}`)).toMatchObject({
      outcome: 'lost',
      reason: 'Closed Lost',
      amount: 0,
      currency: null,
      closedAt: Date.parse('2026-11-10T12:00:00Z'),
      people: [
        { object: 'Lead', id: person },
        { object: 'Contact', id: contact },
      ],
    });
  });

  test('[ATT7] a mail is told by its message: when, which way, whether it came back', async () => {
    const task = (at: number) =>
      world.org.add(
        'Task',
        { WhoId: person, Status: 'Completed', TaskSubtype: 'Email', CompletedDateTime: dateTime(at) },
        user,
      ).Id;
    const sent = task(NOW - HOUR);
    world.org.add('EmailMessage', {
      ActivityId: sent,
      Incoming: false,
      MessageDate: dateTime(NOW - 2 * HOUR),
      MessageIdentifier: '<a@acme.test>',
    });
    const came = task(NOW);
    world.org.add('EmailMessage', { ActivityId: came, Incoming: true, MessageDate: dateTime(NOW - HOUR) });
    const back = task(NOW);
    world.org.add('EmailMessage', { ActivityId: back, Incoming: false, IsBounced: true });
    const alone = task(NOW - 3 * HOUR);
    const all = new Map((await activities()).map((one) => [one.ref.id, one]));
    expect(all.get(sent)).toMatchObject({
      channel: 'email',
      direction: 'out',
      outcome: 'sent',
      at: NOW - 2 * HOUR,
      messageId: '<a@acme.test>',
      by: user,
    });
    expect(all.get(came)).toMatchObject({ direction: 'in', at: NOW - HOUR });
    expect(all.get(back)).toMatchObject({ direction: 'out', outcome: 'bounced' });
    expect(all.get(alone)).toMatchObject({ direction: 'out', outcome: 'sent', at: NOW - 3 * HOUR });
  });

  test.each([
    [{ TaskSubtype: 'Call', CallDisposition: 'Spoke with them' }, 'call', 'connected'],
    [{ TaskSubtype: 'Call', CallDisposition: 'Deixou recado' }, 'call', 'left_message'],
    [{ TaskSubtype: 'Call', CallDisposition: 'Não atendeu' }, 'call', 'no_answer'],
    [{ TaskSubtype: 'Call', CallDisposition: 'Not connected' }, 'call', 'no_answer'],
    [{ TaskSubtype: 'Call', CallDisposition: 'Número errado' }, 'call', 'wrong_person'],
    [{ TaskSubtype: 'Call' }, 'call', 'no_answer'],
    [{ Type: 'WhatsApp' }, 'whatsapp', 'sent'],
    [{ TaskSubtype: 'LinkedIn' }, 'linkedin', 'sent'],
    [{ Type: 'Visita' }, 'meeting', 'connected'],
    [{ Type: 'Contrato' }, 'other', 'sent'],
  ])('a closed task %j is %s, %s', async (values, channel, outcome) => {
    world.org.add('Task', { WhoId: person, Status: 'Completed', ...values });
    expect(await activities()).toMatchObject([{ channel, outcome }]);
  });

  test('a task that is open, or about nobody, is nothing yet', async () => {
    const open = world.org.add('Task', { WhoId: person, Status: 'Not Started', TaskSubtype: 'Call' }).Id;
    world.org.add('Task', { Status: 'Completed', TaskSubtype: 'Call' });
    expect(await activities()).toEqual([]);
    world.org.change('Task', open, { Status: 'Completed' });
    expect(await activities()).toHaveLength(1);
  });

  test('[ATT6] logged on Monday for Friday it happened on Friday', async () => {
    world.org.add('Task', {
      WhoId: person,
      Status: 'Completed',
      TaskSubtype: 'Call',
      ActivityDate: '2026-11-13',
    });
    expect(await activities()).toMatchObject([{ at: Date.parse('2026-11-13T12:00:00Z'), createdAt: NOW }]);
  });

  test('a meeting was booked when it was, and held once it is over', async () => {
    const start = NOW + 2 * DAY;
    world.org.add('Event', {
      WhoId: person,
      StartDateTime: dateTime(start),
      EndDateTime: dateTime(start + HOUR),
    });
    const mirror = await read();
    const all = () => Array.from(mirror.activities.values(), ({ outcome, at }) => [outcome, at]);
    expect(all()).toEqual([['meeting_booked', NOW]]);
    world.clock.now = start + 30 * MINUTE;
    await mirror.sync(line());
    expect(all()).toHaveLength(1);
    // Nobody touches it when it ends.
    world.clock.now = start + 2 * HOUR;
    await mirror.sync(line());
    expect(all()).toEqual([
      ['meeting_booked', NOW],
      ['connected', start],
    ]);
  });

  test('[ATT7] a message begun from there is an attempt; one they began is an answer, and taking it up an attempt', async () => {
    const session = { LeadId: person, ChannelType: 'WhatsApp', OwnerId: user, AgentType: 'Agent' };
    world.org.add('MessagingSession', {
      ...session,
      Origin: 'AgentInitiated',
      StartTime: dateTime(NOW - 3 * HOUR),
    });
    world.org.add('MessagingSession', {
      ...session,
      ChannelType: 'Text',
      AgentType: 'System',
      Origin: 'TriggeredOutbound',
      StartTime: dateTime(NOW - 2 * HOUR),
    });
    world.org.add('MessagingSession', {
      ...session,
      Origin: 'InboundInitiated',
      StartTime: dateTime(NOW - HOUR),
      AcceptTime: dateTime(NOW - 50 * MINUTE),
    });
    world.org.add('MessagingSession', { ChannelType: 'Facebook', Origin: 'InboundInitiated' });
    const told = (await activities()).map(({ channel, direction, outcome, at, by, automatic = false }) => ({
      said: `${channel} ${direction} ${outcome}`,
      at,
      by,
      automatic,
    }));
    expect(told.toSorted((a, b) => a.at - b.at)).toEqual([
      { said: 'whatsapp out sent', at: NOW - 3 * HOUR, by: user, automatic: false },
      { said: 'sms out sent', at: NOW - 2 * HOUR, by: user, automatic: true },
      { said: 'whatsapp in connected', at: NOW - HOUR, by: null, automatic: false },
      { said: 'whatsapp out connected', at: NOW - 50 * MINUTE, by: user, automatic: false },
    ]);
  });

  test('an org without messaging has none, is asked once a day, and is in no trouble', async () => {
    world.org.records.absent.add('MessagingSession');
    const mirror = await read();
    const asked = () => world.org.requests.filter((one) => one.includes('MessagingSession')).length;
    const first = asked();
    for (let times = 0; times < 3; times += 1) {
      world.clock.now += HOUR;
      expect(await mirror.sync(line())).toBeUndefined();
    }
    expect(asked()).toBe(first);
    world.org.records.absent.clear();
    world.clock.now += DAY;
    world.org.add('MessagingSession', { LeadId: person, ChannelType: 'Text', Origin: 'AgentInitiated' });
    expect(await mirror.sync(line())).toBeUndefined();
    expect(mirror.activities.size).toBe(1);
    expect(mirror.refusals).toEqual([]);
  });

  test('merged into another, it goes on as that one', async () => {
    const kept = world.addPerson(2);
    const mirror = await read();
    world.clock.now += 10 * MINUTE;
    world.org.records.remove('Lead', person, kept);
    const hinted = await salesforce.readThese(line(), 'leads', [person, kept], world.mapping);
    expect(hinted).toMatchObject({
      ok: true,
      value: [
        { kind: 'person', ref: { id: kept } },
        { kind: 'gone', why: 'merged', ref: { id: person }, into: { object: 'Lead', id: kept } },
      ],
    });
    world.clock.now += 10 * MINUTE;
    await mirror.sync(line());
    expect(mirror.gone.has(`Lead/${person}`)).toBe(true);
  });

  test('a transaction of theirs that takes hours loses nothing', async () => {
    const mirror = await read();
    world.clock.now += HOUR;
    world.org.longTransactionSince = world.clock.now - 20 * MINUTE;
    await mirror.sync(line());
    // It ends: what it wrote carries the time it was written at.
    const then = world.clock.now;
    world.clock.now -= 10 * MINUTE;
    const late = world.addPerson(3);
    world.clock.now = then + 5 * MINUTE;
    world.org.longTransactionSince = null;
    await mirror.sync(line());
    expect(mirror.people.has(`Lead/${late}`)).toBe(true);
  });

  test('where it forgets how far we were, we go on from the last one seen', async () => {
    for (let n = 2; n < 700; n += 1) {
      world.clock.now += 1_000;
      world.addPerson(n);
    }
    world.org.pageRows = 200;
    const first = await salesforce.read(line(), 'leads', null, world.mapping);
    if (!first.ok) throw new Error(first.detail);
    world.org.cursors.clear();
    const found = new Set(first.value.changes.map(({ ref }) => ref.id));
    let { cursor, more } = first.value;
    for (let pages = 0; more && pages < 20; pages += 1) {
      const page = await salesforce.read(line(), 'leads', cursor, world.mapping);
      if (!page.ok) throw new Error(page.detail);
      for (const { ref } of page.value.changes) found.add(ref.id);
      ({ cursor, more } = page.value);
    }
    expect(found.size).toBe(699);
  });

  test('a field the access given does not see is left out and says nothing', async () => {
    const mapping = {
      ...world.mapping,
      fields: [
        ...world.mapping.fields,
        { ours: 'budget', theirs: 'Budget__c', keeper: 'theirs' as const },
        { ours: 'x', theirs: "Id FROM User WHERE Name = 'a", keeper: 'theirs' as const },
      ],
    };
    const page = await salesforce.read(line(), 'leads', null, mapping);
    expect(page).toMatchObject({ ok: true, value: { changes: [{ kind: 'person' }] } });
    const [found] = page.ok ? page.value.changes : [];
    expect((found as Person).values).toEqual({ Company: 'Company 1' });
    expect(world.org.requests.every((one) => !one.includes('User'))).toBe(true);
  });

  const attempt = (id: string, to: string): Write => ({
    kind: 'attempt',
    id,
    person: { object: 'Lead', id: to },
    channel: 'call',
    outcome: 'left_message',
    at: NOW - 3 * HOUR,
    by: user,
    title: 'Ligação: deixou recado',
  });

  test('an attempt is a closed task of whoever made it, on its day', async () => {
    await salesforce.write(line(), [attempt('attempt-1', person)]);
    expect(world.org.records.all('Task')).toMatchObject([
      {
        WhoId: person,
        OwnerId: user,
        Subject: 'Ligação: deixou recado',
        Status: 'Completed',
        TaskSubtype: 'Call',
        CallDisposition: 'Left message',
        ActivityDate: '2026-11-16',
      },
    ]);
  });

  test('a row somebody else is at is tried again, alone', async () => {
    const other = world.addPerson(2);
    world.org.locks = 1;
    const writes = [attempt('attempt-1', person), attempt('attempt-2', other)];
    const first = await salesforce.write(line(), writes);
    expect(first.ok && first.value.map((one) => (one.ok ? 'written' : one.trouble))).toEqual([
      'unavailable',
      'written',
    ]);
    await salesforce.write(line(), writes);
    expect(world.written().toSorted()).toEqual(['attempt-1', 'attempt-2']);
  });

  test('fields we write into that are not there are asked for, once they are wanted', async () => {
    world.org.records.hidden.add('Contact.Combinado_Score__c');
    const hook = { url: '', own: '' };
    const prepared = await salesforce.prepare(line(), world.mapping, hook);
    expect(prepared).toMatchObject({ ok: false, trouble: 'forbidden' });
    expect(prepared.ok ? '' : prepared.detail).toContain('Combinado_Score__c');
    const write = { ...world.mapping.write, score: false };
    expect(await salesforce.prepare(line(), { ...world.mapping, write }, hook)).toEqual({
      ok: true,
      value: null,
    });
  });

  test('two writes to one record go one after the other', async () => {
    const values = (Company: string): Write => ({
      kind: 'values',
      person: { object: 'Lead', id: person },
      values: { Company },
      owner: user,
    });
    const answer = await salesforce.write(line(), [values('First'), values('Second')]);
    expect(answer.ok && answer.value.every(({ ok }) => ok)).toBe(true);
    expect(world.companyOf(person)).toBe('Second');
    expect(world.org.records.get('Lead', person)?.['OwnerId']).toBe(user);
  });

  test('what it never takes is refused for good, and holds up no other', async () => {
    const answer = await salesforce.write(line(), [
      { kind: 'values', person: { object: 'Lead', id: person }, values: { Nowhere__c: 1 } },
      attempt('attempt-1', person),
    ]);
    expect(answer).toMatchObject({ ok: true, value: [{ ok: false, trouble: 'invalid' }, { ok: true }] });
  });

  test('the day’s limit is no revoked access', async () => {
    world.org.allowed = world.org.used;
    const page = await salesforce.read(line(), 'leads', null, world.mapping);
    expect(page).toMatchObject({ ok: false, trouble: 'limited', retryAfterMs: HOUR });
  });

  test('a message of a hundred records, cut, or full of something else', () => {
    const rows = Array.from({ length: 120 }, (_, n) =>
      world.org.add('Task', { WhoId: person, Subject: String(n) }),
    );
    const delivery = (body: string) => ({ ...world.tell(person, OWN_SECRET), body });
    const whole = outboundMessage(world.org.organization.Id, 'Task', rows);
    const hints = salesforce.hints(delivery(whole)) ?? [];
    expect(hints).toHaveLength(100);
    expect(hints[7]).toMatchObject({ stream: 'tasks', id: rows[7]?.Id, account: world.org.organization.Id });
    const cut = salesforce.hints(delivery(whole.slice(0, whole.length / 2))) ?? [];
    expect(cut.length).toBeLessThan(100);
    expect(salesforce.hints(delivery(whole.replaceAll('sf:Task', 'sf:Account')))).toEqual([]);
    expect(salesforce.hints(delivery(whole.replaceAll(/<sf:Id>\w+/g, "<sf:Id>' OR Id != '")))).toEqual([]);
    expect(salesforce.received?.body).toContain('<Ack>true</Ack>');
  });

  test('10,000 one-bit changes of the secret in the address are refused', async () => {
    const delivery = world.tell(person, OWN_SECRET);
    const address = delivery.url.slice(0, -OWN_SECRET.length);
    const isTaken = (n: number) => {
      const changed = { ...delivery, url: address + oneBitOff(OWN_SECRET, n) };
      return salesforce.verify(changed, { app: 'x', own: OWN_SECRET }, NOW);
    };
    expect(await refusals(10_000, isTaken)).toBe(10_000);
  });
});
