/**
 * Colours of the clock's states (OVR1), light and dark, as custom properties for our closed roots; and
 * whether the page behind an element is dark, whatever the system's own setting.
 */
import type { Tone } from '../../shared/ui/chipView.ts';

export type Colour = Tone | 'stop';

const LIGHT =
  '--ink:#16181d;--ink-2:#5b6270;--line:#e4e7ec;--paper:#fff;--on:#fff;--ok:#0f7b4d;--ok-bg:#e3f5ec;--risk:#8a5200;--risk-bg:#fff1d6;--late:#b3261e;--late-bg:#fde8e6;--rest:#5b6270;--rest-bg:#eef0f3;--done:#2456c9;--done-bg:#e6edfd;';
const DARK =
  '--ink:#eceef2;--ink-2:#a9b0bd;--line:#333841;--paper:#1d2026;--on:#14161a;--ok:#5fd6a0;--ok-bg:#12372a;--risk:#ffc45c;--risk-bg:#3d2d0c;--late:#ff8a80;--late-bg:#43191a;--rest:#a9b0bd;--rest-bg:#2a2e36;--done:#8fb0ff;--done-bg:#1b2a4d;';

/** Custom properties on `.ui` and `.ui.dark`, tones as `color` and `background` of their class. */
export const PALETTE =
  `.ui{${LIGHT}font-family:system-ui,"Segoe UI",Roboto,sans-serif;box-sizing:border-box}.ui.dark{${DARK}}` +
  ['ok', 'risk', 'late', 'rest', 'done']
    .map((tone) => `.${tone}{color:var(--${tone});background:var(--${tone}-bg);--tone:var(--${tone})}`)
    .join('') +
  '.stop{color:var(--late);background:var(--late-bg);--tone:var(--late)}';

/** Below this relative luminance light text reads better on the ground. */
const DARK_BELOW = 0.3;
/** As a browser says of most elements. */
const CLEAR = 'rgba(0, 0, 0, 0)';

/** Looks for the first painted ground behind `element`; a page that paints none is white. */
export function isDark(element: Element): boolean {
  return darkOf([element])[0] ?? false;
}

/** The same for many at once: neighbours share most of what is behind them, so each is looked at once. */
export function darkOf(elements: readonly (Element | null)[]): readonly boolean[] {
  const known = new Map<Element, boolean>();
  return elements.map((element) => {
    const passed: Element[] = [];
    let dark = false;
    for (let at = element; at; at = at.parentElement) {
      const found = known.get(at) ?? ownGround(at);
      passed.push(at);
      if (found === undefined) continue;
      dark = found;
      break;
    }
    for (const at of passed) known.set(at, dark);
    return dark;
  });
}

/** Whether what it paints itself is dark; undefined when one sees through it. */
function ownGround(element: Element): boolean | undefined {
  const colour = getComputedStyle(element).backgroundColor;
  if (colour === CLEAR) return undefined;
  const [red, green, blue, alpha = 1] = numbersOf(colour);
  if (red === undefined || green === undefined || blue === undefined || alpha <= 0.5) return undefined;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 < DARK_BELOW;
}

function numbersOf(colour: string): number[] {
  return colour.startsWith('rgb') ? (colour.match(/[\d.]+/g) ?? []).map(Number) : [];
}
