/**
 * The few icons of the page's own nodes: a shape beside every colour (OVR1). Lucide's, each drawn as one
 * path: a long list has a thousand of them.
 */
import { Check, Pause, Timer, TriangleAlert, type IconNode } from 'lucide';
import type { ClockIcon } from '../../shared/ui/chipView.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** On lucide's 24 × 24 grid; empty draws nothing. */
export const PATHS: Readonly<Record<ClockIcon, string>> = {
  timer: pathOf(Timer),
  alert: pathOf(TriangleAlert),
  check: pathOf(Check),
  pause: pathOf(Pause),
  none: '',
};

/** The kinds of node those four are made of, one after the other; a rectangle without its round corners. */
function pathOf(nodes: IconNode): string {
  return nodes
    .map(([tag, { d, x, y, x1, x2, y1, y2, cx, cy, r, width, height }]) => {
      if (tag === 'line') return `M${x1} ${y1}L${x2} ${y2}`;
      if (tag === 'rect') return `M${x} ${y}h${width}v${height}h-${width}z`;
      if (tag === 'circle')
        return `M${cx} ${cy}m-${r} 0a${r} ${r} 0 1 0 ${2 * Number(r)} 0a${r} ${r} 0 1 0-${2 * Number(r)} 0`;
      // A path may begin where the one before it ended.
      return `M0 0${d}`;
    })
    .join('');
}

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
