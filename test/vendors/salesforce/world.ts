/** A faked Salesforce org with somebody who works in it, for the round trip. */
import { salesforce as connector } from '../../../worker/connectors/salesforce.ts';
import { idOfMark } from '../../../worker/connectors/salesforce/activities.ts';
import { codeIn, withCode } from '../hookCode.ts';
import type { VendorWorld } from '../roundTrip.ts';
import { CLOSED_TASK, LOST, WON } from './objects.ts';
import { Salesforce } from './fake.ts';
import { outboundMessage } from './outbound.ts';
import { dateTime } from './records.ts';
import { mappingOf } from '../mapping.ts';

const HOOK = 'https://combinado.example/connections/w/c';

export interface SalesforceWorld extends VendorWorld {
  readonly org: Salesforce;
}

export function salesforceWorld(now: number): SalesforceWorld {
  const clock = { now };
  const org = new Salesforce(() => clock.now);
  return {
    org,
    connector,
    clock,
    app: org.access.app,
    settings: { login: 'login.salesforce.com' },
    mapping: mappingOf('Company'),
    troubles: org.troubles,
    documented: [],
    peopleStream: 'leads',
    companyField: 'Company',
    fetch: (request) => org.fetch(request),
    consent: (url) => org.access.codeFor(url),
    addPerson: (n, phone) =>
      org.add('Lead', {
        LastName: `Person ${n}`,
        Company: `Company ${n}`,
        Email: `person${n}@example.test`,
        Phone: phone ?? null,
      }).Id,
    renamePerson: (id, company) => void org.change('Lead', id, { Company: company }),
    deletePerson: (id) => org.records.remove('Lead', id),
    companyOf: (id) => String(org.records.get('Lead', id)?.['Company'] ?? ''),
    addCall: (id, at) =>
      org.add('Task', {
        WhoId: id,
        Subject: 'Call',
        Status: CLOSED_TASK,
        TaskSubtype: 'Call',
        CompletedDateTime: dateTime(at),
        CallDisposition: 'No answer',
      }).Id,
    addDeal(id, amount) {
      const deal = org.add('Opportunity', {
        Name: 'Deal',
        StageName: 'Prospecting',
        CloseDate: '2026-12-01',
        Amount: amount,
      });
      org.change('Lead', id, { IsConverted: true, ConvertedOpportunityId: deal.Id });
      return deal.Id;
    },
    winDeal: (id) => void org.change('Opportunity', id, { StageName: WON }),
    loseDeal: (id) => void org.change('Opportunity', id, { StageName: LOST }),
    expire: () => org.access.expire(),
    revoke: () => org.access.revoke(),
    tell(id, own, hookUrl = HOOK) {
      const row = org.records.get('Lead', id);
      return {
        method: 'POST',
        url: withCode(hookUrl, own),
        header: (name) => (name.toLowerCase() === 'content-type' ? 'text/xml; charset=UTF-8' : null),
        body: outboundMessage(org.organization.Id, 'Lead', row ? [row] : []),
      };
    },
    secretOf: codeIn,
    written: () =>
      org.records.all('Task').flatMap((task) => idOfMark(String(task['CallObject'] ?? '')) ?? []),
    rep: org.addUser('Bruno Lima', 'bruno@acme.test').Id,
    ownerOf: (id) => String(org.records.get('Lead', id)?.['OwnerId'] ?? ''),
    stageOf: (id) => {
      const stage = org.records.get('Lead', id)?.['Combinado_Stage__c'] ?? null;
      return stage === null ? null : String(stage);
    },
  };
}
