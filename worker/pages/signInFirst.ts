/** Shown where a session is needed and there is none: how to get one. */
import { html } from 'hono/html';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { signInWords } from '../../shared/messages/signIn/index.ts';
import type { AppContext } from '../ask.ts';
import { providerOf } from '../oidc.ts';
import { page } from './page.ts';

export function signInFirstPage(c: AppContext, language: Language) {
  const { title, lead, toConsole, company } = signInWords(language).signInFirst;
  const { pathname, search } = new URL(c.req.url);
  const to = c.req.method === 'GET' ? `?${new URLSearchParams({ to: pathname + search })}` : '';
  const link = providerOf(c.env) ? html`<p><a href="/v1/oidc/start${to}">${company}</a></p>` : '';
  return page(c, {
    language,
    title,
    main: html`<p>${pathname.startsWith('/console') ? toConsole : lead}</p>
      ${link}`,
    status: 401,
  });
}
