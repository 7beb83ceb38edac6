/**
 * Pages that reach for what a browser paints without an element of its own being there: shadows, outlines,
 * pictures of the page, its whole screen; and for our hosts themselves.
 */
import type { HostilePage } from './page.ts';

const sheet = (css: string) =>
  `{ const sheet = document.createElement('style'); sheet.nonce = 'page'; sheet.textContent = ${JSON.stringify(css)}; document.head.append(sheet); }`;
/** One pixel that lets presses through, and whatever it throws over the page. */
const speck = (css: string) =>
  `{ const speck = document.createElement('i'); speck.style.cssText = ${JSON.stringify(`position:fixed;z-index:2147483647;pointer-events:none;width:1px;height:1px;left:400px;top:300px;${css}`)}; document.documentElement.append(speck); }`;
const onHosts = (act: string) => `for (const host of document.querySelectorAll('combinado-ui')) { ${act} }`;
const onRoot = (css: string) => `document.documentElement.style.cssText += ${JSON.stringify(`;${css}`)}`;
const painted: readonly HostilePage[] = [
  ['a shadow thrown over the card', speck('box-shadow:0 0 0 3000px #fff')],
  ['an outline drawn over the card', speck('outline:3000px solid #fff')],
  [
    'a drop shadow of something elsewhere',
    speck(
      'width:1600px;height:1200px;top:-1300px;left:0;background:#fff;filter:drop-shadow(0 1300px 0 #fff)',
    ),
  ],
  [
    'a border picture past its border',
    speck(
      'border:1px solid;border-image:linear-gradient(#fff,#fff) 1;border-image-outset:2000px;border-image-width:2000px',
    ),
  ],
  [
    'one letter as large as the page',
    `{ const speck = document.createElement('i'); speck.textContent = '█'; speck.style.cssText = 'position:fixed;z-index:2147483647;pointer-events:none;left:-500px;top:-900px;font:3000px/1 monospace;color:#fff'; document.documentElement.append(speck); }`,
  ],
  [
    'shadows of letters',
    speck(
      'width:auto;height:auto;left:-2000px;top:300px;font:900px/1 monospace;color:#fff;white-space:pre;text-shadow:2000px 0 0 #fff,2200px -300px 0 #fff,2200px 200px 0 #fff',
    ) + "document.documentElement.lastElementChild.textContent = '████';",
  ],
  [
    'a pseudo-element over everything',
    sheet(
      "html::after{content:'';position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none}",
    ),
  ],
  [
    'the body’s pseudo-element over everything',
    sheet(
      "body{position:relative;z-index:2147483647} body::before{content:'';position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none}",
    ) + 'document.documentElement.append(document.body)',
  ],
  ['blurred by a sheet of glass', speck('width:auto;height:auto;inset:0;backdrop-filter:blur(40px)')],
  [
    'a sheet nearer to the eye',
    onRoot('transform-style:preserve-3d;perspective:800px') +
      ';' +
      speck('width:auto;height:auto;inset:0;z-index:0;background:#fff;transform:translateZ(1px)'),
  ],
  [
    'the backdrop of a popover',
    sheet('[popover]::backdrop{background:#fff;pointer-events:none}') +
      "{ const none = document.createElement('i'); none.popover = 'manual'; none.style.cssText = 'width:0;height:0;padding:0;border:0'; document.body.append(none); none.showPopover(); }",
  ],
  [
    'a picture of the page instead of the page',
    sheet(
      '::view-transition{background:#fff;pointer-events:none}::view-transition-group(root){animation-duration:600s}::view-transition-old(root),::view-transition-new(root){animation:none;opacity:0}',
    ) + 'document.startViewTransition?.(() => {})',
  ],
  [
    'a decoy on the whole screen',
    "{ const decoy = document.createElement('div'); decoy.textContent = 'You won! Press here'; decoy.style.cssText = 'background:#fff;pointer-events:none'; document.body.append(decoy); decoy.requestFullscreen().catch(() => {}); }",
  ],
  [
    'a decoy lifted to the top without end',
    "{ const decoy = document.createElement('div'); decoy.popover = 'manual'; decoy.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;border:0;margin:0;background:#fff;pointer-events:none'; document.body.append(decoy); setInterval(() => { decoy.hidePopover(); decoy.showPopover(); }, 30); }",
  ],
  ['nothing of the page drawn', onRoot('content-visibility:hidden;contain:strict')],
].map(([name = '', attack = '']) => ({ name, attack, chip: 'shown' }));

const handled: readonly HostilePage[] = [
  {
    // The browser says so itself, and gives every press to the page.
    name: 'the pointer taken away',
    plain: true,
    chip: 'shown',
    attack: 'document.body.requestPointerLock()?.catch?.(() => {})',
  },
  {
    name: 'our hosts animated away',
    plain: true,
    chip: 'shown',
    attack: onHosts(
      "host.animate([{ opacity: 0, transform: 'translate(300px,200px) scale(.1)', display: 'none' }, { opacity: 0 }], { duration: 1e6, fill: 'both' });",
    ),
  },
  {
    name: 'every attribute set on our hosts',
    plain: true,
    chip: 'shown',
    attack: onHosts(
      "for (const name of ['hidden', 'popover', 'slot', 'aria-hidden', 'contenteditable', 'draggable', 'dir', 'part', 'is', 'accesskey', 'autofocus', 'translate', 'tabindex']) host.setAttribute(name, name === 'dir' ? 'rtl' : 'true');",
    ),
  },
  { name: 'our hosts inert', chip: 'shown', attack: onHosts('host.inert = true;') },
  { name: 'the document inert', chip: 'shown', attack: 'document.documentElement.inert = true' },
  {
    name: 'the document written anew under the card',
    chip: 'shown',
    attack: "document.open(); document.write('<p>new</p>'); document.close();",
  },
];

export const layers: readonly HostilePage[] = [...painted, ...handled];
