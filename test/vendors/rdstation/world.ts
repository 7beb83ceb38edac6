/** A faked RD Station CRM account with somebody who works in it, for the round trip. */
import { rdstation as connector } from '../../../worker/connectors/rdstation.ts';
import { idOfMark } from '../../../worker/connectors/rdstation/records.ts';
import { codeIn, withCode } from '../hookCode.ts';
import type { VendorWorld } from '../roundTrip.ts';
import { RdStation, type Value } from './fake.ts';
import { mappingOf } from '../mapping.ts';

const HOOK = 'https://combinado.example/connections/w/c';

export interface RdStationWorld extends VendorWorld {
  readonly org: RdStation;
  /** The deal every person here has from the start. */
  dealOf(person: string): string;
}

export function rdstationWorld(now: number): RdStationWorld {
  const clock = { now };
  const org = new RdStation(() => clock.now);
  org.put('users', undefined, { name: 'Bruno', email: 'bruno@acme.test' });
  for (const name of ['combinado stage', 'combinado score'])
    org.put('custom_fields', undefined, { name, entity: 'contact', type: 'text' });
  let told = 0;
  const dealOf = (person: string) =>
    org.all('deals').find((deal) => (deal['contact_ids'] as string[]).includes(person))?.id ?? '';
  const custom = (person: string, slug: string) => {
    const value = (org.get('contacts', person)?.['custom_fields'] as Value | undefined)?.[slug];
    return typeof value === 'string' ? value : null;
  };
  return {
    org,
    dealOf,
    connector,
    clock,
    app: org.access.app,
    settings: {},
    mapping: { ...mappingOf('empresa'), owner: null },
    troubles: org.troubles,
    documented: [{ most: 120, perMs: 60_000 }],
    peopleStream: 'contacts',
    companyField: 'empresa',
    deletedByHint: true,
    fetch: (request) => org.fetch(request),
    consent: (url) => org.access.codeFor(url),
    addPerson(n, phone) {
      const { id } = org.put('contacts', undefined, {
        name: `Person ${n}`,
        emails: [{ email: `person${n}@example.test` }],
        phones: phone === undefined ? [] : [{ phone, type: 'work' }],
        custom_fields: { empresa: `Company ${n}` },
      });
      if (n < 1_000 || n === 9_999)
        org.put('deals', undefined, { name: `Deal ${n}`, status: 'ongoing', contact_ids: [id] });
      return id;
    },
    renamePerson: (id, company) => void org.put('contacts', id, { custom_fields: { empresa: company } }),
    deletePerson: (id) => void org.remove('contacts', id),
    companyOf: (id) => custom(id, 'empresa'),
    addCall: (id, at) =>
      org.put('tasks', undefined, {
        name: 'Ligar',
        type: 'call',
        status: 'completed',
        completed_at: new Date(at).toISOString(),
        deal_id: dealOf(id),
      }).id,
    addDeal: (id, total_price) =>
      org.put('deals', undefined, { name: 'Deal', status: 'ongoing', total_price, contact_ids: [id] }).id,
    winDeal: (id) =>
      void org.put('deals', id, { status: 'won', closed_at: new Date(clock.now).toISOString() }),
    loseDeal(id) {
      const reason = org.put('lost_reasons', undefined, { name: 'Price' }).id;
      const closed_at = new Date(clock.now).toISOString();
      org.put('deals', id, { status: 'lost', lost_reason_id: reason, closed_at });
    },
    expire: () => org.access.expire(),
    revoke: () => org.access.revoke(),
    tell(id, own, hookUrl = HOOK) {
      told += 1;
      const document = org.get('contacts', id);
      return {
        method: 'POST',
        url: withCode(hookUrl, own),
        header: () => null,
        body: JSON.stringify({
          event_name: document ? 'crm_contact_updated' : 'crm_contact_deleted',
          transaction_uuid: `transaction-${told}`,
          document: document ?? { id },
        }),
      };
    },
    secretOf: codeIn,
    written: () =>
      org
        .all('tasks')
        .filter(({ status }) => status === 'completed')
        .flatMap((task) => idOfMark(task['description']) ?? []),
    rep: null,
    ownerOf: () => null,
    stageOf: (id) => custom(id, 'combinado_stage'),
  };
}
