/** Shown where a session is needed and there is none. */
import { html } from 'hono/html';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { signInWords } from '../../shared/messages/signIn.ts';
import type { AppContext } from '../ask.ts';
import { page } from './page.ts';

export function signInFirstPage(c: AppContext, language: Language) {
  const { title, lead } = signInWords(language).signInFirst;
  return page(c, { language, title, main: html`<p>${lead}</p>`, status: 401 });
}
