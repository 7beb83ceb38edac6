/**
 * Any other site the person granted, read with care: tables, and pages about one person that state an
 * address in a mailto link of their own or in plain sight under the title. Nothing in mail bodies, editors,
 * articles, comments, headers or footers.
 */
import type { Site, Ways } from './site.ts';

/** Where pages hold what people wrote to each other, and what stands around every page. */
export const CONTENT =
  'blockquote, q, [contenteditable]:not([contenteditable="false"]), article, nav, aside, footer, body > header, ' +
  '[role=article], [role=feed], [role=log], [role=textbox], [role=banner], [role=contentinfo], ' +
  '[role=complementary], [role=navigation], pre, code, textarea, [class*="quote" i]';
const TO = '[name="to" i]';
const SUBMIT = ':is(button:not([type]), [type="submit"]):not([name*="draft" i])';
const MAILTO = 'a[href^="mailto:" i]';
const TITLE = ':is(main, [role="main"]) h1';
const INSIDE: Ways = [`:scope > ${MAILTO}`, ':scope > span'];

export const generic: Site = {
  id: 'generic',
  name: 'Other sites',
  why: 'records',
  matches: [],
  frames: 'top',
  people: [
    {
      view: 'list',
      rows: ['[role="grid"] [role="row"], [role="table"] [role="row"], table > tbody > tr'],
      people: [MAILTO],
      key: [{ email: { how: ['mailto'] } }],
      never: CONTENT,
      // Before it, so that a long one in a narrow cell cannot push it out of sight.
      stand: { self: 'beforebegin' },
      once: false,
    },
    {
      view: 'record',
      rows: ['dl', '[itemtype$="/Person"]'],
      people: [`dd ${MAILTO}, a[itemprop="email"][href^="mailto:" i]`],
      key: [{ email: { how: ['mailto'] } }],
      never: CONTENT,
      stand: { self: 'afterend' },
      once: true,
    },
    // Right under the title: a link, or an address alone in its element. Asked of the next element only, which
    // costs the same however long the page is. The chip stands in the line of what states it.
    {
      view: 'record',
      rows: [`${TITLE} + :is(a, span)`],
      people: 'row',
      key: [{ email: { how: ['mailto', 'text'] } }, { email: { at: INSIDE, how: ['mailto', 'text'] } }],
      never: `${CONTENT}, table, dl, form`,
      stand: { self: 'afterend' },
      once: true,
    },
    {
      view: 'record',
      rows: [`${TITLE} + :is(p, div)`],
      people: 'row',
      key: [{ email: { how: ['text'] } }, { email: { at: INSIDE, how: ['mailto', 'text'] } }],
      never: `${CONTENT}, table, dl, form`,
      stand: { self: 'beforeend' },
      once: true,
    },
  ],
  compose: {
    // A form that has whom it goes to, a subject and a text, and one way to send it: what keeps a record or
    // a draft has another name. Nothing proves a sending here, so a page that comes back with it is believed.
    roots: [`form:has(${TO}):has([name*="subject" i]):has(textarea):not(:has(${SUBMIT} ~ ${SUBMIT}))`],
    recipients: {
      to: [TO],
      cc: ['[name="cc" i]'],
      bcc: ['[name="bcc" i]'],
    },
    how: ['list'],
    strip: { within: ['textarea:not([name="to" i], [name="cc" i], [name="bcc" i])'], place: 'beforebegin' },
    send: [`form:has(${TO}):has([name*="subject" i]) ${SUBMIT}`],
    keys: false,
    leaves: 'either',
  },
};
