/**
 * Any other site the person granted, read with care: only tables and records that state an address in
 * a mailto link of their own. Nothing in mail bodies, editors, articles, comments, headers or footers.
 */
import { byMailto } from './readers.ts';
import type { Site } from './site.ts';

const CONTENT =
  'blockquote, [contenteditable]:not([contenteditable="false"]), article, nav, footer, body > header, ' +
  '[role="article"], [role="feed"], [role="log"], [role="textbox"], [role="banner"], [role="contentinfo"], pre';

export const generic: Site = {
  id: 'generic',
  name: 'Other sites',
  matches: [],
  frames: 'top',
  people: [
    {
      view: 'list',
      rows: ['[role="grid"] [role="row"], [role="table"] [role="row"], table > tbody > tr'],
      people: ['a[href^="mailto:" i]'],
      key: byMailto(),
      never: CONTENT,
      stand: { self: 'afterend' },
      once: false,
    },
    {
      view: 'record',
      rows: ['dl', '[itemtype$="/Person"]'],
      people: ['dd a[href^="mailto:" i], a[itemprop="email"][href^="mailto:" i]'],
      key: byMailto(),
      never: CONTENT,
      stand: { self: 'afterend' },
      once: true,
    },
  ],
};
