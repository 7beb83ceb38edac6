/**
 * Pipedrive: persons, and the persons beside deals and leads, by the links to their record. The first mail link
 * of a deal may be a colleague's or another person's, so only a person's own page gives an address.
 */
import { paths } from './paths.ts';
import type { RecordSource, Site } from './site.ts';

const TO = paths('/{object}/{id}/**');
const PERSON = { system: 'pipedrive', objects: { person: 'person' } };
const LINKED: RecordSource = { ...PERSON, link: { to: TO } };
const NOT_THE_RECORD =
  '[role="dialog"], [data-test*="activity" i], [data-test*="timeline" i], .flow, blockquote, iframe';

export const pipedrive: Site = {
  id: 'pipedrive',
  name: 'Pipedrive',
  why: 'records',
  matches: ['https://*.pipedrive.com/*'],
  frames: 'top',
  people: [
    {
      view: 'list',
      here: paths('/persons/**', '/deals/**', '/pipeline/**', '/leads/**'),
      rows: ['[role="row"], tbody tr', '[data-test*="row"]'],
      people: ['a[href*="/person/"]'],
      first: true,
      key: [],
      record: LINKED,
      recordsOnly: true,
      // Before the name, so that a long one cannot push it out of sight.
      stand: { self: 'beforebegin' },
      once: false,
    },
    {
      view: 'record',
      here: paths('/person/{id}/**'),
      rows: ['main', '[role="main"]', 'body'],
      people: ['h1', '[data-test*="header"] [data-test*="title"]'],
      first: true,
      key: [{ email: { at: ['a[href^="mailto:"]'], how: ['mailto'] } }],
      record: { ...PERSON, page: TO },
      recordsOnly: true,
      never: NOT_THE_RECORD,
      stand: { self: 'beforeend' },
      once: true,
    },
    {
      view: 'record',
      here: paths('/deal/{id}/**', '/leads/inbox/{id}/**', '/organization/{id}/**'),
      rows: ['main', '[role="main"]', 'body'],
      people: ['a[href*="/person/"]'],
      key: [],
      record: LINKED,
      recordsOnly: true,
      never: NOT_THE_RECORD,
      stand: { self: 'afterend' },
      once: true,
    },
  ],
};
