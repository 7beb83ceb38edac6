/** The few icons of the page's own nodes: a shape beside every colour (OVR1). */
import { Check, Pause, Timer, TriangleAlert, createElement, type IconNode } from 'lucide';
import type { ClockIcon } from '../../shared/ui/chipView.ts';

const NODES: Readonly<Record<Exclude<ClockIcon, 'none'>, IconNode>> = {
  timer: Timer,
  alert: TriangleAlert,
  check: Check,
  pause: Pause,
};

const drawn = new Map<string, SVGElement>();

/** An icon in the colour of the text, hidden from screen readers: the words say the same. */
export function icon(name: Exclude<ClockIcon, 'none'>, sizePx: number): Node {
  const kind = `${name} ${sizePx}`;
  const pattern =
    drawn.get(kind) ??
    createElement(NODES[name], {
      width: sizePx,
      height: sizePx,
      'stroke-width': 2.6,
      'aria-hidden': 'true',
    });
  drawn.set(kind, pattern);
  return pattern.cloneNode(true);
}
