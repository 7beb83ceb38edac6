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
// What was pressed goes: whoever cannot see that is led to what there is now.
const over = (text, next) => {
  said.textContent = text;
  button.remove();
  document.querySelector('[data-lead]').remove();
  next.focus();
};
if (token === '') over(words.spent, said);
button.addEventListener('click', async () => {
  button.disabled = true;
  const response = await fetch('/v1/invites/accept', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => undefined);
  if (response?.ok) {
    const { name } = await response.json();
    for (const one of document.querySelectorAll('[hidden]')) one.hidden = false;
    over(words.done.replace('{name}', name), document.querySelector('a.button'));
  } else if (response && response.status < 500 && response.status !== 429) over(words.spent, said);
  else {
    said.textContent = words.silent;
    button.disabled = false;
    button.focus();
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
      <p
        role="status"
        tabindex="-1"
        data-done="${join.done('{name}')}"
        data-spent="${join.spent}"
        data-silent="${join.silent}"
      ></p>
      <p hidden><a class="button" href="/console">${join.console}</a></p>
      <p hidden>${join.next}</p>`,
    script: SCRIPT,
  });
}
