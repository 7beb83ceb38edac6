/**
 * Any other site the person granted, read with care: tables, and pages about one person that state an
 * address in a mailto link of their own or in plain sight under the title. Nothing in mail bodies, editors,
 * articles, comments, headers or footers.
 */
import type { Site } from './site.ts';

/** Where pages hold what people wrote to each other, and what stands around every page. */
export const CONTENT =
  'blockquote, q, [contenteditable]:not([contenteditable="false"]), article, nav, aside, footer, body > header, ' +
  '[role=article], [role=feed], [role=log], [role=textbox], [role=banner], [role=contentinfo], ' +
  '[role=complementary], [role=navigation], pre, code, textarea, [class*="quote" i]';
const MAILTO = 'a[href^="mailto:" i]';

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
      stand: { self: 'afterend' },
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
    {
      // Next to the title: a link or an address alone in its element, in the same block of the page.
      view: 'record',
      rows: [`:is(main, [role="main"]) :has(> h1)`],
      people: [`${MAILTO}, h1 ~ p, h1 ~ span, h1 ~ div, h1 ~ div > span, h1 ~ p > span`],
      key: [{ email: { how: ['mailto', 'text'] } }],
      never: `${CONTENT}, table, dl, form`,
      stand: { self: 'beforeend' },
      once: true,
    },
  ],
};
