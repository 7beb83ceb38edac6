/**
 * Dynamics 365 model-driven apps: grids of leads and contacts, their forms, and the e-mail activity. The
 * record id is in the row and the address bar; the form's and the grid's e-mail column give the address.
 */
import type { RecordSource, Site } from './site.ts';

const NAMED = '?pagetype=entityrecord&etn={object}&id={id}';
const RECORD = { system: 'dynamics', objects: { lead: 'lead', contact: 'contact' } };
/** A link to another record (the parent account, a colleague) is not the row's. */
const OF_ROW: RecordSource = { ...RECORD, link: { to: [NAMED] }, row: { id: 'row-id' } };

export const dynamics: Site = {
  id: 'dynamics',
  name: 'Dynamics 365',
  why: 'mail',
  matches: ['https://*.dynamics.com/*'],
  frames: 'all',
  people: [
    {
      view: 'list',
      rows: ['[role="row"][row-id]'],
      // The name's link; in views without a full name, whichever link opens the row's own record.
      people: [
        '[col-id="fullname"] a[href*="pagetype=entityrecord"]',
        '[role="gridcell"] a[href*="pagetype=entityrecord"]',
      ],
      key: [{ email: { at: ['[col-id="emailaddress1"] a[href^="mailto:"]'], how: ['mailto'] } }],
      record: OF_ROW,
      recordsOnly: true,
      stand: { closest: '[role="gridcell"]', place: 'afterbegin' },
      once: false,
    },
    {
      view: 'record',
      // The id without the prefix: forms inside a dialog.
      rows: ['h1[data-id="header_title"]', 'h1[id$="header_title"]'],
      people: 'row',
      key: [
        {
          email: {
            in: 'page',
            at: ['[data-id="emailaddress1.fieldControl-mail-text-input"]'],
            how: ['value'],
          },
        },
      ],
      record: { ...RECORD, page: [NAMED] },
      recordsOnly: true,
      stand: { self: 'beforeend' },
      once: true,
    },
  ],
  compose: {
    // The form of the e-mail activity; its record is written where the mail is.
    here: ['?pagetype=entityrecord&etn=email'],
    roots: ['[data-id="editFormRoot"]', '[role="main"]:has([data-id^="to.fieldControl"])'],
    // Recipients are records shown by name; only one typed as an address states it, in its tag's title.
    recipients: {
      to: ['[data-id^="to.fieldControl-LookupResultsDropdown_to_selected_tag"]'],
      cc: ['[data-id^="cc.fieldControl-LookupResultsDropdown_cc_selected_tag"]'],
      bcc: ['[data-id^="bcc.fieldControl-LookupResultsDropdown_bcc_selected_tag"]'],
    },
    how: ['angled@title', '@title'],
    strip: { within: ['[data-id="subject"]', '[data-id^="subject.fieldControl"]'], place: 'beforebegin' },
    // The command bar stands outside the form; its ids are those of the ribbon, in any language.
    send: ['button[data-id*="Mscrm.Form.email.Send"]', 'button[id*="Mscrm.Form.email.Send"]'],
    keys: false,
    leaves: 'root',
  },
};
