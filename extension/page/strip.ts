/**
 * The line above a mail being written: what sending it does to the agreement, for its author's eyes
 * only (OVR3), with a switch not to count this mail (ATT1).
 */
import type { StripView } from '../../shared/ui/buildStrip.ts';
import { icon } from './icons.ts';
import { PALETTE, isDark } from './palette.ts';
import { element, keepToOurselves, surface } from './surface.ts';

const LAYOUT = 'display:block!important;width:auto!important;';
const CSS = `.strip{display:flex;gap:10px;align-items:center;padding:8px 14px;font-size:12.5px;line-height:1.45;font-weight:600;border:1px solid transparent}
.text{flex:1;min-width:0}
svg{flex:none}
button{all:unset;cursor:pointer;font-weight:500;text-decoration:underline;white-space:nowrap}
button:focus-visible{outline:2px solid currentColor;outline-offset:2px}
@media(forced-colors:active){.strip{border-color:CanvasText}}
@media print{:host{display:none!important}}
${PALETTE}`;

export interface Strip {
  readonly host: HTMLElement;
  update(view: StripView, counted: boolean): void;
}

/** @param toggle the person used the switch. */
export function createStrip(toggle: () => void): Strip {
  const { host, root } = surface(LAYOUT, CSS);
  const line = element('div');
  const shape = element('span');
  shape.style.display = 'contents';
  const text = element('span', 'text');
  text.setAttribute('role', 'status');
  const button = element('button');
  button.type = 'button';
  line.append(shape, text, button);
  root.append(line);
  keepToOurselves(line);
  button.addEventListener('click', (event) => {
    event.preventDefault();
    if (event.isTrusted) toggle();
  });
  return {
    host,
    update(view, counted) {
      const dark = host.parentElement !== null && isDark(host.parentElement);
      line.className = `ui strip ${view.tone}${dark ? ' dark' : ''}`;
      shape.replaceChildren(icon(view.tone === 'late' || view.tone === 'stop' ? 'alert' : 'timer', 13));
      const words = counted || view.counts.length === 0 ? view.text : view.uncounted;
      if (text.textContent !== words) text.textContent = words;
      button.hidden = view.counts.length === 0;
      button.textContent = counted ? view.discountLabel : view.countLabel;
    },
  };
}
