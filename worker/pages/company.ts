/** What somebody sees who signs in with the company's own account, or could not. */
import { html } from 'hono/html';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { signInWords } from '../../shared/messages/signIn/index.ts';
import type { AppContext } from '../ask.ts';
import { languageFor, page } from './page.ts';

export function companyPage(
  c: AppContext,
  what: 'none' | 'unreachable' | 'failed' | 'stranger' | 'done',
  signedIn?: { readonly name: string; readonly language: Language },
) {
  const language = signedIn?.language ?? languageFor(c);
  const { company, join } = signInWords(language);
  if (what === 'done')
    return page(c, {
      language,
      title: company.title,
      main: html`<p>${join.done(signedIn?.name ?? '')}</p>
        <p><a class="button" href="/console">${join.console}</a></p>
        <p>${join.next}</p>`,
    });
  return page(c, { language, title: company.title, main: html`<p>${company[what]}</p>`, status: 401 });
}
