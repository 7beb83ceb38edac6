/** Pages that speak as if they were the person, the browser or the extension. */
import { LIST, row, type HostilePage } from './page.ts';

export const intruders: readonly HostilePage[] = [
  {
    name: 'made-up clicks, presses and keys on our hosts',
    chip: 'shown',
    script: `setInterval(() => { for (const host of document.querySelectorAll('combinado-ui')) {
      for (const type of ['pointerdown','mousedown','pointerup','mouseup','click','dblclick']) host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: host.getBoundingClientRect().x + 5, clientY: host.getBoundingClientRect().y }));
      for (const key of ['Enter',' ','Tab']) host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      host.focus(); host.click(); } }, 100);`,
  },
  {
    name: 'made-up keys while the card is open',
    plain: true,
    chip: 'shown',
    attack: `for (const key of ['Escape','Enter',' ','Tab']) { document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true })); window.dispatchEvent(new KeyboardEvent('keydown', { key })); }`,
    honest: true,
  },
  {
    name: 'forged lifecycle events',
    chip: 'shown',
    honest: true,
    script: `for (const name of ['wxt:content-script-started','overlay:content-script-started','wxt:reload-content-script']) { window.postMessage({ type: name, contentScriptName: 'overlay', messageId: 'x' }, '*'); document.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: 'overlay' } })); }
      window.postMessage({ push: 'off', body: { why: 'signed_out' } }, '*'); window.postMessage({ combinado: 'close' }, '*');
      window.combinadoOverlay = { isAlive: () => true, stop: () => {} };`,
  },
  {
    name: 'messages in the name of the card',
    plain: true,
    chip: 'shown',
    honest: true,
    attack: `for (const says of [{ combinado: 'close' }, { combinado: 'height', px: 5 }, { combinado: 'height', px: 1e9 }]) { window.postMessage(says, '*'); dispatchEvent(new MessageEvent('message', { data: says, origin: '%CARD%'.slice(0, -10) })); for (let n = 0; n < window.length; n += 1) window[n].postMessage(says, '*'); }`,
  },
  {
    name: 'the card framed from outside with guessed nonces',
    slow: true,
    chip: 'shown',
    script: `for (let n = 0; n < 30; n += 1) { const frame = document.createElement('iframe'); frame.src = '%CARD%#' + crypto.randomUUID(); frame.className = 'guess'; document.body.append(frame); }`,
  },
  {
    name: 'the card framed by a site nobody gave',
    elsewhere: true,
    chip: 'absent',
    script: `for (const hash of ['', '#', '#1', '#00000000-0000-4000-8000-000000000000']) { const frame = document.createElement('iframe'); frame.src = '%CARD%' + hash; frame.className = 'guess'; document.body.append(frame); }`,
  },
  {
    name: 'native methods replaced',
    chip: 'shown',
    honest: true,
    head: `<script nonce="page">
      for (const [of, names] of [[Element.prototype, ['closest','matches','querySelector','querySelectorAll','getAttribute','append','insertAdjacentElement','replaceChildren','remove']], [Node.prototype, ['cloneNode','appendChild','getRootNode']], [EventTarget.prototype, ['dispatchEvent']]])
        for (const name of names) { const native = of[name]; of[name] = function (...given) { for (const one of given) if (one instanceof ShadowRoot) roots.push(one); if (this instanceof ShadowRoot) roots.push(this); return native.apply(this, given); }; }
      const add = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (type, ...rest) { if (this instanceof ShadowRoot) roots.push(this); return add.call(this, type, ...rest); };
    </script>`,
  },
  {
    name: 'globals replaced',
    chip: 'shown',
    honest: true,
    head: `<script nonce="page">
      window.MutationObserver = class { observe() { throw new Error('meant') } disconnect() {} };
      window.IntersectionObserver = class { observe() { throw new Error('meant') } disconnect() {} unobserve() {} };
      JSON.stringify = () => 'meant'; window.URL = function () { throw new Error('meant') }; Map.prototype.get = () => 'meant'; Date.now = () => 0;
    </script>`,
  },
  {
    name: 'iterators replaced',
    chip: 'shown',
    honest: true,
    head: `<script nonce="page">{ const iterate = Array.prototype[Symbol.iterator]; Array.prototype[Symbol.iterator] = function () { window.iterated = (window.iterated ?? 0) + 1; return iterate.call(this); }; Object.prototype.leads = 'meant'; Promise.prototype.then = new Proxy(Promise.prototype.then, {}); }</script>`,
  },
  {
    name: 'extension APIs invented',
    chip: 'shown',
    honest: true,
    head: `<script nonce="page">window.chrome = { runtime: { id: undefined, sendMessage: () => { throw new Error('meant') } } }; window.browser = window.chrome;</script>`,
  },
  {
    name: 'our tag defined by the page',
    chip: 'either',
    head: `<script nonce="page">customElements.define('combinado-ui', class extends HTMLElement { constructor() { super(); try { roots.push(this.attachShadow({ mode: 'open' })) } catch {} } connectedCallback() { this.seen = this.innerHTML; } })</script>`,
  },
  {
    name: 'our tag used by the page',
    chip: 'shown',
    honest: true,
    body: `<combinado-ui><b>mine</b></combinado-ui>${LIST}<combinado-ui></combinado-ui>`,
  },
  {
    name: 'custom elements that throw',
    chip: 'shown',
    honest: true,
    body: `<x-bomb></x-bomb>${LIST}`,
    script: `customElements.define('x-bomb', class extends HTMLElement { constructor() { super(); throw new Error('meant') } }); customElements.define('y-bomb', class extends HTMLTableRowElement { connectedCallback() { throw new Error('meant') } }, { extends: 'tr' });`,
  },
  {
    name: 'clicks swallowed before anybody',
    chip: 'shown',
    head: `<script nonce="page">for (const type of ['click','pointerdown','mousedown','keydown']) window.addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);</script>`,
  },
  {
    name: 'every event retold',
    chip: 'shown',
    honest: true,
    head: `<script nonce="page">for (const type of ['click','pointerdown','keydown','focus']) window.addEventListener(type, (event) => { if (event.isTrusted) for (const at of event.composedPath()) if (at instanceof Element) at.dispatchEvent(new event.constructor(type, event)); }, true);</script>`,
  },
  {
    name: 'addresses by the thousand, to find out who is a lead',
    chip: 'shown',
    body: `<div style="height:200px;overflow:auto">${LIST}</div><table style="font-size:1px;line-height:1px"><tbody id="flood"></tbody></table>`,
    script: `document.getElementById('flood').innerHTML = Array.from({ length: 6000 }, (_, n) => ${JSON.stringify(row('probe@x.test'))}.replace('probe', 'probe' + n)).join('');`,
    slow: true,
  },
];
