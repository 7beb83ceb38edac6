/** A faked Dataverse organisation with somebody who works in it, for the round trip. */
import { dynamics as connector } from '../../../worker/connectors/dynamics.ts';
import { idOfMark } from '../../../worker/connectors/dynamics/activities.ts';
import { codeIn, withoutCode } from '../hookCode.ts';
import type { VendorWorld } from '../roundTrip.ts';
import { Dynamics } from './fake.ts';
import { instantOf } from './rows.ts';
import { mappingOf } from '../mapping.ts';

const HOOK = 'https://combinado.example/connections/w/c';

export interface DynamicsWorld extends VendorWorld {
  readonly org: Dynamics;
  readonly euro: string;
}

export function dynamicsWorld(now: number): DynamicsWorld {
  const clock = { now };
  const org = new Dynamics(() => clock.now);
  const euro = org.add('transactioncurrency', { isocurrencycode: 'EUR', currencyname: 'Euro' }).id;
  const bruno = org.addUser('Bruno Lima', 'bruno@acme.test').id;
  let told = 0;
  const column = (id: string, name: string) => {
    const value = org.rows.get('lead', id)?.values[name] ?? null;
    return value === null ? null : String(value);
  };
  return {
    org,
    euro,
    connector,
    clock,
    app: org.access.app,
    settings: { organization: 'acme.crm4.dynamics.com', tenant: org.tenant },
    mapping: mappingOf('companyname'),
    troubles: org.troubles,
    documented: [{ most: 6_000, perMs: 300_000 }],
    peopleStream: 'leads',
    companyField: 'companyname',
    fetch: (request) => org.fetch(request),
    consent: () => {
      org.access.allowed = true;
      return '';
    },
    addPerson: (n, phone) =>
      org.add('lead', {
        firstname: 'Person',
        lastname: String(n),
        companyname: `Company ${n}`,
        emailaddress1: `person${n}@example.test`,
        telephone1: phone ?? null,
      }).id,
    renamePerson: (id, company) => void org.change('lead', id, { companyname: company }),
    deletePerson: (id) => org.rows.remove('lead', id),
    companyOf: (id) => column(id, 'companyname'),
    addCall: (id, at) =>
      org.add(
        'phonecall',
        {
          subject: 'Call',
          statecode: 1,
          statuscode: 2,
          directioncode: true,
          actualend: instantOf(at),
          'regardingobjectid_lead_phonecall@odata.bind': `/leads(${id})`,
        },
        bruno,
      ).id,
    addDeal: (id, amount) =>
      org.add('opportunity', {
        name: 'Deal',
        estimatedvalue: amount,
        'originatingleadid@odata.bind': `/leads(${id})`,
        'transactioncurrencyid@odata.bind': `/transactioncurrencies(${euro})`,
      }).id,
    winDeal(id) {
      const amount = org.rows.get('opportunity', id)?.values['estimatedvalue'] ?? 0;
      org.change('opportunity', id, {
        statecode: 1,
        statuscode: 3,
        actualvalue: amount,
        actualclosedate: '2026-11-16',
      });
    },
    loseDeal: (id) =>
      void org.change('opportunity', id, { statecode: 2, statuscode: 5, actualclosedate: '2026-11-16' }),
    expire: () => org.access.expire(),
    revoke: () => org.revoke(),
    tell(id, own, hookUrl = HOOK) {
      told += 1;
      return {
        method: 'POST',
        url: withoutCode(hookUrl),
        header: (name) => (name.toLowerCase() === 'combinado-secret' ? own : null),
        body: JSON.stringify({
          MessageName: 'Update',
          Mode: 1,
          PrimaryEntityName: 'lead',
          PrimaryEntityId: id,
          OrganizationId: org.organization.id,
          OperationId: org.rows.newId(),
          RequestId: null,
          Depth: told,
          InputParameters: [],
        }),
      };
    },
    secretOf: codeIn,
    written: () =>
      ['phonecall', 'email', 'appointment', 'task'].flatMap((table) =>
        org.rows
          .all(table)
          .filter(({ values }) => values['statecode'] === 1)
          .flatMap(({ values }) => idOfMark(String(values['subcategory'] ?? '')) ?? []),
      ),
    rep: bruno,
    ownerOf: (id) => column(id, '_ownerid_value'),
    stageOf: (id) => column(id, 'combinado_stage'),
  };
}
