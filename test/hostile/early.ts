/**
 * Pages that lay hands on the card's frame while it waits for a press: whoever comes near a chip has one
 * stand there, empty and shown nowhere, and the page sees its host come.
 */
import { LIST, type HostilePage } from './page.ts';

/** Runs `act` with each host of ours that comes beside the body. */
const onComing = (act: string) => `new MutationObserver((records) => { for (const { addedNodes } of records)
  for (const host of addedNodes) if (host.localName === 'combinado-ui') { ${act} } }).observe(document.documentElement, { childList: true });`;
const tomb = `const tomb = document.createElement('div'); tomb.style.cssText = 'opacity:0.01'; document.body.append(tomb);`;
/** Presses where the card's buttons are, as in every attack; the page did its worst before. */
const PRESSED = 'undefined';

export const early: readonly HostilePage[] = [
  {
    name: 'the waiting card taken away',
    chip: 'shown',
    script: onComing('setTimeout(() => host.remove(), 20);'),
    attack: PRESSED,
  },
  {
    name: 'the waiting card put where nobody sees it',
    chip: 'shown',
    script: tomb + onComing('tomb.append(host);'),
    attack: PRESSED,
  },
  {
    name: 'the waiting card put where nobody sees it, without loading it again',
    chip: 'shown',
    script: tomb + onComing('tomb.moveBefore?.(host, null);'),
    attack: PRESSED,
  },
  {
    name: 'the waiting card drawn forth and unseen',
    plain: true,
    chip: 'shown',
    script: onComing(
      "host.style.cssText = 'display:block !important;opacity:0.01 !important;width:400px !important;height:600px !important;inset:0 !important'; host.popover = 'manual'; try { host.showPopover() } catch {}",
    ),
    attack: PRESSED,
  },
  {
    name: 'everything but the waiting card hidden from sight',
    chip: 'shown',
    script: onComing("document.documentElement.style.cssText = 'opacity:0.02';"),
    attack: PRESSED,
  },
  {
    name: 'guessed nonces sent into the waiting card',
    chip: 'shown',
    script: `setInterval(() => { for (let n = 0; n < window.length; n += 1) for (const nonce of ['', '1', crypto.randomUUID(), {}, null]) { window[n].postMessage({ combinado: 'open', nonce }, '*'); window[n].postMessage(null, '*'); window[n].postMessage({ type: 'panel.hello', ask: { leadId: '1' } }, '*'); } }, 30);`,
  },
  {
    name: 'frames that say they are the waiting card',
    chip: 'shown',
    honest: true,
    plain: true,
    body: `${LIST}<iframe srcdoc="<script nonce='page'>addEventListener('message', ({ data }) => parent.postMessage({ overheard: data }, '*')); setInterval(() => parent.postMessage({ combinado: 'ready' }, '*'), 20)</script>"></iframe>`,
    script: `setInterval(() => { postMessage({ combinado: 'ready' }, '*'); dispatchEvent(new MessageEvent('message', { data: { combinado: 'ready' }, origin: '%CARD%'.slice(0, -10), source: window[window.length - 1] })); }, 20);`,
  },
  {
    name: 'the waiting card sent elsewhere',
    plain: true,
    chip: 'shown',
    script: onComing("for (let n = 0; n < window.length; n += 1) window[n].location.replace('/page/0');"),
    attack: PRESSED,
  },
  {
    name: 'the waiting card loaded again by its own address',
    plain: true,
    chip: 'shown',
    script: onComing(
      "setTimeout(() => { for (let n = 0; n < window.length; n += 1) window[n].location.href = '%CARD%?again'; }, 50);",
    ),
    attack: PRESSED,
  },
  {
    name: 'rows driven under the pointer',
    chip: 'either',
    script: `const list = document.getElementById('list'); addEventListener('mousemove', ({ clientX, clientY }) => { list.style.cssText = 'position:fixed;left:' + (clientX - 60 + (Math.random() * 9)) + 'px;top:' + (clientY - 15) + 'px'; });
      setInterval(() => { if (window.length > 1) broken.push(window.length + ' frames'); }, 50);`,
  },
];
