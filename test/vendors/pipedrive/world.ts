/** A faked Pipedrive company with somebody who works in it, for the round trip. */
import { pipedrive as connector } from '../../../worker/connectors/pipedrive.ts';
import { idOfMark } from '../../../worker/connectors/pipedrive/records.ts';
import type { VendorWorld } from '../roundTrip.ts';
import { Pipedrive } from './fake.ts';
import { secondOf, type Value } from './items.ts';
import { mappingOf } from '../mapping.ts';

const HOOK = 'https://combinado.example/connections/w/c';

export interface PipedriveWorld extends VendorWorld {
  readonly org: Pipedrive;
}

export function pipedriveWorld(now: number): PipedriveWorld {
  const clock = { now };
  const org = new Pipedrive(() => clock.now);
  const keyOf = (name: string) => org.fields.find((field) => field.name === name)?.key ?? '';
  for (const [key, name, type] of [
    ['a'.repeat(40), 'Combinado: stage', 'varchar'],
    ['b'.repeat(40), 'Combinado: score', 'double'],
  ] as const)
    org.fields.push({ key, name, field_type: type, edit_flag: true });
  org.users.push({ id: 1, name: 'Admin', email: 'admin@acme.test', active_flag: true });
  org.users.push({ id: 2, name: 'Bruno Lima', email: 'bruno@acme.test', active_flag: true });
  let told = 0;
  const person = (id: string) => org.items.get('persons', Number(id));
  return {
    org,
    connector,
    clock,
    app: org.access.app,
    settings: {},
    mapping: mappingOf('org_id'),
    troubles: org.troubles,
    documented: [{ most: 20, perMs: 2_000 }],
    peopleStream: 'persons',
    companyField: 'org_id',
    deletedByHint: true,
    fetch: (request) => org.fetch(request),
    consent: (url) => org.access.codeFor(url),
    addPerson: (n, phone) =>
      String(
        org.items.put('persons', undefined, {
          name: `Person ${n}`,
          emails: [{ value: `person${n}@example.test`, primary: true, label: 'work' }],
          phones: phone === undefined ? [] : [{ value: phone, primary: true, label: 'work' }],
          org_id: org.items.put('organizations', undefined, { name: `Company ${n}` }).id,
        }).id,
      ),
    renamePerson(id, company) {
      const named = org.items.put('organizations', undefined, { name: company });
      org.items.put('persons', Number(id), { org_id: named.id });
    },
    deletePerson: (id) => org.items.remove('persons', Number(id)),
    companyOf: (id) => {
      const name = org.items.get('organizations', Number(person(id)?.['org_id']))?.['name'];
      return typeof name === 'string' ? name : null;
    },
    addCall: (id, at) =>
      String(
        org.items.put('activities', undefined, {
          subject: 'Call',
          type: 'call',
          done: true,
          marked_as_done_time: secondOf(at),
          participants: [{ person_id: Number(id), primary: true }],
        }).id,
      ),
    addDeal: (id, value) =>
      String(
        org.items.put('deals', undefined, {
          title: 'Deal',
          value,
          currency: 'BRL',
          status: 'open',
          person_id: Number(id),
        }).id,
      ),
    winDeal: (id) =>
      void org.items.put('deals', Number(id), { status: 'won', won_time: secondOf(clock.now) }),
    loseDeal: (id) =>
      void org.items.put('deals', Number(id), {
        status: 'lost',
        lost_reason: 'Price',
        lost_time: secondOf(clock.now),
      }),
    expire: () => org.access.expire(),
    revoke: () => org.access.revoke(),
    tell(id, own, hookUrl = HOOK) {
      told += 1;
      const data = person(id) ?? null;
      const meta: Value = {
        action: data === null ? 'delete' : 'change',
        company_id: String(org.companyId),
        entity: 'person',
        entity_id: id,
        id: `hook-${told}`,
        attempt: 1,
        version: '2.0',
      };
      return {
        method: 'POST',
        url: hookUrl,
        header: (name) =>
          name.toLowerCase() === 'authorization' ? `Basic ${btoa(`combinado:${own}`)}` : null,
        body: JSON.stringify({ data, previous: null, meta }),
      };
    },
    secretOf: () => org.hooks[0]?.http_auth_password ?? '',
    written: () => org.items.all('activities').flatMap((item) => idOfMark(item['note']) ?? []),
    rep: '2',
    ownerOf: (id) => String(person(id)?.['owner_id'] ?? ''),
    stageOf: (id) => {
      const custom = person(id)?.['custom_fields'] as Value | undefined;
      const stage = custom?.[keyOf('Combinado: stage')];
      return typeof stage === 'string' ? stage : null;
    },
  };
}
