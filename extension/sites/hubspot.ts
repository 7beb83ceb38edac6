/**
 * HubSpot: records and lists of contacts. Rows and links hold the record's number; the left side of a record
 * shows its properties, an address among them as a link.
 */
import { paths } from './paths.ts';
import type { RecordSource, Site } from './site.ts';

/** Type 0-1 is a contact; companies, deals and tickets are nobody. Old addresses say it in words. */
const RECORD = { system: 'hubspot', objects: { '0-1': 'contact', contact: 'contact' } };
const TO = paths('/contacts/*/record/{object}/{id}/**', '/contacts/*/{object}/{id}/**');
const LINKED: RecordSource = { ...RECORD, link: { to: TO } };

export const hubspot: Site = {
  id: 'hubspot',
  name: 'HubSpot',
  why: 'records',
  matches: [
    'https://app.hubspot.com/*',
    'https://app-eu1.hubspot.com/*',
    'https://app-na2.hubspot.com/*',
    'https://app-na3.hubspot.com/*',
    'https://app-ap1.hubspot.com/*',
  ],
  frames: 'top',
  people: [
    {
      view: 'list',
      rows: ['tr[data-test-id^="row-"]', '[data-test-id="table"] tbody tr'],
      people: ['a[href*="/record/0-1/"]', 'a[href*="/contact/"]'],
      first: true,
      key: [{ email: { at: ['td a[href^="mailto:"]'], how: ['mailto'] } }],
      record: LINKED,
      recordsOnly: true,
      // In the name's own line: beside its block the chip would make a line, and the row higher.
      stand: { self: 'beforebegin' },
      once: false,
    },
    {
      view: 'record',
      rows: ['[data-test-id="left-sidebar"]', '[data-selenium-test="highlightTitle"]'],
      people: ['[data-selenium-test="highlightTitle"]', 'h2, h1'],
      first: true,
      key: [{ email: { at: ['a[href^="mailto:"]'], how: ['mailto'] } }],
      record: { ...RECORD, page: TO },
      recordsOnly: true,
      stand: { self: 'beforeend' },
      once: true,
    },
    {
      // The contacts beside a deal or a company, each a link to their record.
      view: 'record',
      rows: ['[data-test-id="records-right-sidebar"]'],
      people: ['a[href*="/record/0-1/"]'],
      key: [],
      record: LINKED,
      recordsOnly: true,
      stand: { self: 'afterend' },
      once: true,
    },
  ],
};
