/** Records of a connected CRM that are no leads here, and leads that are in no CRM: held against a count by hand. */
import { describe, expect, test } from 'vitest';
import { CrmRecordsResponse, LeakFigures } from '../../shared/protocol/crmRecords.ts';
import { DAY_MS } from '../../shared/time.ts';
import type { Kept } from '../vendors/hubspot/records.ts';
import { addLead, json, openTeam, send } from './api.ts';
import { answeringVendors, connect, type Connected } from './connected.ts';
import { rows } from './database.ts';

answeringVendors();

const person = (name: string) => ({
  email: `${name.toLowerCase()}@${name.toLowerCase()}.example`,
  firstname: name,
  lastname: 'Lee',
});
interface Row {
  readonly leak: string;
  readonly source: string | null;
  readonly system?: string;
  readonly why?: string;
  readonly n: number;
}
const reportIn = async ({ team, clock }: Pick<Connected, 'team' | 'clock'>, query = '') => {
  const answer = await json('GET', `/v1/reports/leaks${query}`, { token: team.admin, now: clock.now });
  const found: readonly Row[] = answer.rows;
  return { rows: found, systems: LeakFigures.parse(answer.figures).systems };
};
const missing = (found: readonly Row[], leak: string) => found.filter((row) => row.leak === leak);
const recordsIn = async ({ team, clock }: Pick<Connected, 'team' | 'clock'>, query = '') =>
  CrmRecordsResponse.parse(
    await json('GET', `/v1/reports/leaks/records${query}`, { token: team.admin, now: clock.now }),
  );
const leadNamed = async ({ team, clock }: Connected, text: string) => {
  const { leads } = await json('GET', `/v1/leads?text=${text}`, { token: team.admin, now: clock.now });
  return (leads[0]?.id ?? '') as string;
};
/** It fails in the middle of being taken, as a fault of ours would make it. */
const failing = ({ team: { workspaceId } }: Connected, { id }: Kept) =>
  rows(
    workspaceId,
    `create trigger fails before insert on connection_records when new.record_id = '${id}'
     begin select raise(abort, 'no'); end`,
  );

describe('[TGT4] what of a CRM is not here, and what is here and not in it', () => {
  test('is counted as by hand, each record with its reason and its page over there', async () => {
    const connected = await connect();
    const { hubspot, team, live, id, clock } = connected;
    const { admin } = team;
    const [ada, , cid, dea, gil] = ['Ada', 'Bia', 'Cid', 'Dea', 'Gil'].map((name) =>
      hubspot.addContact(person(name)),
    );
    const deal = hubspot.records.create('deals', {
      amount: '100',
      createdate: new Date(clock.now).toISOString(),
    });
    if (!ada || !cid || !dea || !gil) throw new Error('five were added');
    await failing(connected, cid);
    await live();
    // Dea is erased here and her record stays there; Gil's record is deleted there and he stays here.
    const erased = await leadNamed(connected, 'dea');
    await send('DELETE', `/v1/leads/${erased}`, { token: admin, now: clock.now });
    hubspot.records.archive(gil);
    await addLead(admin, { emails: ['eva@eva.example'], source: 'fair', now: clock.now });
    await json('POST', '/v1/leads', {
      token: admin,
      body: { leads: [{ emails: ['old@old.example'], fields: { name: 'Old' }, backlog: true }] },
      now: clock.now,
    });
    await live(DAY_MS, 4);

    const { rows: found, systems } = await reportIn(connected);
    expect(missing(found, 'in_crm_not_here')).toEqual(
      ['deal_of_nobody', 'erased', 'failed'].map((why) => {
        return { leak: 'in_crm_not_here', source: null, system: id, why, n: 1 };
      }),
    );
    // Gil by the connector without a source, Eva from the fair; backlog leaks nothing, Dea is nobody any more.
    expect(missing(found, 'here_not_in_crm').toSorted((a, b) => a.n - b.n || (a.source ? 1 : -1))).toEqual([
      { leak: 'here_not_in_crm', source: null, n: 1 },
      { leak: 'here_not_in_crm', source: 'fair', n: 1 },
    ]);
    expect(systems).toMatchObject([
      { id, vendor: 'hubspot', label: 'Our HubSpot', state: 'running', here: 2 },
    ]);
    expect(systems[0]?.readAt).toBeGreaterThan(clock.now - DAY_MS);
    expect(systems[0]?.left.toSorted((a, b) => (a.why < b.why ? -1 : 1))).toEqual([
      { why: 'deal_of_nobody', n: 1 },
      { why: 'erased', n: 1 },
      { why: 'failed', n: 1 },
    ]);
    // The same by plain SQL.
    expect(
      await rows(
        team.workspaceId,
        'select why, count(*) as n from connection_left group by why order by why',
      ),
    ).toEqual([
      { why: 'deal_of_nobody', n: 1 },
      { why: 'erased', n: 1 },
      { why: 'failed', n: 1 },
    ]);

    const { records, cursor } = await recordsIn(connected);
    expect(cursor).toBeNull();
    const portal = hubspot.access.portalId;
    const at = (type: string, one: Kept) =>
      `https://app.hubspot.com/contacts/${portal}/record/${type}/${one.id}`;
    expect(records.map(({ why, object, record, url }) => [why, object, record, url]).toSorted()).toEqual([
      ['deal_of_nobody', 'deal', deal.id, at('0-3', deal)],
      ['erased', 'contact', null, null],
      ['failed', 'contact', cid.id, at('0-1', cid)],
    ]);
    // Of whoever was erased not even the id over there is kept in the clear.
    const kept = await rows<{ id: string }>(team.workspaceId, 'select record_id as id from connection_left');
    expect(kept.map((one) => one.id)).not.toContain(dea.id);
    // The leads behind the other side are opened like any other number's.
    const cell = encodeURIComponent(JSON.stringify(['here_not_in_crm', 'fair']));
    const behind = await json('GET', `/v1/reports/leaks/leads?cell=${cell}`, {
      token: admin,
      now: clock.now,
    });
    expect(behind.leads).toHaveLength(1);
    expect(behind.leads[0].source).toBe('fair');

    const csv = await send('GET', '/v1/reports/leaks?format=csv', { token: admin, now: clock.now });
    const lines = (await csv.text()).trim().split('\r\n');
    expect(lines[0]).toBe('leak,source,n,system,why');
    expect(lines).toContain(`in_crm_not_here,,1,${id},erased`);
    expect(lines).toContain('here_not_in_crm,fair,1,,');
    // No part of the leads has them.
    const part = await reportIn(connected, '?source=fair');
    expect(missing(part.rows, 'in_crm_not_here')).toEqual([]);
    expect(missing(part.rows, 'here_not_in_crm')).toEqual([
      { leak: 'here_not_in_crm', source: 'fair', n: 1 },
    ]);
  });

  test('goes as soon as it is taken, named, or gone over there; nothing stays of a system that is ended', async () => {
    const connected = await connect();
    const { hubspot, team, live, id, clock } = connected;
    const cid = hubspot.addContact(person('Cid'));
    const deal = hubspot.records.create('deals', { amount: '100' });
    const other = hubspot.records.create('deals', { amount: '50' });
    await failing(connected, cid);
    await live();
    const left = async () =>
      (await recordsIn(connected)).records.map(({ object, record }) => `${object} ${record}`).toSorted();
    expect(await left()).toEqual([`contact ${cid.id}`, `deal ${deal.id}`, `deal ${other.id}`].toSorted());
    expect(await live(10 * 60_000, 3)).toMatchObject({ letters: 1 });
    expect(await left()).toHaveLength(3);
    await rows(team.workspaceId, 'drop trigger fails');
    const { letters } = await json('GET', `/v1/connections/${id}/letters`, {
      token: team.admin,
      now: clock.now,
    });
    await send('POST', `/v1/connections/${id}/letters/${letters[0].id}/retry`, {
      token: team.admin,
      now: clock.now,
    });
    await live();
    expect(await left()).toEqual([`deal ${deal.id}`, `deal ${other.id}`].toSorted());
    hubspot.records.link(deal, cid);
    hubspot.records.update(deal, { amount: '120' });
    await live();
    expect(await left()).toEqual([`deal ${other.id}`]);
    const { status } = await send('DELETE', `/v1/connections/${id}`, { token: team.admin, now: clock.now });
    expect(status).toBe(204);
    expect(await left()).toEqual([]);
    expect((await reportIn(connected)).systems).toEqual([]);
  });

  test('a record that is to go with its lead is not missed, but told of when it is still there', async () => {
    const connected = await connect({ gone: { there: 'keep', here: 'erase' } });
    const { hubspot, team, live, clock } = connected;
    const ada = hubspot.addContact(person('Ada'));
    await live();
    const lead = await leadNamed(connected, 'ada');
    await send('DELETE', `/v1/leads/${lead}`, { token: team.admin, now: clock.now });
    expect((await recordsIn(connected)).records).toEqual([]);
    // Somebody puts her back over there.
    hubspot.addContact({ ...person('Ada'), jobtitle: 'again' });
    await live(DAY_MS, 3);
    expect((await recordsIn(connected)).records).toMatchObject([{ why: 'erased', record: null, url: null }]);
    expect(hubspot.records.get('contacts', ada.id)).toBeUndefined();
  });

  test('without a CRM, or before it was read to its end, nobody says what is not in it', async () => {
    const team = await openTeam();
    const alone = { team, clock: { now: Date.UTC(2026, 2, 2, 12) } };
    await addLead(team.admin, { emails: ['eva@eva.example'] });
    expect(await reportIn(alone)).toMatchObject({ systems: [] });
    expect(missing((await reportIn(alone)).rows, 'here_not_in_crm')).toEqual([]);
    const connected = await connect();
    await addLead(connected.team.admin, { emails: ['eva@eva.example'] });
    const before = await rows(
      connected.team.workspaceId,
      'update connections set ran_at = null returning id',
    );
    expect(before).toHaveLength(1);
    const found = await reportIn(connected);
    expect(found.systems).toMatchObject([{ readAt: null }]);
    expect(missing(found.rows, 'here_not_in_crm')).toEqual([]);
  });

  test('a hundred thousand of them are counted, and opened some at a time, each once', async () => {
    const connected = await connect();
    const { team, id } = connected;
    await connected.live();
    await rows(
      team.workspaceId,
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000)
       insert into connection_left (connection_id, object, record_id, why, at)
       select '${id}', 'contact', printf('%07d', i), case when i % 4 = 0 then 'deal_of_nobody' else 'failed' end, 0 from n`,
    );
    const { systems } = await reportIn(connected);
    expect(systems[0]?.left).toEqual([
      { why: 'failed', n: 75_000 },
      { why: 'deal_of_nobody', n: 25_000 },
    ]);
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const query: string = `?system=${id}&why=failed&limit=500${cursor === null ? '' : `&cursor=${cursor}`}`;
      const found: CrmRecordsResponse = await recordsIn(connected, query);
      expect(found.records).toHaveLength(500);
      seen.push(...found.records.map(({ record }) => record ?? ''));
      ({ cursor } = found);
    }
    const expected = Array.from({ length: 2_000 }, (_, i) => i + 1).filter((i) => i % 4 !== 0);
    expect(seen).toEqual(expected.slice(0, 1_500).map((i) => String(i).padStart(7, '0')));
    const { status } = await send('GET', '/v1/reports/leaks/records?cursor=none', { token: team.admin });
    expect(status).toBe(400);
  });
});

describe('[IDN4] the record of a company in a CRM', () => {
  test('makes an account of people whose addresses say nothing; who changes company goes with it', async () => {
    const connected = await connect();
    const { hubspot, team, live, clock } = connected;
    const at = (name: string, company: string) =>
      hubspot.addContact({ email: `${name}@gmail.com`, firstname: name, associatedcompanyid: company });
    const [ann] = [at('ann', '51'), at('ben', '51'), at('cal', '52')];
    hubspot.addContact({ email: 'dan@gmail.com', firstname: 'dan' });
    await live();
    const accounts = async () => {
      const { leads } = await json('GET', '/v1/leads', { token: team.admin, now: clock.now });
      return Object.fromEntries(
        (leads as { name: string; account: string | null }[]).map(({ name, account }) => [name, account]),
      );
    };
    const [first, second] = ['id:hubspot/company/51', 'id:hubspot/company/52'];
    expect(await accounts()).toEqual({ ann: first, ben: first, cal: second, dan: null });
    if (ann) hubspot.records.update(ann, { associatedcompanyid: '52' });
    await live();
    expect(await accounts()).toEqual({ ann: second, ben: first, cal: second, dan: null });
    if (ann) hubspot.records.update(ann, { associatedcompanyid: '51' });
    await live();
    expect((await accounts())['ann']).toBe(first);
  });
});
