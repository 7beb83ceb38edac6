/**
 * Odoo 15 to 18, in the cloud or self-hosted: leads, opportunities and contacts. Widgets carry the name of
 * their field in any language; the address bar names the record, rows of lists do not.
 */
import { paths } from './paths.ts';
import type { RecordSource, Site, Ways } from './site.ts';

const MODELS = {
  'crm.lead': 'crm.lead',
  crm: 'crm.lead',
  'res.partner': 'res.partner',
  contacts: 'res.partner',
};
const OF_PAGE: RecordSource = {
  system: 'odoo',
  objects: MODELS,
  // Before 18 behind the hash. Of `/contacts/12/crm/5` the last pair is shown.
  page: [...paths('/odoo/**/{object}/{id}'), '#?model={object}&id={id}'],
};
const EMAIL: Ways = [
  ':is([name="email_from"], [name="email"]) a[href^="mailto:"]',
  ':is([name="email_from"], [name="email"]) input, input:is([name="email_from"], [name="email"])',
];

export const odoo: Site = {
  id: 'odoo',
  name: 'Odoo',
  why: 'records',
  matches: ['https://*.odoo.com/*'],
  signs: 'body.o_web_client, script[src*="/web/assets/"][src*="web.assets_"]',
  frames: 'top',
  people: [
    {
      view: 'list',
      rows: ['tr.o_data_row'],
      people: [
        'td[name="contact_name"], td[name="complete_name"], td[name="display_name"], td[name="name"]',
        'td.o_data_cell',
      ],
      first: true,
      // The column of the field itself, as a link or as its bare value.
      key: [
        {
          email: {
            at: [
              'td:is([name="email_from"], [name="email"]) a[href^="mailto:"]',
              'td:is([name="email_from"], [name="email"])',
            ],
            how: ['mailto', 'text'],
          },
        },
      ],
      stand: { self: 'afterbegin' },
      once: false,
    },
    {
      view: 'record',
      rows: ['.o_form_view', '.o_content .o_form_sheet'],
      people: ['.oe_title h1, .oe_title [name="name"]', '.oe_title'],
      first: true,
      key: [{ email: { at: EMAIL, how: ['mailto', 'value'] } }],
      record: OF_PAGE,
      recordsOnly: true,
      never: '.modal, .o-mail-Chatter, .o_ChatterContainer',
      stand: { self: 'afterend' },
      once: true,
    },
  ],
  compose: {
    // "Send message" of the chatter; a note has no recipients. Followers are told too, and shown nowhere.
    roots: [
      '.o-mail-Chatter-top:has(.o-mail-SuggestedRecipient)',
      '.o-mail-Chatter:has(.o-mail-SuggestedRecipient)',
    ],
    recipients: { to: ['.o-mail-SuggestedRecipient:has(input:checked) label'] },
    // "Marina Duarte (marina@clinicavida.test)", written by the application.
    how: ['bracketed'],
    strip: { within: ['.o-mail-Composer'], place: 'beforebegin' },
    send: ['.o-mail-Composer-send'],
    keys: true,
    leaves: 'part',
  },
};
