import { describe, expect, test } from 'vitest';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, json, MONDAY, openTeam, publishSigned } from './api.ts';
import { rows } from './database.ts';
import { Device } from './outbox.ts';

const CHIEF = { id: 'chief', label: 'Chief', when: { field: 'seniority', is: 'chief' } } as const;

/** The hand-off stage wants two people of the company who are chiefs, beside nothing else. */
const twoChiefs = (body: Definitions): Definitions => ({
  ...body,
  personas: [CHIEF],
  stages: body.stages.map((stage) =>
    stage.id === 'mql' ? { ...stage, criteria: { account: { persona: 'chief', atLeast: 2 } } } : stage,
  ),
});

const read = async (token: string, id: string, now: number): Promise<LeadState> =>
  (await json('GET', `/v1/leads/${id}`, { token, now })).state;
const countsIn = (workspaceId: string) =>
  rows<{ leadId: string; body: string; at: number }>(
    workspaceId,
    "select lead_id as leadId, body, at from facts where kind = 'account.counted' order by seq",
  );

describe('[PRD1] leads of one account are told its counts, where the agreement asks', () => {
  test('when they change, once each; criteria that look at them follow', async () => {
    const { admin, workspaceId } = await openTeam(MONDAY, twoChiefs);
    const fields = { seniority: 'chief' };
    const first = await addLead(admin, { emails: ['a@acme.example'], fields });
    expect((await read(admin, first, MONDAY + 1)).stage.id).toBe('visitor');
    expect(await countsIn(workspaceId)).toMatchObject([{ leadId: first }]);
    const second = await addLead(admin, { emails: ['b@acme.example'], fields, now: MONDAY + HOUR_MS });
    const now = MONDAY + 2 * HOUR_MS;
    for (const id of [first, second]) expect((await read(admin, id, now)).stage.id).toBe('mql');
    const counted = await countsIn(workspaceId);
    const last = (id: string) => JSON.parse(counted.findLast(({ leadId }) => leadId === id)?.body ?? '{}');
    for (const id of [first, second])
      expect(last(id)).toEqual({ personas: { chief: 2 }, stages: { mql: 2 } });
    // It comes to rest: a day later nothing more has been said.
    await read(admin, first, now + 3 * DAY_MS);
    expect(await countsIn(workspaceId)).toEqual(counted);
    const { differing } = await json('GET', '/v1/admin/refold', { token: admin, now: now + 3 * DAY_MS });
    expect(differing).toEqual([]);
  });

  test('nobody is told anything by an agreement that does not ask', async () => {
    const { admin, workspaceId } = await openTeam(MONDAY, (body) => ({ ...body, personas: [CHIEF] }));
    for (const name of ['a', 'b'])
      await addLead(admin, { emails: [`${name}@acme.example`], fields: { seniority: 'chief' } });
    await read(admin, 'unknown', MONDAY + DAY_MS);
    expect(await countsIn(workspaceId)).toEqual([]);
  });

  test('a version that begins to ask has everybody counted, though nothing else changed', async () => {
    const team = await openTeam(MONDAY, (body) => ({ ...body, personas: [CHIEF] }));
    const { admin, workspaceId, marketer, manager } = team;
    const fields = { seniority: 'chief' };
    for (const name of ['a', 'b']) await addLead(admin, { emails: [`${name}@acme.example`], fields });
    const { definitions } = await json('GET', '/v1/definitions/current', { token: admin });
    const now = MONDAY + HOUR_MS;
    await publishSigned(admin, [marketer.token, manager.token], twoChiefs(definitions), now);
    await read(admin, 'unknown', now + HOUR_MS);
    const counted = await countsIn(workspaceId);
    expect(new Set(counted.map(({ leadId }) => leadId)).size).toBe(2);
  });

  test('an agreement whose counts undo themselves is followed up ever more seldom, then not at all', async () => {
    // Alone one is the lonely kind; told so, no longer; told that, lonely again.
    const { admin, workspaceId } = await openTeam(MONDAY, (body) => ({
      ...body,
      personas: [
        { id: 'lonely', label: 'Lonely', when: { not: { account: { persona: 'lonely', atLeast: 1 } } } },
      ],
    }));
    await addLead(admin, { emails: ['a@acme.example'] });
    await read(admin, 'unknown', MONDAY + 10 * DAY_MS);
    const counted = await countsIn(workspaceId);
    const gaps = counted.slice(1).map(({ at }, index) => at - (counted[index]?.at ?? at));
    expect(gaps).toEqual([2, 4, 8, 16, 32, 64, 128, 256].map((minutes) => minutes * MINUTE_MS));
    // Something else changes: it is counted at once, and comes to rest again.
    await addLead(admin, { emails: ['b@acme.example'], now: MONDAY + 10 * DAY_MS });
    await read(admin, 'unknown', MONDAY + 20 * DAY_MS);
    const more = (await countsIn(workspaceId)).slice(counted.length);
    expect(more[0]?.at).toBe(MONDAY + 10 * DAY_MS);
    expect(more.length).toBeLessThanOrEqual(2 * 9);
  });

  test('an account of more leads than one slice tells them all the same', async () => {
    const { admin, workspaceId } = await openTeam(MONDAY, twoChiefs);
    const leads = Array.from({ length: 45 }, (_, index) => ({ emails: [`p${index}@big.example`] }));
    await json('POST', '/v1/leads', { token: admin, body: { leads } });
    await read(admin, 'unknown', MONDAY + 1);
    const counted = await countsIn(workspaceId);
    expect(new Set(counted.map(({ leadId }) => leadId)).size).toBe(45);
    expect(new Set(counted.map(({ body }) => body))).toEqual(
      new Set(['{"personas":{},"stages":{"visitor":45}}']),
    );
  });
});

describe('[IDN4] leads of one company are an account', () => {
  test('by domain or else by the company’s record; a free-mail address makes none', async () => {
    const { admin, sdr, colleague } = await openTeam(MONDAY, (body) => ({
      ...body,
      personas: [CHIEF, { id: 'user', label: 'User', when: { field: 'role', known: true } }],
    }));
    const company = [{ system: 'hubspot', object: 'company', id: '7' }];
    const mine = await addLead(admin, {
      emails: ['a@acme.example'],
      fields: { seniority: 'chief', name: 'Ana' },
      owner: sdr.id,
    });
    const theirs = await addLead(admin, {
      emails: ['b@acme.example'],
      fields: { name: 'Bia' },
      owner: colleague.id,
    });
    const attempts = [{ leadId: theirs, channel: 'call', outcome: 'connected', by: colleague.id }];
    await json('POST', '/v1/attempts', { token: admin, body: { attempts } });
    const ask = (id: string, token = sdr.token) => json('GET', `/v1/leads/${id}/account`, { token });
    const touched = { at: MONDAY, by: colleague.id };
    expect(await ask(mine)).toEqual({
      id: 'domain:acme.example',
      leads: [
        { id: mine, name: 'Ana', stage: 'lead', owner: sdr.id, persona: 'chief', touched: null },
        // A colleague's is a stage and whose it is (ACC3).
        { id: theirs, name: null, stage: 'lead', owner: colleague.id, persona: null, touched },
      ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      personas: { covered: ['chief'], missing: ['user'] },
      stages: { lead: 2 },
      touched,
    });
    const free = await addLead(admin, { emails: ['c@gmail.com'] });
    expect(await ask(free)).toMatchObject({ id: null, leads: [], personas: { missing: ['chief', 'user'] } });
    const byRecord = await addLead(admin, { emails: ['d@gmail.com'], externalIds: company });
    const other = await addLead(admin, { emails: ['e@gmail.com'], externalIds: company });
    const account = await ask(byRecord);
    expect(account.id).toBe('id:hubspot/company/7');
    expect(account.leads.map(({ id }: { id: string }) => id)).toEqual([byRecord, other].toSorted());
    expect(await ask(theirs)).toEqual(await ask('unknown'));
  });

  test('somebody who changes company is told of the new one, and of the old one when they go back', async () => {
    const { admin } = await openTeam();
    const at = (id: string) => ({ system: 'hubspot', object: 'company', id });
    const emails = ['moves@gmail.com'];
    const lead = await addLead(admin, { emails, externalIds: [at('7')] });
    let now = MONDAY;
    const accountNow = async () => (await json('GET', `/v1/leads/${lead}/account`, { token: admin, now })).id;
    const told = async (...ids: string[]) => {
      now += MINUTE_MS;
      const body = { leads: [{ emails, externalIds: ids.map(at) }] };
      await json('POST', '/v1/leads', { token: admin, body, now });
      return accountNow();
    };
    expect(await accountNow()).toBe('id:hubspot/company/7');
    expect(await told('9')).toBe('id:hubspot/company/9');
    expect(await told('9')).toBe('id:hubspot/company/9');
    expect(await told('7')).toBe('id:hubspot/company/7');
    // Saying the same twice adds nothing, also where it says two.
    const facts = async () =>
      (await json('GET', `/v1/leads/${lead}/facts`, { token: admin, now })).facts.length;
    expect(await told('7', '9')).toBe('id:hubspot/company/9');
    const before = await facts();
    expect(await told('7', '9')).toBe('id:hubspot/company/9');
    expect(await facts()).toBe(before);
  });

  test('a device is told which company a lead is of, and what of it is outside its member’s view', async () => {
    const { admin, sdr, colleague, manager } = await openTeam(MONDAY, (body) => ({
      ...body,
      personas: [CHIEF],
    }));
    const externalIds = [{ system: 'hubspot', object: 'company', id: '7' }];
    const mine = await addLead(admin, { emails: ['a@gmail.com'], externalIds, owner: sdr.id });
    const account = 'id:hubspot/company/7';
    const device = new Device(sdr.token);
    const first = await device.pull();
    expect(first.leads).toMatchObject([{ id: mine, account }]);
    expect(first.accounts).toBeUndefined();
    // Told of one a colleague has, though nothing of mine changed; no name, no address.
    const fields = { seniority: 'chief', name: 'Bia' };
    const theirs = await addLead(admin, {
      emails: ['b@gmail.com'],
      fields,
      externalIds,
      owner: colleague.id,
    });
    const page = await device.pull();
    expect(page.leads).toEqual([]);
    const other = { id: theirs, stage: 'lead', owner: colleague.id, persona: 'chief', touched: null };
    expect(page.accounts).toEqual([{ id: account, others: [other] }]);
    expect((await device.pull()).accounts).toBeUndefined();
    const attempts = [{ leadId: theirs, channel: 'call', outcome: 'connected', by: colleague.id }];
    await json('POST', '/v1/attempts', { token: admin, body: { attempts } });
    const touched = { at: MONDAY, by: colleague.id };
    expect((await device.pull()).accounts).toEqual([{ id: account, others: [{ ...other, touched }] }]);
    // A copy begun afresh has all of it with the lead; whoever sees all leads has them as leads.
    expect((await new Device(sdr.token).pull()).accounts).toEqual([
      { id: account, others: [{ ...other, touched }] },
    ]);
    const everything = await new Device(manager.token).pull();
    expect(everything.accounts).toBeUndefined();
    expect(everything.leads).toHaveLength(2);
    // It becomes mine: there is nobody outside any more.
    const to = { leadIds: [theirs], owner: sdr.id };
    await json('POST', '/v1/assignments', { token: manager.token, body: to });
    const given = await device.pull();
    expect(given.leads).toMatchObject([{ id: theirs, account, whole: true }]);
    expect(given.accounts).toEqual([{ id: account, others: [] }]);
  });

  test('[IDN1] the record of a company is no way to find one lead', async () => {
    const { admin } = await openTeam();
    const externalIds = [{ system: 'hubspot', object: 'company', id: '7' }];
    const { results } = await json('POST', '/v1/leads', { token: admin, body: { leads: [{ externalIds }] } });
    expect(results).toMatchObject([{ pointer: '/leads/0' }]);
  });
});
