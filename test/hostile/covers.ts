/**
 * Pages that want a click of the person's to land in the card: the card opens, the page lies something
 * over it or makes it unseen, and then the very places of its buttons are pressed.
 */
import type { HostilePage } from './page.ts';

/** A decoy over everything that lets presses through. */
const decoy = (css: string, more = '') => `
  const decoy = document.createElement('div');
  decoy.textContent = 'You won! Press here';
  decoy.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none;${css}';
  document.documentElement.append(decoy); ${more}`;
const onHosts = (css: string) =>
  `for (const host of document.querySelectorAll('combinado-ui')) host.style.cssText = ${JSON.stringify(css)};`;
const onRoot = (css: string) => `document.documentElement.style.cssText = ${JSON.stringify(css)}`;

export const covers: readonly HostilePage[] = [
  { name: 'a decoy over the card', chip: 'shown', attack: decoy('') },
  {
    name: 'a decoy that shows one pixel of it',
    chip: 'shown',
    attack: decoy('clip-path:polygon(0 0,100% 0,100% 100%,1px 100%,1px 99%,0 99%)'),
  },
  { name: 'a decoy almost seen through', chip: 'shown', attack: decoy('opacity:0.98') },
  {
    name: 'a decoy as popover',
    chip: 'shown',
    attack: decoy(
      '',
      "decoy.popover = 'manual'; decoy.showPopover(); decoy.style.cssText += ';width:100vw;height:100vh;border:0;margin:0'",
    ),
  },
  {
    name: 'a decoy as dialog',
    chip: 'shown',
    attack: `const cover = document.createElement('dialog'); cover.style.cssText = 'width:100vw;height:100vh;max-width:none;max-height:none;background:#fff;pointer-events:none'; document.body.append(cover); cover.showModal();`,
  },
  {
    name: 'a decoy on the card and a hole around the pointer',
    chip: 'shown',
    attack: decoy(
      '',
      "addEventListener('mousemove', (event) => { decoy.style.maskImage = 'radial-gradient(circle 2px at ' + event.clientX + 'px ' + event.clientY + 'px, transparent 99%, black)'; })",
    ),
  },
  {
    name: 'a decoy lifted around each press',
    chip: 'shown',
    attack: decoy(
      '',
      "addEventListener('pointermove', () => { decoy.hidden = true; decoy.style.display = 'none'; setTimeout(() => { decoy.style.display = ''; }, 350); });",
    ),
  },
  { name: 'our hosts made unseen', plain: true, chip: 'shown', attack: onHosts('opacity:0 !important') },
  { name: 'the document almost unseen', chip: 'shown', attack: onRoot('opacity:0.02') },
  { name: 'the document filtered away', chip: 'shown', attack: onRoot('filter:brightness(0) invert(1)') },
  { name: 'the document scaled to a dot', chip: 'shown', attack: onRoot('transform:scale(0.01)') },
  {
    name: 'the document turned over',
    chip: 'shown',
    attack: onRoot('transform:rotateX(180deg) skew(20deg)'),
  },
  { name: 'the document clipped', chip: 'shown', attack: onRoot('clip-path:inset(0 0 100% 0)') },
  {
    name: 'the document masked',
    chip: 'shown',
    attack: onRoot('mask-image:linear-gradient(transparent,transparent)'),
  },
  {
    name: 'the document blended away',
    chip: 'shown',
    attack: onRoot('mix-blend-mode:difference;background:#fff'),
  },
  {
    name: 'a cursor that lies',
    chip: 'shown',
    attack: `document.documentElement.style.cursor = 'none'; ${decoy('background:transparent', 'decoy.innerHTML = \'<div style="position:fixed;left:20px;top:20px;width:200px;height:60px;background:#08f">Press</div>\'')}`,
  },
  {
    name: 'the card dragged under a button',
    chip: 'shown',
    attack: decoy(
      'inset:0;transform:translate(0,0)',
      onHosts('transform:translate(120px,80px) !important;position:absolute !important'),
    ),
  },
  {
    name: 'the host moved elsewhere',
    chip: 'shown',
    attack:
      "const last = [...document.querySelectorAll('combinado-ui')].at(-1); const tomb = document.createElement('div'); tomb.style.cssText = 'opacity:0'; document.body.append(tomb); tomb.append(last);",
  },
  {
    name: 'the host appended again and again',
    chip: 'shown',
    attack:
      "const last = [...document.querySelectorAll('combinado-ui')].at(-1); for (let n = 0; n < 5; n += 1) document.documentElement.append(last);",
  },
  {
    name: 'everything pulled into a picture',
    chip: 'shown',
    attack:
      "const tomb = document.createElement('div'); tomb.style.cssText = 'will-change:transform;transform:translateX(-5000px)'; while (document.body.firstChild) tomb.append(document.body.firstChild); document.body.append(tomb);" +
      decoy(''),
  },
];
