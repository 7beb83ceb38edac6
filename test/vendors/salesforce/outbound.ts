/** An outbound message of a faked org: SOAP, by the public WSDL, one notification for each row. */
import { idOf, type Row } from './records.ts';

let sent = 0;

export function outboundMessage(organizationId: string, object: string, rows: readonly Row[]): string {
  const notifications = rows.map((row) => {
    sent += 1;
    return (
      `<Notification><Id>${idOf('04l', sent)}</Id>` +
      `<sObject xsi:type="sf:${object}" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">` +
      `<sf:Id>${row.Id}</sf:Id><sf:Email>${String(row['Email'])}</sf:Email></sObject></Notification>`
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    '<soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound">' +
    `<OrganizationId>${organizationId}</OrganizationId><ActionId>${idOf('04k', 1)}</ActionId>` +
    '<SessionId xsi:nil="true"/><EnterpriseUrl>https://acme-org.my.salesforce.com/services/Soap/c/62.0</EnterpriseUrl>' +
    '<PartnerUrl>https://acme-org.my.salesforce.com/services/Soap/u/62.0</PartnerUrl>' +
    `${notifications.join('')}</notifications></soapenv:Body></soapenv:Envelope>`
  );
}
