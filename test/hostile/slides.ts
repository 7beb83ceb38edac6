/** Pages that leave the card in sight and move it: its buttons come under a press that was meant for the page. */
import type { HostilePage } from './page.ts';

/** Brings what lies that far up and left of the pointer under it, in pixels. */
const slide = (how: string) =>
  `let x = 0, y = 0; window.slide = (right, down) => { x += right; y += down; ${how} };`;
const onRoot = "const root = document.documentElement; const to = 'translate(' + x + 'px,' + y + 'px)';";

const PAGES: readonly (readonly [name: string, attack: string, script?: string])[] = [
  ['the document slid under the pointer', slide(`${onRoot} root.style.transform = to;`)],
  [
    'the document slid under the pointer, by its place',
    slide("document.documentElement.style.cssText += ';left:' + x + 'px;top:' + y + 'px';"),
    "document.documentElement.style.cssText = 'contain:layout;position:relative'",
  ],
  [
    'the document slid under the pointer by an animation',
    slide(`${onRoot} root.animate([{ transform: to }, { transform: to }], { duration: 1e6 });`),
  ],
];

export const slides: readonly HostilePage[] = PAGES.map(([name, attack, script = '']) => ({
  name,
  attack,
  script,
  chip: 'shown',
  slides: true,
}));
