/**
 * Zoho CRM: leads and contacts in lists, on boards and by themselves. Links and the address bar name the
 * module and the record; marks for Zoho's own tests (`data-zcqa`) are the same in every language.
 */
import { paths } from './paths.ts';
import type { RecordSource, Site } from './site.ts';

const RECORD = { system: 'zoho', objects: { leads: 'lead', contacts: 'contact' } };
const TO = paths('/crm/**/tab/{object}/{id}/**', '/crm/**/EntityInfo.do');
const LINKED: RecordSource = { ...RECORD, link: { to: TO } };
const LINKS = 'a[href*="/tab/Leads/"], a[href*="/tab/Contacts/"]';

export const zoho: Site = {
  id: 'zoho',
  name: 'Zoho CRM',
  why: 'records',
  matches: [
    'https://crm.zoho.com/*',
    'https://crm.zoho.eu/*',
    'https://crm.zoho.in/*',
    'https://crm.zoho.com.au/*',
    'https://crm.zoho.jp/*',
    'https://crm.zoho.sa/*',
    'https://crm.zohocloud.ca/*',
  ],
  frames: 'top',
  people: [
    {
      view: 'list',
      rows: ['lyte-exptable-tr[data-zcqa="detailView"], lyte-card.crm-kv-card', 'lyte-exptable-tr'],
      people: [LINKS],
      first: true,
      key: [{ email: { at: ['a[href^="mailto:"]'], how: ['mailto'] } }],
      record: LINKED,
      recordsOnly: true,
      // Before the name, so that a long one cannot push it out of sight.
      stand: { self: 'beforebegin' },
      once: false,
    },
    {
      view: 'record',
      rows: [
        '[data-zcqa="detailViewContainer"], crm-detailview',
        '#Crm_Leads, #Crm_Contacts, [role="main"]',
        'body',
      ],
      people: ['[data-zcqa="entityName"], [data-zcqa="detailView_header"]', 'h1, [id^="headervalue_"]'],
      first: true,
      key: [
        {
          email: {
            at: ['[id*="EMAIL" i] a[href^="mailto:"]', '[data-zcqa*="email" i] a[href^="mailto:"]'],
            how: ['mailto'],
          },
        },
      ],
      record: { ...RECORD, page: TO },
      recordsOnly: true,
      never: 'crm-timeline, [data-zcqa*="timeline" i], [data-zcqa*="emails" i], blockquote',
      stand: { self: 'beforeend' },
      once: true,
    },
  ],
};
