/** Pages that never rest, are too large, or take away whatever is put on them. */
import { LEAD, LIST, row, type HostilePage } from './page.ts';

export const storms: readonly HostilePage[] = [
  {
    name: 'hosts taken away at once',
    chip: 'either',
    script: `new MutationObserver(() => { for (const host of document.querySelectorAll('combinado-ui')) host.remove(); }).observe(document, { childList: true, subtree: true });`,
  },
  {
    name: 'unknown nodes removed ten times a second',
    chip: 'either',
    script: `setInterval(() => { for (const host of document.querySelectorAll(':not(:defined)')) host.remove(); }, 100);`,
  },
  {
    name: 'the body wiped and drawn anew',
    chip: 'either',
    script: `const html = document.getElementById('list').outerHTML; setInterval(() => { document.body.innerHTML = html; }, 300);`,
  },
  {
    name: 'the whole document written again',
    chip: 'either',
    script: `setTimeout(() => { document.documentElement.replaceChildren(document.createElement('head'), document.createElement('body')); document.body.innerHTML = ${JSON.stringify(LIST)}; }, 700);`,
  },
  {
    name: 'endless mutation',
    chip: 'shown',
    script: `const place = document.body.appendChild(document.createElement('div')); setInterval(() => { for (let n = 0; n < 200; n += 1) place.replaceChildren(document.createElement('i'), String(n)); }, 4);`,
  },
  {
    name: 'attributes that never rest',
    chip: 'shown',
    script: `const link = document.querySelectorAll('a')[1]; let n = 0; setInterval(() => { link.href = 'mailto:x' + (n += 1) + '@nowhere.test'; }, 4);`,
  },
  {
    name: 'a row that flickers between two people',
    chip: 'either',
    script: `const link = document.querySelector('a'); let n = 0; setInterval(() => { link.href = (n += 1) % 2 ? 'mailto:other@nowhere.test' : 'mailto:${LEAD.email}'; }, 40);`,
  },
  {
    name: 'rows reordered without end',
    chip: 'shown',
    script: `const body = document.querySelector('tbody'); setInterval(() => body.append(body.firstElementChild), 30);`,
  },
  {
    name: '100,000 nodes',
    chip: 'shown',
    body: `${LIST}<div id="many"></div>`,
    script: `document.getElementById('many').innerHTML = '<p>x</p>'.repeat(100000);`,
    slow: true,
  },
  {
    name: '20,000 rows of strangers',
    chip: 'shown',
    body: `${LIST}<table><tbody id="many"></tbody></table>`,
    script: `document.getElementById('many').innerHTML = Array.from({ length: 20000 }, (_, n) => ${JSON.stringify(row('probe@x.test'))}.replace('probe', 'p' + n)).join('');`,
    slow: true,
  },
  {
    name: 'nested a thousand deep',
    chip: 'shown',
    body: `${LIST}${'<div>'.repeat(1_000)}${row(LEAD.email)}${'</div>'.repeat(1_000)}`,
  },
  {
    name: 'a history that never rests',
    chip: 'shown',
    script: `let n = 0; setInterval(() => history.replaceState(null, '', '?' + (n += 1)), 250);`,
  },
  {
    name: 'frames made and dropped',
    chip: 'shown',
    script: `setInterval(() => { const frame = document.createElement('iframe'); frame.srcdoc = ${JSON.stringify(LIST)}; document.body.append(frame); setTimeout(() => frame.remove(), 60); }, 150);`,
  },
  {
    name: 'hidden and shown again',
    chip: 'shown',
    script: `const list = document.getElementById('list'); setInterval(() => { list.hidden = true; setTimeout(() => { list.hidden = false; }, 20); }, 600);`,
  },
];
