/**
 * Salesforce Lightning: leads, contacts and opportunities. Fields carry their API name in any language, rows
 * and links the record's id. Records seen before stay in the page, hidden.
 */
import { paths } from './paths.ts';
import type { Site, Ways } from './site.ts';

const RECORD = {
  system: 'salesforce',
  objects: { lead: 'lead', contact: 'contact', opportunity: 'opportunity' },
};
const TO = paths('/lightning/r/{object}/{id}/**', '/lightning/r/{id}/**');
const EMAIL: Ways = [
  '[data-target-selection-name="sfdc:RecordField.Lead.Email"] a[href^="mailto:"], [data-target-selection-name="sfdc:RecordField.Contact.Email"] a[href^="mailto:"]',
  'emailui-formatted-email-lead a[href^="mailto:"], emailui-formatted-email-contact a[href^="mailto:"]',
];
/** Lists say which object they are of in the address; its link gives the record, and the row its key. */
const OF_LIST = paths('/lightning/o/{object}/**', '/lightning/r/**');

export const salesforce: Site = {
  id: 'salesforce',
  name: 'Salesforce',
  why: 'records',
  matches: ['https://*.lightning.force.com/*'],
  frames: 'top',
  people: [
    {
      view: 'list',
      rows: ['tr[data-row-key-value]'],
      people: ['th[scope="row"] a[href*="/lightning/r/"]', 'a[href*="/lightning/r/"]'],
      first: true,
      key: [{ email: { at: ['td a[href^="mailto:"]'], how: ['mailto'] } }],
      record: { ...RECORD, page: OF_LIST, link: { to: TO }, row: { id: 'data-row-key-value' } },
      recordsOnly: true,
      // In the link itself: it is a block, and what stands beside it is spread over the cell or makes a line.
      stand: { self: 'afterbegin' },
      once: false,
    },
    {
      // The board: one card a record.
      view: 'list',
      rows: ['.pipelineViewCard'],
      people: ['a[href*="/lightning/r/"]'],
      first: true,
      key: [{ email: { at: ['a[href^="mailto:"]'], how: ['mailto'] } }],
      record: { ...RECORD, page: OF_LIST, link: { to: TO } },
      recordsOnly: true,
      stand: { self: 'afterend' },
      once: false,
    },
    {
      view: 'record',
      rows: ['.oneContent.active', '.windowViewMode-normal, .windowViewMode-maximized', '[role="main"]'],
      people: ['h1 lightning-formatted-name, h1 [slot="primaryField"]', 'h1'],
      first: true,
      key: [{ email: { at: EMAIL, how: ['mailto'] } }],
      record: { ...RECORD, page: TO },
      recordsOnly: true,
      stand: { self: 'afterend' },
      once: true,
    },
  ],
};
