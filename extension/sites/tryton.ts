/**
 * Tryton's web client (sao), which people host themselves. The address bar names the record behind its hash;
 * a party's form lists its addresses as links. Lists name neither a record nor an address: no chips there.
 */
import { paths } from './paths.ts';
import type { Site } from './site.ts';

export const tryton: Site = {
  id: 'tryton',
  name: 'Tryton',
  why: 'records',
  matches: [],
  signs: 'script[src*="tryton-sao."], link[href*="tryton-sao."]',
  frames: 'top',
  people: [
    {
      view: 'record',
      // Each record opened keeps its tab; a form inside a form (a notebook's page) is none of these.
      rows: ['#tabcontent > .tab-pane.active', '.main-offcanvas .tab-content > .tab-pane.active'],
      people: ['.toolbar .navbar-header', '.toolbar'],
      first: true,
      key: [{ email: { at: ['a.column-affix[href^="mailto:"]', 'a[href^="mailto:"]'], how: ['mailto'] } }],
      record: {
        system: 'tryton',
        objects: { 'party.party': 'party.party', 'sale.opportunity': 'sale.opportunity' },
        page: paths('#/*/model/{object}/{id}'),
      },
      recordsOnly: true,
      stand: { self: 'beforeend' },
      once: true,
    },
  ],
};
