/**
 * The few icons of the page's own nodes: a shape beside every colour (OVR1). Lucide's, each drawn as one
 * path: a long list has a thousand of them, and a page's script carries no drawing library.
 */
import type { ClockIcon } from '../../shared/ui/chipView.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** On lucide's 24 × 24 grid; empty draws nothing. */
export const PATHS: Readonly<Record<ClockIcon, string>> = {
  timer: 'M10 2h4M12 14l3-3M4 14a8 8 0 1 0 16 0a8 8 0 1 0-16 0',
  alert: 'm21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01',
  check: 'M20 6 9 17l-5-5',
  pause:
    'M15 3h3a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1M6 3h3a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1',
  none: '',
};

/** How every icon is drawn: in the colour of the text. */
export const ICON_CSS =
  'svg{flex:none;fill:none;stroke:currentColor;stroke-width:2.6;stroke-linecap:round;stroke-linejoin:round}';

/** Hidden from screen readers: the words say the same. */
export function icon(name: ClockIcon, sizePx: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  for (const [attribute, value] of [
    ['viewBox', '0 0 24 24'],
    ['width', sizePx],
    ['height', sizePx],
    ['aria-hidden', true],
  ] as const)
    svg.setAttribute(attribute, `${value}`);
  svg.append(path);
  return svg;
}
