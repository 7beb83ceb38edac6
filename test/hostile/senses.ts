/** Pages that listen and look closely: for what a chip says, when it came, and for time to stand still. */
import { LIST, type HostilePage } from './page.ts';

const FONTS = [
  'system-ui',
  'Segoe UI',
  'Roboto',
  'sans-serif',
  'Inter',
  'Arial',
  'Liberation Sans',
  'DejaVu Sans',
];
const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];

export const senses: readonly HostilePage[] = [
  {
    name: 'fonts that tell which letters are shown',
    chip: 'shown',
    honest: true,
    head: `<style nonce="page">${FONTS.flatMap((font) => letters.map((letter) => `@font-face{font-family:"${font}";src:url(/glyph/${letter.charCodeAt(0)});unicode-range:U+${letter.charCodeAt(0).toString(16)}}`)).join('')}</style>`,
    script: `setInterval(() => { for (const { status, unicodeRange } of document.fonts) if (status !== 'unloaded' && !window.overheard) { window.overheard = true; broken.push('a font told of ' + unicodeRange); } }, 100);`,
  },
  {
    name: 'the page searched for words',
    chip: 'shown',
    honest: true,
    script: `setInterval(() => { for (const word of ['Quill' + 'feather', 'Vanad' + 'ium', 'Accept']) try { if (window.find(word, false, false, true)) broken.push('found ' + word); } catch {} }, 300);`,
  },
  {
    name: 'selected and copied whole',
    chip: 'shown',
    honest: true,
    script: `addEventListener('copy', (event) => { told.push(String(getSelection())); }); setInterval(() => { document.execCommand('selectAll'); document.execCommand('copy'); told.push(String(getSelection())); getSelection().removeAllRanges(); }, 400);`,
  },
  {
    name: 'every rule that can match, and every size',
    chip: 'shown',
    honest: true,
    head: `<style nonce="page">:has(combinado-ui){--seen:1} combinado-ui::part(score){--x:1} combinado-ui::before{content:attr(aria-label) attr(title) attr(class) attr(data-key)} combinado-ui:state(late),combinado-ui:dir(rtl){--x:2} *{container-type:inline-size;anchor-name:--a;position-anchor:--a;view-transition-name:match-element}table,tbody,tr,td,a,body,html{container-type:normal}</style>`,
    script: `setInterval(() => { for (const host of document.querySelectorAll('combinado-ui')) { for (const name of [...getComputedStyle(host, '::before').content.matchAll(/"([^"]+)"/g)]) broken.push('read ' + name[1]); if ([...host.attributes].some(({ name }) => name !== 'style') || host.childNodes.length || host.shadowRoot) broken.push('our host says something'); } }, 300);`,
  },
  {
    name: 'our hosts watched and taken in every frame',
    chip: 'either',
    script: `const take = () => { for (const host of document.querySelectorAll('combinado-ui')) host.remove(); requestAnimationFrame(take); }; take();`,
  },
  {
    name: 'roots kept from closing',
    chip: 'shown',
    honest: true,
    head: `<script nonce="page">{ const attach = Element.prototype.attachShadow; Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: 'open' }); roots.push(root); return root; };
      for (const of of [HTMLElement.prototype, Element.prototype]) { try { Object.defineProperty(of, 'attachInternals', { value: function () { throw new Error('meant'); } }); } catch {} }
      const create = Document.prototype.createElement; Document.prototype.createElement = function (...given) { const made = create.apply(this, given); if (given[0] === 'combinado-ui' || given[0] === 'iframe') roots.push(made); return made; };
      Element.prototype.setHTMLUnsafe = Element.prototype.getHTML = () => { throw new Error('meant'); };
      customElements.define = () => { throw new Error('meant'); }; customElements.get = () => class {}; }</script>`,
  },
  {
    name: 'all that is inside asked to be written down',
    chip: 'shown',
    honest: true,
    script: `setInterval(() => { told.push(document.documentElement.getHTML?.({ serializableShadowRoots: true, shadowRoots: roots }) ?? '', new XMLSerializer().serializeToString(document), document.body.innerText); told.length = Math.min(told.length, 12); }, 500);`,
  },
  {
    name: 'time that stands still',
    chip: 'shown',
    honest: true,
    head: `<script nonce="page">performance.now = () => 0; const rest = Date; window.Date = class extends rest { constructor() { super(0); } static now() { return 0; } }; window.requestAnimationFrame = () => 0; window.queueMicrotask = () => {}; window.requestIdleCallback = () => 0;
      window.matchMedia = () => { throw new Error('meant') }; window.getComputedStyle = new Proxy(getComputedStyle, {}); Element.prototype.getBoundingClientRect = new Proxy(Element.prototype.getBoundingClientRect, {}); window.AbortController = window.AbortSignal = class { constructor() { throw new Error('meant') } }; window.WeakMap = window.WeakSet = class { constructor() { throw new Error('meant') } };</script>`,
  },
  {
    name: 'comings and goings made up',
    chip: 'shown',
    honest: true,
    script: `for (const [name, value] of [['hidden', true], ['visibilityState', 'hidden']]) Object.defineProperty(document, name, { get: () => value });
      setInterval(() => { for (const type of ['pagehide', 'pageshow', 'beforeunload', 'unload', 'online', 'offline', 'blur', 'resize', 'popstate', 'hashchange', 'freeze', 'resume']) { window.dispatchEvent(new Event(type)); document.dispatchEvent(new Event(type)); } document.dispatchEvent(new Event('visibilitychange')); document.dispatchEvent(new Event('prerenderingchange')); }, 60);`,
  },
  {
    name: 'every navigation held up',
    chip: 'shown',
    honest: true,
    script: `globalThis.navigation?.addEventListener('navigate', (event) => { if (event.canIntercept) event.intercept({ handler: () => new Promise(() => {}) }); }); let n = 0; setInterval(() => { history.pushState(null, '', '#' + (n += 1)); }, 150);`,
  },
  {
    name: 'messages swallowed before anybody',
    chip: 'shown',
    head: `<script nonce="page">window.addEventListener('message', (event) => { event.stopImmediatePropagation(); }, true);</script>`,
  },
  {
    name: 'the document opened and written again',
    chip: 'shown',
    script: `const wait = setInterval(() => { if (!document.querySelector('combinado-ui')) return; clearInterval(wait); document.open(); document.write(${JSON.stringify(`<!doctype html><body style="margin:90px">${LIST}</body>`)}); document.close(); window.again = true; }, 10);`,
  },
  {
    name: 'a root of the page’s own on the body',
    chip: 'either',
    script: `document.body.attachShadow({ mode: 'open' }).innerHTML = '<p>nothing else</p>';`,
  },
  {
    name: 'a list in a sandboxed frame of its own origin',
    chip: 'either',
    body: `<iframe sandbox="allow-scripts allow-same-origin" srcdoc='${LIST}' width="600"></iframe>`,
  },
  {
    name: 'lists drawn after the card came near',
    chip: 'shown',
    honest: true,
    script: `new MutationObserver(() => { document.body.append(document.getElementById('list')); }).observe(document.documentElement, { childList: true });`,
  },
];
