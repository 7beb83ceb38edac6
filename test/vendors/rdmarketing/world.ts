/** A faked RD Station Marketing account, for the round trip; it keeps neither attempts nor deals. */
import { rdmarketing as connector } from '../../../worker/connectors/rdmarketing.ts';
import { mappingOf } from '../mapping.ts';
import { codeIn, withCode } from '../hookCode.ts';
import type { VendorWorld } from '../roundTrip.ts';
import { RdMarketing } from './fake.ts';

const HOOK = 'https://combinado.example/connections/w/c';
const HOUR_MS = 3_600_000;

export interface RdMarketingWorld extends VendorWorld {
  readonly org: RdMarketing;
}

export function rdmarketingWorld(now: number): RdMarketingWorld {
  const clock = { now };
  const org = new RdMarketing(() => clock.now);
  org.define('cf_empresa', 'STRING', 'Empresa');
  org.define('cf_combinado_stage', 'STRING', 'Combinado: etapa');
  org.define('cf_combinado_score', 'INTEGER', 'Combinado: pontuação');
  let told = 0;
  const textOf = (id: string, field: string) => {
    const value = org.contacts.get(id)?.fields[field];
    return typeof value === 'string' ? value : null;
  };
  const mapping = mappingOf('cf_empresa');
  return {
    org,
    connector,
    clock,
    app: org.access.app,
    settings: {},
    mapping: { ...mapping, owner: null, write: { ...mapping.write, attempts: false } },
    troubles: org.troubles,
    documented: [{ most: 120, perMs: 60_000 }],
    lacks: ['activities', 'deals'],
    // What nobody converted on is read again once a day.
    settlesMs: 25 * HOUR_MS,
    peopleStream: 'contacts',
    companyField: 'cf_empresa',
    deletedByHint: true,
    fetch: (request) => org.fetch(request),
    consent: (url) => org.access.codeFor(url),
    addPerson: (n, phone) =>
      org.add({
        name: `Person ${n}`,
        email: `person${n}@example.test`,
        cf_empresa: `Company ${n}`,
        mobile_phone: phone ?? null,
      }),
    renamePerson: (id, company) => org.change(id, { cf_empresa: company }),
    deletePerson: (id) => void org.contacts.delete(id),
    companyOf: (id) => textOf(id, 'cf_empresa'),
    addCall: () => '',
    addDeal: () => '',
    winDeal: () => undefined,
    loseDeal: () => undefined,
    expire: () => org.access.expire(),
    revoke: () => org.access.revoke(),
    tell(id, own, hookUrl = HOOK) {
      told += 1;
      return {
        method: 'POST',
        url: withCode(hookUrl, own),
        header: () => null,
        body: JSON.stringify({ ...org.told(id), event_identifier: `page-${told}` }),
      };
    },
    secretOf: codeIn,
    written: () => [],
    rep: null,
    ownerOf: () => null,
    stageOf: (id) => textOf(id, 'cf_combinado_stage'),
  };
}
