/** A connected system and a workspace, from giving access to ending it; the vendor is its fake. */
import { evictDurableObject } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import {
  begin,
  answeringVendors,
  connect,
  deliver,
  follow,
  mappingWith,
  type Connected,
} from './connected.ts';
import { signed } from '../vendors/hubspot/webhooks.ts';
import { addLead, addPerson, json, MONDAY, openSession, openTeam, send } from './api.ts';
import { objectOf } from './database.ts';
import { APP } from '../vendors/hubspot/world.ts';

answeringVendors();

const leadsOf = async ({ team, clock }: Connected, search = '') =>
  (await json('GET', `/v1/leads?limit=100${search}`, { token: team.admin, now: clock.now })).leads as {
    id: string;
    name: string | null;
    owner: string | null;
  }[];
const stateOf = async ({ team, clock }: Connected, id: string) =>
  (await json('GET', `/v1/leads/${id}`, { token: team.admin, now: clock.now })).state;
const MANY = 5_000;
const iso = (at: number) => new Date(at).toISOString();
const person = (name: string) => ({
  email: `${name.toLowerCase()}@acme.example`,
  firstname: name,
  lastname: 'Lee',
  company: 'Acme',
});

describe('access', () => {
  test('is given once, by the session that asked for it, within ten minutes', async () => {
    const connected = await connect();
    const { team, hubspot } = connected;
    const cookie = await openSession(team.admin, team.adminId);
    const { authorizeUrl } = await begin(cookie);
    hubspot.access.portalId = 70_001;
    const agree = () => hubspot.access.agree(new URL(authorizeUrl));
    const other = await openSession(team.admin, team.adminId);
    expect((await follow(agree(), other)).status).toBe(410);
    expect((await follow(agree(), cookie, MONDAY + 10 * MINUTE_MS)).status).toBe(410);
    expect((await follow(agree(), '')).status).toBe(401);
    const first = await follow(agree(), cookie);
    expect(first.status).toBe(303);
    expect(first.headers.get('Location')).toMatch(/^\/console\/connections\/systems\/connected$/);
    expect((await follow(agree(), cookie)).status).toBe(410);
  });

  test('a manager’s session connects nothing', async () => {
    const { team, hubspot } = await connect();
    const cookie = await openSession(team.admin, team.adminId);
    const { authorizeUrl } = await begin(cookie);
    const managers = await openSession(team.admin, team.manager.id);
    expect((await follow(hubspot.access.agree(new URL(authorizeUrl)), managers)).status).toBe(403);
  });

  test('whoever thinks better of it over there comes back to say so', async () => {
    const { team } = await connect();
    const cookie = await openSession(team.admin, team.adminId);
    const { authorizeUrl } = await begin(cookie);
    const state = new URL(authorizeUrl).searchParams.get('state') ?? '';
    const back = await follow(
      `https://x.test/v1/connections/callback?error=access_denied&state=${state}`,
      cookie,
    );
    expect(back.headers.get('Location')).toMatch(/^\/console\/connections\/systems\/refused$/);
  });

  test('tokens are in no answer and no backup, and sealed where they are kept', async () => {
    const connected = await connect();
    const { team, clock } = connected;
    for (const path of ['/v1/connections', `/v1/connections/${connected.id}`, '/v1/export']) {
      const text = await (await send('GET', path, { token: team.admin, now: clock.now })).text();
      expect(text).not.toContain('only-in-tests');
      expect(text).not.toContain(APP.clientSecret);
    }
  });

  test('a vendor this deployment is not registered with cannot be connected', async () => {
    const { admin } = await openTeam();
    const refused = await json('POST', '/v1/connections', {
      token: admin,
      body: { vendor: 'rdstation', label: 'RD' },
      without: ['RDSTATION_CLIENT_SECRET'],
    });
    expect(refused).toMatchObject({ status: 409 });
  });

  test('runs out and is asked for again; taken back, the connection says so and goes on once given again', async () => {
    const connected = await connect();
    const { hubspot, team, clock, live, id } = connected;
    await live();
    hubspot.access.expire();
    hubspot.addContact(person('Early'));
    expect(await live()).toMatchObject({ state: 'running', problem: null });
    expect((await leadsOf(connected)).map(({ name }) => name)).toEqual(['Early Lee']);
    hubspot.access.revoke();
    hubspot.addContact(person('Late'));
    const revoked = await live();
    expect(revoked).toMatchObject({ state: 'revoked', nextAt: null, problem: { kind: 'unauthorised' } });
    const cookie = await openSession(team.admin, team.adminId, clock.now);
    const again = await json('POST', `/v1/connections/${id}/authorize`, {
      now: clock.now,
      headers: { Cookie: cookie, Origin: 'https://combinado.test' },
    });
    expect((await follow(hubspot.access.agree(new URL(again.authorizeUrl)), cookie, clock.now)).status).toBe(
      303,
    );
    expect(await live()).toMatchObject({ state: 'running', problem: null });
    expect((await leadsOf(connected)).map(({ name }) => name).toSorted()).toEqual(['Early Lee', 'Late Lee']);
  });
});

describe('what is over there', () => {
  test('a mapping is proposed, and twenty records say what they would do before anything is written', async () => {
    const connected = await connect();
    for (let n = 0; n < 25; n += 1)
      connected.hubspot.addContact({ ...person(`P${n}`), hubspot_owner_id: '1001' });
    const pause = `/v1/connections/${connected.id}/pause`;
    await send('POST', pause, { token: connected.team.admin, now: connected.clock.now });
    const { team, clock, id, sam } = connected;
    const cookie = await openSession(team.admin, team.adminId);
    const fresh = await begin(cookie);
    connected.hubspot.access.portalId = 70_001;
    await follow(connected.hubspot.access.agree(new URL(fresh.authorizeUrl)), cookie);
    const other = fresh.connection.id;
    const fields = await json('GET', `/v1/connections/${other}/fields`, {
      token: team.admin,
      now: clock.now,
    });
    expect(fields.mapping.people).toEqual({ [sam]: team.sdr.id });
    expect(fields.mapping.fields).toContainEqual({ ours: 'company', theirs: 'company', keeper: 'theirs' });
    expect(fields.mapping.owner).toBe('theirs');
    const before = await leadsOf(connected);
    const mapping = { ...fields.mapping, fields: fields.mapping.fields.slice(0, 2), owner: null };
    // Another connection keeps these fields already.
    const rival = await json('POST', `/v1/connections/${other}/preview`, {
      token: team.admin,
      body: { mapping },
    });
    expect(rival).toMatchObject({ status: 422, errors: [{ detail: 'Our HubSpot keeps this field' }, {}] });
    const free = { ...mapping, fields: mapping.fields.map((pair: object) => ({ ...pair, keeper: 'ours' })) };
    const preview = await json('POST', `/v1/connections/${other}/preview`, {
      token: team.admin,
      body: { mapping: free },
      now: clock.now,
    });
    expect(preview.people).toHaveLength(20);
    expect(preview.people[0]).toMatchObject({ does: 'creates', emails: ['p0@acme.example'] });
    expect(await leadsOf(connected)).toEqual(before);
    expect(id).not.toBe(other);
  });

  test('a mapping names what there is', async () => {
    const { team, id } = await connect();
    const wrong = mappingWith({
      fields: [{ ours: 'shoeSize', theirs: 'company', keeper: 'theirs' }],
      people: { 9: 'nobody' },
      stageFrom: { theirs: 'lifecyclestage', words: { lead: 'none' } },
    });
    const refused = await json('PUT', `/v1/connections/${id}/mapping`, {
      token: team.admin,
      body: { mapping: wrong },
    });
    expect(refused.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/mapping/fields/0/ours',
      '/mapping/people/9',
      '/mapping/stageFrom/words/lead',
    ]);
  });
});

describe('leads in', () => {
  test('[TRI2] records older than the connection are backlog, with their own time; younger ones are leads', async () => {
    const connected = await connect({}, (hubspot) => void hubspot.addContact(person('Old')));
    await connected.live();
    connected.hubspot.addContact(person('New'));
    await connected.live();
    const [old, fresh] = await Promise.all(
      ['Old', 'New'].map(async (name) => {
        const found = (await leadsOf(connected)).find((lead) => lead.name === `${name} Lee`);
        return (
          await json('GET', `/v1/leads/${found?.id}/facts`, {
            token: connected.team.admin,
            now: connected.clock.now,
          })
        ).facts[0];
      }),
    );
    expect(old).toMatchObject({ at: MONDAY - 30 * DAY_MS, body: { cause: 'import' } });
    expect(fresh).toMatchObject({ at: MONDAY + 61_000, body: { cause: 'connector' } });
  });

  test('owners, and fields by whom they are kept', async () => {
    const fields = [
      { ours: 'name', theirs: 'name', keeper: 'theirs' },
      { ours: 'company', theirs: 'company', keeper: 'ours' },
      { ours: 'role', theirs: 'jobtitle', keeper: 'theirs' },
    ] as const;
    const connected = await connect({ fields: [...fields], owner: 'theirs' });
    const { hubspot, live, team, sam } = connected;
    const contact = hubspot.addContact({ ...person('Kim'), jobtitle: 'CFO', hubspot_owner_id: sam });
    await live();
    const [lead] = await leadsOf(connected);
    expect(lead?.owner).toBe(team.sdr.id);
    const id = lead?.id ?? '';
    hubspot.records.update(contact, { company: 'Other', jobtitle: 'CEO', firstname: 'Kimberly' });
    await live();
    expect((await stateOf(connected, id)).fields).toMatchObject({
      company: 'Acme',
      role: 'CEO',
      name: 'Kimberly Lee',
    });
    // What is ours to keep is put right over there.
    await live();
    expect(contact.properties['company']).toBe('Acme');
    hubspot.records.update(contact, { jobtitle: '' });
    await live();
    expect((await stateOf(connected, id)).fields.role).toBeUndefined();
  });

  test('[IDN3] what two leads share is shown as a duplicate, and nobody is merged', async () => {
    const connected = await connect();
    const { hubspot, team, live } = connected;
    const a = await addLead(team.admin, { emails: ['shared@acme.example'], fields: { name: 'Ann A' } });
    const b = await addLead(team.admin, { phones: ['+14155550123'], emails: [], fields: { name: 'Ben B' } });
    hubspot.addContact({
      email: 'shared@acme.example',
      phone: '+1 415 555 0123',
      firstname: 'Ann',
      lastname: 'A',
    });
    const view = await live();
    expect(view.letters).toBe(0);
    expect((await leadsOf(connected)).map(({ id }) => id).toSorted()).toEqual([a, b].toSorted());
    const { duplicates } = await json('GET', '/v1/leads/duplicates', {
      token: team.admin,
      now: connected.clock.now,
    });
    expect(duplicates).toMatchObject([{ keys: ['phone:+14155550123'] }]);
    expect([duplicates[0].keep, duplicates[0].absorb].toSorted()).toEqual([a, b].toSorted());
  });

  test('one odd value holds up nobody, and is there to be tried again', async () => {
    const connected = await connect({
      fields: [
        { ours: 'name', theirs: 'name', keeper: 'theirs' },
        { ours: 'budget', theirs: 'numemployees', keeper: 'theirs' },
      ],
    });
    const { hubspot, team, live, id, clock } = connected;
    const contact = hubspot.addContact({ ...person('Odd'), numemployees: 'many' });
    expect(await live()).toMatchObject({ letters: 1, counts: { created: 1 } });
    const { letters } = await json('GET', `/v1/connections/${id}/letters`, {
      token: team.admin,
      now: clock.now,
    });
    expect(letters).toMatchObject([{ direction: 'in', what: 'contacts', record: contact.id }]);
    expect(JSON.stringify(letters)).not.toContain('many');
    hubspot.records.update(contact, { numemployees: '40' });
    const path = `/v1/connections/${id}/letters/${letters[0].id}/retry`;
    expect((await send('POST', path, { token: team.admin, now: clock.now })).status).toBe(204);
    expect(await live(1_000)).toMatchObject({ letters: 0 });
    const [lead] = await leadsOf(connected);
    expect((await stateOf(connected, lead?.id ?? '')).fields.budget).toBe(40);
  });
});

describe('addresses that are none', () => {
  test('the record comes in, and a letter says which of them was left out and why, but not what it was', async () => {
    const connected = await connect();
    const { hubspot, team, live, id, clock } = connected;
    const contact = hubspot.addContact({
      ...person('Uma'),
      hs_additional_emails: 'uma at home;uma@home.example',
      phone: 'ask reception',
      mobilephone: '+1 415 555 0177',
    });
    expect(await live()).toMatchObject({ letters: 1, counts: { created: 1 } });
    const [lead] = await leadsOf(connected);
    expect(await stateOf(connected, lead?.id ?? '')).toMatchObject({
      emails: ['uma@acme.example', 'uma@home.example'],
      phones: ['+14155550177'],
    });
    const letters = async () =>
      (await json('GET', `/v1/connections/${id}/letters`, { token: team.admin, now: clock.now })).letters;
    expect(await letters()).toMatchObject([
      {
        direction: 'in',
        what: 'contacts',
        record: contact.id,
        why: 'e-mail 2: left out, because it is no e-mail; phone number 1: left out, because it is no phone number',
      },
    ]);
    expect(JSON.stringify(await letters())).not.toMatch(/reception|at home/);
    // Read again it is not told twice; put right over there the letter goes by itself.
    expect(await live(10 * MINUTE_MS, 3)).toMatchObject({ letters: 1 });
    expect(await letters()).toMatchObject([{ tries: 1 }]);
    hubspot.records.update(contact, { hs_additional_emails: '', phone: '' });
    expect(await live()).toMatchObject({ letters: 0 });
  });

  test('the preview says so before anything is written', async () => {
    const connected = await connect();
    const { hubspot, team, clock, id } = connected;
    hubspot.addContact({ ...person('Vic'), phone: 'none' });
    const { mapping } = await json('GET', `/v1/connections/${id}`, { token: team.admin, now: clock.now });
    const { people } = await json('POST', `/v1/connections/${id}/preview`, {
      token: team.admin,
      body: { mapping },
      now: clock.now,
    });
    expect(people[0]).toMatchObject({
      does: 'creates',
      faults: [{ pointer: '/phone number', detail: 'left out, because it is no phone number' }],
    });
  });
});

describe('what was done about them', () => {
  test('[ATT7] calls, mails, meetings, messages and done tasks are tries with their own time', async () => {
    const connected = await connect();
    const { hubspot, live, clock, sam, team } = connected;
    const contact = hubspot.addContact(person('Ada'));
    const at = clock.now - HOUR_MS;
    const by = { hubspot_owner_id: sam };
    const log = (kind: string, minutes: number, properties: Record<string, string>) =>
      hubspot.addActivity(
        kind,
        { hs_timestamp: iso(at + minutes * MINUTE_MS), ...by, ...properties },
        contact,
      );
    log('calls', 0, {
      hs_call_status: 'COMPLETED',
      hs_call_disposition: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
    });
    log('calls', 6, { hs_call_status: 'IN_PROGRESS' });
    log('emails', 10, { hs_email_direction: 'EMAIL', hs_email_status: 'SENT', hs_email_message_id: '<a@x>' });
    log('emails', 20, { hs_email_direction: 'INCOMING_EMAIL' });
    log('communications', 30, { hs_communication_channel_type: 'WHATS_APP' });
    log('communications', 31, { hs_communication_channel_type: 'SMS' });
    log('communications', 32, { hs_communication_channel_type: 'LINKEDIN_MESSAGE' });
    log('postal_mail', 33, {});
    log('tasks', 40, { hs_task_status: 'COMPLETED', hs_task_type: 'LINKED_IN_MESSAGE' });
    log('tasks', 41, { hs_task_status: 'NOT_STARTED', hs_task_type: 'CALL' });
    log('meetings', 50, { hs_meeting_outcome: 'COMPLETED', hs_meeting_start_time: iso(at + 50 * MINUTE_MS) });
    log('emails', 55, { hs_email_direction: 'EMAIL', hs_email_status: 'SENT', hs_sequence_id: '9' });
    const view = await live();
    expect(view.counts).toMatchObject({ attempts: 10, replies: 1 });
    const [lead] = await leadsOf(connected);
    const { attempts } = await stateOf(connected, lead?.id ?? '');
    const seen = attempts.map((one: Record<string, unknown>) => [one['channel'], one['outcome'], one['at']]);
    expect(seen).toContainEqual(['call', 'connected', at]);
    expect(seen).toContainEqual(['email', 'sent', at + 10 * MINUTE_MS]);
    expect(seen).toContainEqual(['whatsapp', 'sent', at + 30 * MINUTE_MS]);
    expect(seen).toContainEqual(['sms', 'sent', at + 31 * MINUTE_MS]);
    expect(seen).toContainEqual(['linkedin', 'sent', at + 32 * MINUTE_MS]);
    expect(seen).toContainEqual(['other', 'sent', at + 33 * MINUTE_MS]);
    expect(seen).toContainEqual(['linkedin', 'sent', at + 40 * MINUTE_MS]);
    expect(seen).toContainEqual(['meeting', 'connected', at + 50 * MINUTE_MS]);
    const automatic = attempts.filter((one: { automatic: boolean }) => one.automatic);
    expect(automatic).toHaveLength(1);
    expect(new Set(attempts.map((one: { by: string }) => one.by))).toEqual(new Set([team.sdr.id]));
    // Read again, nothing is added.
    expect((await live(10 * MINUTE_MS, 3)).counts).toMatchObject({ attempts: 10, replies: 1 });
  });

  test('[ATT7] a call the page saw and HubSpot has is one, and is written there no second time', async () => {
    const connected = await connect();
    const { hubspot, live, clock, team, sam } = connected;
    const contact = hubspot.addContact(person('Bea'));
    await live();
    const [lead] = await leadsOf(connected);
    const at = clock.now;
    hubspot.addActivity(
      'calls',
      { hs_timestamp: iso(at), hs_call_status: 'COMPLETED', hubspot_owner_id: sam },
      contact,
    );
    await json('POST', `/v1/leads/${lead?.id}/attempts`, {
      token: team.sdr.token,
      now: at,
      body: { channel: 'call', outcome: 'connected', evidence: 'clicked' },
    });
    await live(5 * MINUTE_MS, 5);
    const { attempts } = await stateOf(connected, lead?.id ?? '');
    expect(attempts).toHaveLength(1);
    expect(attempts[0].outcome).toBe('connected');
    expect(hubspot.records.all('calls')).toHaveLength(1);
  });

  test('whoever did it and is nobody here yet is asked about, and then it counts', async () => {
    const connected = await connect();
    const { hubspot, live, clock, team, id, sam } = connected;
    const unknown = hubspot.addOwner('Una', 'Known', 'una@example.test');
    const contact = hubspot.addContact(person('Cy'));
    hubspot.addActivity(
      'calls',
      { hs_timestamp: iso(clock.now), hs_call_status: 'COMPLETED', hubspot_owner_id: unknown },
      contact,
    );
    expect(await live()).toMatchObject({ letters: 1, counts: { attempts: 0 } });
    const people = { [sam]: team.sdr.id, [unknown]: team.colleague.id };
    const body = { mapping: mappingWith({ people }) };
    await json('PUT', `/v1/connections/${id}/mapping`, { token: team.admin, body, now: clock.now });
    expect(await live()).toMatchObject({ letters: 0, counts: { attempts: 1 } });
  });

  test('what is corrected or deleted over there is withdrawn here', async () => {
    const connected = await connect();
    const { hubspot, live, clock, sam } = connected;
    const contact = hubspot.addContact(person('Di'));
    const call = hubspot.addActivity(
      'calls',
      { hs_timestamp: iso(clock.now), hs_call_status: 'COMPLETED', hubspot_owner_id: sam },
      contact,
    );
    await live();
    const [lead] = await leadsOf(connected);
    const standing = async () =>
      (await stateOf(connected, lead?.id ?? '')).attempts.filter(
        (one: { withdrawn: boolean }) => !one.withdrawn,
      );
    hubspot.records.update(call, { hs_call_disposition: 'f240bbac-87c9-4f6e-bf70-924b57d47db7' });
    await live();
    expect(await standing()).toMatchObject([{ outcome: 'connected' }]);
    hubspot.records.archive(call);
    await connected.tell([
      { subscriptionType: 'object.deletion', objectTypeId: '0-48', objectId: Number(call.id) },
    ]);
    await live(1_000);
    expect(await standing()).toEqual([]);
  });

  test('deals, open and won', async () => {
    const connected = await connect();
    const { hubspot, live } = connected;
    const contact = hubspot.addContact(person('Ed'));
    const deal = hubspot.addActivity(
      'deals',
      { amount: '500', deal_currency_code: 'EUR', hs_is_closed: 'false' },
      contact,
    );
    await live();
    const [lead] = await leadsOf(connected);
    const dealsOf = async () =>
      (
        await json('GET', `/v1/leads/${lead?.id}/facts`, {
          token: connected.team.admin,
          now: connected.clock.now,
        })
      ).facts
        .filter(({ kind }: { kind: string }) => kind === 'deal.changed')
        .map(({ body }: { body: object }) => body);
    expect(await dealsOf()).toMatchObject([{ amount: 500, currency: 'EUR', outcome: 'open' }]);
    hubspot.records.update(deal, {
      hs_is_closed: 'true',
      hs_is_closed_won: 'true',
      closedate: iso(connected.clock.now),
    });
    await live();
    expect(await dealsOf()).toMatchObject([{ outcome: 'open' }, { amount: 500, outcome: 'won' }]);
    const { counts } = await live(5 * MINUTE_MS, 5);
    expect(counts).toMatchObject({ deals: 2 });
  });
});

describe('back there', () => {
  test('stage, score and what people log, once, and none of it comes back as news', async () => {
    const connected = await connect();
    const { hubspot, live, clock, team, sam } = connected;
    const contact = hubspot.addContact({ ...person('Flo'), numemployees: '10' });
    await live();
    const [lead] = await leadsOf(connected);
    await live();
    expect(contact.properties['combinado_stage']).toBeTruthy();
    await json('POST', `/v1/leads/${lead?.id}/attempts`, {
      token: team.sdr.token,
      now: clock.now,
      body: { channel: 'call', outcome: 'left_message', evidence: 'clicked' },
    });
    await live(13_000);
    const [call] = hubspot.records.all('calls');
    expect(call?.properties).toMatchObject({
      hs_call_direction: 'OUTBOUND',
      hs_call_disposition: 'b2cf5968-551e-4856-9783-52b3da59a7d0',
      hubspot_owner_id: sam,
    });
    expect(hubspot.records.linked('calls', call?.id ?? '', 'contacts')).toEqual([contact.id]);
    const before = await connected.view();
    const after = await live(10 * MINUTE_MS, 10);
    expect(after.counts).toMatchObject({
      created: before.counts.created,
      changed: before.counts.changed,
      attempts: 0,
    });
    expect(after.counts.written).toBe(before.counts.written);
    expect((await stateOf(connected, lead?.id ?? '')).attempts).toHaveLength(1);
  });

  test('[ATT1] what is undone within ten seconds was never told; later it is taken back', async () => {
    const connected = await connect();
    const { hubspot, live, clock, team } = connected;
    hubspot.addContact(person('Gil'));
    await live();
    const [lead] = await leadsOf(connected);
    const log = async () => {
      await json('POST', `/v1/leads/${lead?.id}/attempts`, {
        token: team.sdr.token,
        now: clock.now,
        body: { channel: 'call', outcome: 'no_answer', evidence: 'clicked' },
      });
      return (await stateOf(connected, lead?.id ?? '')).attempts.at(-1).id as string;
    };
    const undo = (attempt: string) =>
      send('POST', `/v1/attempts/${attempt}/withdraw`, { token: team.sdr.token, now: clock.now, body: {} });
    const first = await log();
    clock.now += 5_000;
    await undo(first);
    await live(5 * MINUTE_MS, 5);
    expect(hubspot.requests.filter((one) => one.includes('/calls/batch/upsert'))).toEqual([]);
    const second = await log();
    await live(2 * MINUTE_MS, 4);
    expect(hubspot.records.all('calls')).toHaveLength(1);
    await undo(second);
    await live(2 * MINUTE_MS, 4);
    expect(hubspot.records.all('calls')).toHaveLength(0);
  });

  test('a write that can never be taken is put aside and tried again when told to', async () => {
    const connected = await connect();
    const { hubspot, live, clock, team, id } = connected;
    const contact = hubspot.addContact(person('Hal'));
    await live();
    const [lead] = await leadsOf(connected);
    await live();
    hubspot.records.archive(contact);
    await json('POST', `/v1/leads/${lead?.id}/field`, {
      token: team.admin,
      now: clock.now,
      body: { field: 'company', value: 'Else' },
    });
    await json('POST', `/v1/leads/${lead?.id}/stage`, {
      token: team.admin,
      now: clock.now,
      body: { stage: 'sql' },
    });
    const view = await live(1_000);
    expect(view.dead).toBe(1);
    const { letters } = await json('GET', `/v1/connections/${id}/letters`, {
      token: team.admin,
      now: clock.now,
    });
    expect(letters).toMatchObject([{ direction: 'out', what: 'values', leadId: lead?.id }]);
    contact.archivedAt = null;
    await send('POST', `/v1/connections/${id}/letters/${letters[0].id}/retry`, {
      token: team.admin,
      now: clock.now,
    });
    expect((await live(1_000)).dead).toBe(0);
    expect(contact.properties['combinado_stage']).toBe('Sales qualified lead');
  });
});

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

test('paused it does nothing; ended, its leads stay and its access is given back', async () => {
  const connected = await connect();
  const { hubspot, live, team, clock, id } = connected;
  hubspot.addContact(person('Pia'));
  await live();
  await json('POST', `/v1/connections/${id}/pause`, { token: team.admin, now: clock.now });
  hubspot.requests.length = 0;
  hubspot.addContact(person('Quin'));
  expect(await live(HOUR_MS, 4)).toMatchObject({ state: 'paused' });
  expect(hubspot.requests).toEqual([]);
  await json('POST', `/v1/connections/${id}/resume`, { token: team.admin, now: clock.now });
  await live();
  expect(await leadsOf(connected)).toHaveLength(2);
  expect((await send('DELETE', `/v1/connections/${id}`, { token: team.admin, now: clock.now })).status).toBe(
    204,
  );
  expect(hubspot.access.installed).toBe(false);
  expect(await leadsOf(connected)).toHaveLength(2);
  expect((await send('GET', `/v1/connections/${id}`, { token: team.admin, now: clock.now })).status).toBe(
    404,
  );
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

test('[ACC2] nobody but an admin', async () => {
  const { team, id } = await connect();
  const manager = await addPerson(team, { role: 'manager' });
  expect((await send('GET', `/v1/connections/${id}`, { token: manager.token })).status).toBe(403);
});
