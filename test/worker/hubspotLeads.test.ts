/** HubSpot's leads beside its contacts: whose they are, how far they are, and that without them all goes on. */
import { describe, expect, test } from 'vitest';
import type { ConnectionMapping } from '../../shared/protocol/connections.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { HubSpot } from '../vendors/hubspot/fake.ts';
import { json, send } from './api.ts';
import { answeringVendors, connect, mappingWith, type Connected } from './connected.ts';

answeringVendors();

const STAGE = 'lead.hs_pipeline_stage';
const withLeads: Partial<ConnectionMapping> = {
  read: { activities: true, deals: true, leads: true },
  stageFrom: { theirs: STAGE, words: { 'qualified-stage-id': 'mql' } },
  owner: 'theirs',
};
const ann = (hubspot: HubSpot) => hubspot.addContact({ email: 'ann@acme.example', firstname: 'Ann' });

async function leadsOf({ team, clock }: Connected) {
  const { leads } = await json('GET', '/v1/leads?limit=100', { token: team.admin, now: clock.now });
  return leads as { id: string; owner: string | null; stage: string }[];
}

describe('HubSpot leads', () => {
  test('are the contact they are about, once, under their own stage and owner', async () => {
    const connected = await connect(withLeads);
    const { hubspot, live, sam, team } = connected;
    const contact = ann(hubspot);
    await live();
    expect(await leadsOf(connected)).toMatchObject([{ owner: null }]);
    const lead = hubspot.addLead(contact, { hs_pipeline_stage: 'new-stage-id', hubspot_owner_id: sam });
    await live();
    const [one, ...others] = await leadsOf(connected);
    expect(others).toEqual([]);
    expect(one?.owner).toBe(team.sdr.id);
    hubspot.records.update(lead, { hs_pipeline_stage: 'qualified-stage-id' });
    await live();
    expect(await leadsOf(connected)).toMatchObject([{ id: one?.id, stage: 'mql' }]);
    // What is ours is written into the contact.
    expect(contact.properties['combinado_stage']).toBeTruthy();
    expect(lead.properties['combinado_stage']).toBeUndefined();
    hubspot.records.archive(lead);
    await connected.tell([
      { subscriptionType: 'object.deletion', objectTypeId: '0-136', objectId: Number(lead.id) },
    ]);
    await live(20 * MINUTE_MS, 4);
    expect(await leadsOf(connected)).toMatchObject([{ id: one?.id }]);
  });

  test('one without a contact is nobody’s; one whose contact is not read yet is that contact', async () => {
    const connected = await connect(withLeads, (hubspot) => {
      hubspot.records.create('leads', { hs_lead_name: 'Nobody' });
      hubspot.addLead(ann(hubspot), { hs_pipeline_stage: 'qualified-stage-id' });
    });
    expect(await connected.live()).toMatchObject({ letters: 0, counts: { created: 1 } });
    await connected.live(1_000);
    expect(await leadsOf(connected)).toMatchObject([{ stage: 'mql' }]);
  });

  test('are not read unless that was agreed, and are offered only where the access reaches them', async () => {
    const connected = await connect();
    const { hubspot, live, team, clock, id } = connected;
    hubspot.addLead(ann(hubspot), { hs_pipeline_stage: 'qualified-stage-id' });
    await connected.tell([{ subscriptionType: 'object.creation', objectTypeId: '0-136', objectId: 52 }]);
    await live();
    expect(hubspot.requests.filter((one) => one.includes('/objects/leads'))).toEqual([]);
    const fieldsOf = async () =>
      (await json('GET', `/v1/connections/${id}/fields`, { token: team.admin, now: clock.now })) as {
        fields: { id: string }[];
        reads: string[];
        writes: string[];
      };
    const known = await fieldsOf();
    expect(known).toMatchObject({
      reads: ['activities', 'deals', 'leads'],
      writes: ['attempts', 'stage', 'score'],
    });
    expect(known.fields).toContainEqual({
      id: STAGE,
      label: 'Lead: Pipeline stage',
      type: 'choice',
      writable: false,
      options: [
        { value: 'new-stage-id', label: 'New' },
        { value: 'qualified-stage-id', label: 'Qualified' },
      ],
    });
    hubspot.closed.add('leads');
    expect((await fieldsOf()).fields.map((field) => field.id)).not.toContain(STAGE);
  });

  test('where their plan has none, contacts and calls come in all the same, and it says so', async () => {
    const connected = await connect(withLeads, (hubspot) => void ann(hubspot));
    connected.hubspot.closed.add('leads');
    expect(await connected.live()).toMatchObject({ counts: { created: 1 }, problem: { kind: 'forbidden' } });
    expect(await leadsOf(connected)).toHaveLength(1);
    await send('PUT', `/v1/connections/${connected.id}/mapping`, {
      token: connected.team.admin,
      body: { mapping: mappingWith({ people: {} }) },
      now: connected.clock.now,
    });
    expect(await connected.live()).toMatchObject({ problem: null });
  });
});
