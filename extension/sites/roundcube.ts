/**
 * Roundcube 1.6 (skin elastic), which people host themselves: recognised by its own scripts at any
 * granted origin. List and preview are two documents, the preview an iframe of the same origin.
 */
import type { Site } from './site.ts';

export const roundcube: Site = {
  id: 'roundcube',
  name: 'Roundcube',
  why: 'mail',
  matches: [],
  signs: 'script[src*="program/js/app."], script[src*="program/js/common."]',
  frames: 'all',
  people: [
    {
      view: 'list',
      // Without the class: lists while loading, and skins of before 1.4.
      rows: ['#messagelist tr.message', '#messagelist tbody tr[id^="rcmrow"]'],
      // The title is the address; the text is the display name, sometimes somebody else's address.
      people: ['.rcmContactAddress[title]'],
      key: [{ email: { how: ['@title'] } }],
      // First in the sender's line, so that a long name cannot push it out of sight.
      stand: { within: ['.fromto', 'td.subject'], place: 'afterbegin' },
      once: false,
    },
    {
      view: 'message',
      rows: ['#message-header', '#messageheader'],
      // The sender stands in the summary and again in the table of headers, one of them hidden.
      people: ['.rcmContactAddress[title]', 'a[href^="mailto:"][title]'],
      key: [{ email: { how: ['@title'] } }],
      never: '#messagebody, .rcmBody, blockquote',
      stand: { self: 'afterend' },
      once: true,
    },
  ],
  compose: {
    here: ['?_action=compose'],
    // The page is the mail: on small screens the send button stands outside its form.
    roots: ['body.action-compose', 'body:has(form[name="form"] #_to)'],
    // Hidden fields behind the chips: those mislabel a bare address, these are what is posted.
    recipients: { to: ['#_to'], cc: ['#_cc'], bcc: ['#_bcc'] },
    how: ['list'],
    strip: { within: ['#composebodycontainer', '#composebody'], place: 'beforebegin' },
    send: ['button.send', 'a.send', '[onclick*="\'send\'"]'],
    keys: false,
    // Sends by a form post into a hidden frame, says so in its message stack, then leaves the page.
    proof: ['#messagestack .confirmation, #messagestack .alert-success'],
    failure: ['#messagestack .error, #messagestack .alert-danger, #messagestack .alert-warning'],
    leaves: 'page',
  },
};
