/** Leads and junk out of a connected system, and what is over there; the vendor is its fake. */
import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, json, MONDAY, openSession, send } from './api.ts';
import {
  answeringVendors,
  begin,
  connect,
  follow,
  leadsOf,
  mappingWith,
  person,
  stateOf,
} from './connected.ts';

answeringVendors();

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
