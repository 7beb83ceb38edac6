/** Where a browser is after a form of some site was sent here: back on a page of that site, or thanked. */
import { html } from 'hono/html';
import { thanksWords } from '../../shared/messages/thanks/index.ts';
import type { AppContext } from '../ask.ts';
import { languageFor, page } from './page.ts';

/** @param next where the form asks to go on: only pages of the site it stands on, so that nobody is led astray */
export function thanks(c: AppContext, next: string | null) {
  const from = urlOf(c.req.header('Origin') ?? '') ?? urlOf(c.req.header('Referer') ?? '');
  const to = urlOf(next ?? '');
  if (from !== undefined && to?.origin === from.origin) return c.redirect(to.href, 303);
  const language = languageFor(c);
  const { title, text, back } = thanksWords(language);
  const link = from === undefined ? '' : html`<p><a href="${from.origin}">${back}</a></p>`;
  return page(c, {
    language,
    title,
    main: html`<p>${text}</p>
      ${link}`,
  });
}

function urlOf(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
