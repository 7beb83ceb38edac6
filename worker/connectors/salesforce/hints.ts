/**
 * Outbound messages of a Salesforce flow: SOAP, unsigned, repeated for a day until they are acknowledged and
 * in any order. Their address holds this connection's own secret; all they tell us is which record to read.
 */
import type { Delivery, Hint } from '../connector.ts';
import { ID } from './rows.ts';

const STREAM_OF: Readonly<Record<string, string>> = {
  Lead: 'leads',
  Contact: 'contacts',
  Task: 'tasks',
  Event: 'meetings',
  MessagingSession: 'messages',
  Opportunity: 'deals',
};
const MOST = 100;

/** What they have to be answered with: anything else is sent again. */
export const ACKNOWLEDGED = {
  type: 'text/xml; charset=utf-8',
  body:
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
    '<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse>' +
    '</soapenv:Body></soapenv:Envelope>',
};

export function hintsOf({ body }: Delivery): readonly Hint[] | undefined {
  const account = /<OrganizationId>\s*(\w{15,18})\s*<\/OrganizationId>/.exec(body)?.[1];
  if (account === undefined || !body.includes('http://soap.sforce.com/2005/09/outbound')) return undefined;
  return body
    .split(/<Notification>/)
    .slice(1, MOST + 1)
    .flatMap((part): Hint[] => {
      const [notification = ''] = part.split('</Notification>');
      const key = /^\s*<Id>\s*(\w{15,18})\s*<\/Id>/.exec(notification)?.[1];
      const object = /<sObject[^>]{0,300}\bxsi:type="(?:\w{1,20}:)?(\w{1,80})"/.exec(notification)?.[1];
      const id = /<(?:sf:)?Id(?:\s[^>]{0,300})?>\s*(\w{15,18})\s*<\/(?:sf:)?Id>/.exec(
        notification.slice(notification.indexOf('<sObject')),
      )?.[1];
      const stream = STREAM_OF[object ?? ''];
      return key === undefined || stream === undefined || id === undefined || !ID.test(id)
        ? []
        : [{ key, stream, id, account }];
    });
}
