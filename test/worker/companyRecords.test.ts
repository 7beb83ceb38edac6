/** Which company's record a person stands under, and where a record is opened, as each vendor has it. */
import { describe, expect, test } from 'vitest';
import type { Granted, Person, Ref } from '../../worker/connectors/connector.ts';
import { dynamicsWorld } from '../vendors/dynamics/world.ts';
import { hubspotWorld } from '../vendors/hubspot/world.ts';
import { pipedriveWorld } from '../vendors/pipedrive/world.ts';
import { rdmarketingWorld } from '../vendors/rdmarketing/world.ts';
import { rdstationWorld } from '../vendors/rdstation/world.ts';
import { giveAccess, lineOf, Mirror, speakingTo, type VendorWorld } from '../vendors/roundTrip.ts';
import { salesforceWorld } from '../vendors/salesforce/world.ts';

const NOW = Date.parse('2026-11-16T14:00:00Z');

interface Case {
  readonly vendor: string;
  /** A world, a person under a company's record and one under none, and that record. */
  readonly make: () => {
    readonly world: VendorWorld;
    readonly under: Ref;
    readonly alone: Ref;
    readonly company: Ref;
  };
  /** Page of the person under it; null: this vendor does not say how such addresses are made. */
  readonly page: (granted: Granted, under: Ref) => string | null;
}

const CASES: readonly Case[] = [
  {
    vendor: 'Salesforce',
    make() {
      const world = salesforceWorld(NOW);
      const account = world.org.add('Account', { Name: 'Acme' }).Id;
      const under = world.org.add('Contact', { LastName: 'Ann', Email: 'ann@acme.test', AccountId: account });
      const alone = world.org.add('Contact', { LastName: 'Ben', Email: 'ben@acme.test' });
      return {
        world,
        under: { object: 'Contact', id: under.Id },
        alone: { object: 'Contact', id: alone.Id },
        company: { object: 'Account', id: account },
      };
    },
    page: (_, { id }) => `https://acme-org.my.salesforce.com/lightning/r/Contact/${id}/view`,
  },
  {
    vendor: 'Dynamics',
    make() {
      const world = dynamicsWorld(NOW);
      const account = world.org.add('account', { name: 'Acme' }).id;
      const under = world.org.add('contact', {
        lastname: 'Ann',
        'parentcustomerid_account@odata.bind': `/accounts(${account})`,
      });
      const alone = world.org.add('contact', { lastname: 'Ben' });
      return {
        world,
        under: { object: 'contact', id: under.id },
        alone: { object: 'contact', id: alone.id },
        company: { object: 'account', id: account },
      };
    },
    page: ({ account }, { id }) =>
      `${account.site ?? ''}/main.aspx?pagetype=entityrecord&etn=contact&id=${id}`,
  },
  {
    vendor: 'Dynamics, its leads',
    make() {
      const world = dynamicsWorld(NOW);
      const account = world.org.add('account', { name: 'Acme' }).id;
      const under = world.org.add('lead', {
        lastname: 'Ann',
        'parentaccountid@odata.bind': `/accounts(${account})`,
      });
      const alone = world.org.add('lead', { lastname: 'Ben' });
      return {
        world,
        under: { object: 'lead', id: under.id },
        alone: { object: 'lead', id: alone.id },
        company: { object: 'account', id: account },
      };
    },
    page: ({ account }, { id }) => `${account.site ?? ''}/main.aspx?pagetype=entityrecord&etn=lead&id=${id}`,
  },
  {
    vendor: 'Pipedrive',
    make() {
      const world = pipedriveWorld(NOW);
      const company = world.org.items.put('organizations', undefined, { name: 'Acme' }).id;
      const [under, alone] = [world.addPerson(1), world.addPerson(2)];
      world.org.items.put('persons', Number(under), { org_id: company });
      world.org.items.put('persons', Number(alone), { org_id: null });
      return {
        world,
        under: { object: 'person', id: under },
        alone: { object: 'person', id: alone },
        company: { object: 'organization', id: String(company) },
      };
    },
    page: (_, { id }) => `https://acme.pipedrive.com/person/${id}`,
  },
  {
    vendor: 'RD Station CRM',
    make() {
      const world = rdstationWorld(NOW);
      const company = world.org.put('organizations', undefined, { name: 'Acme' }).id;
      const [under, alone] = [world.addPerson(1), world.addPerson(2)];
      world.org.put('contacts', under, { organization_id: company });
      world.org.put('contacts', alone, { organization_id: null });
      return {
        world,
        under: { object: 'contact', id: under },
        alone: { object: 'contact', id: alone },
        company: { object: 'organization', id: String(company) },
      };
    },
    page: () => null,
  },
];

describe.each(CASES)('$vendor', ({ make, page }) => {
  let world: VendorWorld;
  speakingTo(() => world);

  test('[IDN4] says which company’s record a person stands under, and that they stand under none', async () => {
    const made = make();
    ({ world } = made);
    const granted = await giveAccess(world);
    const mirror = new Mirror(world);
    expect(await mirror.sync(lineOf(world, granted))).toBeUndefined();
    const said = (ref: Ref): Person | undefined => mirror.people.get(`${ref.object}/${ref.id}`);
    expect(said(made.under)?.company).toEqual(made.company);
    expect(said(made.alone)?.company).toBeNull();
    const { connector } = world;
    expect(connector.pageOf?.(granted.account, made.under) ?? null).toBe(page(granted, made.under));
  });
});

test('[TGT4] HubSpot’s records have their pages, kinds without one have none; RD Marketing does not say', () => {
  const account = { id: '62515', name: 'HubSpot' };
  const { connector } = hubspotWorld(NOW);
  expect(connector.pageOf?.(account, { object: 'contact', id: '51' })).toBe(
    'https://app.hubspot.com/contacts/62515/record/0-1/51',
  );
  expect(connector.pageOf?.(account, { object: 'nothing', id: '51' })).toBeNull();
  expect(rdmarketingWorld(NOW).connector.pageOf).toBeUndefined();
});
