/**
 * `GET /join`: the invite's secret is in the fragment, which no server sees. The page takes it off
 * the address, and posts it when the person says so.
 */
import { html } from 'hono/html';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { signInWords } from '../../shared/messages/signIn/index.ts';
import type { AppContext } from '../ask.ts';
import { page } from './page.ts';

const SCRIPT = `
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
const button = document.querySelector('button');
const said = document.querySelector('[role=status]');
const words = said.dataset;
button.addEventListener('click', async () => {
  button.disabled = true;
  const response = await fetch('/v1/invites/accept', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => undefined);
  if (response?.ok) {
    const { name } = await response.json();
    said.textContent = words.done.replace('{name}', name);
    button.remove();
    document.querySelector('[data-lead]').remove();
    for (const one of document.querySelectorAll('[hidden]')) one.hidden = false;
  } else {
    said.textContent = words.spent;
    button.disabled = !response || response.status < 500;
  }
});
`;

export function joinPage(c: AppContext, language: Language) {
  const { join } = signInWords(language);
  return page(c, {
    language,
    title: join.title,
    main: html`<p data-lead>${join.lead}</p>
      <button type="button">${join.button}</button>
      <p role="status" data-done="${join.done('{name}')}" data-spent="${join.spent}"></p>
      <p hidden><a class="button" href="/console">${join.console}</a></p>
      <p hidden>${join.next}</p>`,
    script: SCRIPT,
  });
}
