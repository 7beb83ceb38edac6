/** Asks the signed-in person whether the extension may act for them. */
import { html } from 'hono/html';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { signInWords } from '../../shared/messages/signIn/index.ts';
import type { AppContext } from '../ask.ts';
import { page } from './page.ts';

interface Asker {
  readonly name: string;
  readonly workspaceName: string;
  readonly language: Language;
}

/** Query of the request, posted back as it came. */
interface Asked {
  readonly redirect_uri: string;
  readonly code_challenge: string;
  readonly state?: string | undefined;
}

export function consentPage(c: AppContext, asker: Asker, asked: Asked) {
  const { consent } = signInWords(asker.language);
  const refused = new URL(asked.redirect_uri);
  refused.searchParams.set('error', 'access_denied');
  if (asked.state !== undefined) refused.searchParams.set('state', asked.state);
  const fields = {
    response_type: 'code',
    redirect_uri: asked.redirect_uri,
    code_challenge: asked.code_challenge,
    code_challenge_method: 'S256',
    ...(asked.state === undefined ? {} : { state: asked.state }),
  };
  return page(c, {
    language: asker.language,
    title: consent.title,
    main: html`<p>${consent.lead(asker.name, asker.workspaceName)}</p>
      <p>${consent.may}</p>
      <form method="post" action="/v1/authorize" class="row">
        ${Object.entries(fields).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <button type="submit">${consent.allow}</button>
        <a href="${refused.href}">${consent.cancel}</a>
      </form>`,
    formTo: new URL(asked.redirect_uri).origin,
  });
}
