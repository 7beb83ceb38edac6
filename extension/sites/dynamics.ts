/**
 * Dynamics 365 model-driven apps: grids of leads and contacts, and their forms. The record id is in
 * the row and the address bar; the form's and the grid's e-mail column give the address.
 */
import { byField, byMailto, firstOf, recordOf } from './readers.ts';
import type { RecordKey, Site, Stated } from './site.ts';

/** The link names the record it opens; one to another record (the parent account) is not the row's. */
const recordOfRow: Stated<RecordKey> = (link, row) => {
  const query = new URLSearchParams(link.getAttribute('href')?.split('?')[1]);
  const record = recordOf('dynamics', query.get('etn'), query.get('id'));
  return record && record.record.id === row.getAttribute('row-id')?.toLowerCase() ? record : undefined;
};

const recordOfAddress: Stated<RecordKey> = (_element, _row, { url }) =>
  recordOf('dynamics', url.searchParams.get('etn'), url.searchParams.get('id'));

const PEOPLE: ReadonlySet<string> = new Set(['lead', 'contact']);

export const dynamics: Site = {
  id: 'dynamics',
  name: 'Dynamics 365',
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
      key: (link, row, page) => {
        const record = recordOfRow(link, row, page);
        if (!record || !PEOPLE.has(record.record.object)) return undefined;
        return byMailto('[col-id="emailaddress1"] a[href^="mailto:"]')(link, row, page) ?? record;
      },
      record: recordOfRow,
      stand: { closest: '[role="gridcell"]', place: 'afterbegin' },
      once: false,
    },
    {
      view: 'record',
      here: ({ url }) =>
        url.searchParams.get('pagetype') === 'entityrecord' && PEOPLE.has(url.searchParams.get('etn') ?? ''),
      // The id without the prefix: forms inside a dialog.
      rows: ['h1[data-id="header_title"]', 'h1[id$="header_title"]'],
      people: 'row',
      key: firstOf(byField('[data-id="emailaddress1.fieldControl-mail-text-input"]'), recordOfAddress),
      record: recordOfAddress,
      stand: { self: 'beforeend' },
      once: true,
    },
  ],
};
