/** Shows a pairing code to the signed-in person, when asked. */
import { html } from 'hono/html';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { signInWords } from '../../shared/messages/signIn/index.ts';
import type { AppContext } from '../ask.ts';
import { page } from './page.ts';

export function pairPage(c: AppContext, { language }: { readonly language: Language }, code: string | null) {
  const { pair } = signInWords(language);
  const shown =
    code === null
      ? ''
      : html`<p>${pair.code}</p>
          <p class="code">${code}</p>
          <p>${pair.lasts}</p>`;
  return page(c, {
    language,
    title: pair.title,
    main: html`<p>${pair.lead}</p>
      ${shown}
      <form method="post" action="/v1/pair/new"><button type="submit">${pair.button}</button></form>`,
  });
}
