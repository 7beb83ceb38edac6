/**
 * The line above a message being written, for its author's eyes only (OVR3): what is said, a few buttons,
 * and the persona's words and materials, each copied by one click and never put in by itself (DEF7).
 */
import type { OfferView, OffersView } from '../../shared/ui/buildOffers.ts';
import { copyText } from './copy.ts';
import { ICON_CSS, icon } from './icons.ts';
import { PALETTE, isDark, type Colour } from './palette.ts';
import { element, keepToOurselves, surface } from './surface.ts';

const LAYOUT = 'display:block!important;width:auto!important;';
const CSS = `.strip{font-size:12.5px;line-height:1.45;border:1px solid transparent;max-height:40vh;overflow:auto}
.line{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:center;padding:8px 14px;font-weight:600}
.text{flex:1 1 65%;min-width:0}
.mark{display:contents}
.doings{display:flex;flex-wrap:wrap;gap:4px 10px}
${ICON_CSS}
button{all:unset;cursor:pointer;font-weight:500;text-decoration:underline;white-space:nowrap}
button:focus-visible{outline:2px solid currentColor;outline-offset:2px}
ul{margin:0;padding:0 14px 8px 37px;list-style:none}
li{display:flex;gap:10px;padding:3px 0}
li span{flex:1;min-width:0;overflow-wrap:anywhere}
@media(forced-colors:active){.strip{border-color:CanvasText}}
${PALETTE}`;

export interface StripFace {
  readonly tone: Colour;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  readonly offers?: OffersView | undefined;
}

export interface Strip {
  readonly host: HTMLElement;
  update(face: StripFace): void;
}

/**
 * @param press the person used one of the buttons.
 * @param used an offer was copied.
 */
export function createStrip(
  press: (id: string) => void,
  used: (offer: OfferView, offers: OffersView) => void,
): Strip {
  const { host, root } = surface(LAYOUT, CSS);
  const strip = element('div');
  const line = element('div', 'line');
  const mark = element('span', 'mark');
  const text = element('span', 'text');
  text.setAttribute('role', 'status');
  const list = element('ul');
  list.hidden = true;
  const more = element('button');
  more.type = 'button';
  onUse(more, () => {
    list.hidden = !list.hidden;
    more.setAttribute('aria-expanded', String(!list.hidden));
  });
  const buttons = element('span', 'mark');
  const doings = element('span', 'doings');
  doings.append(more, buttons);
  line.append(mark, text, doings);
  strip.append(line, list);
  root.append(strip);
  keepToOurselves(strip);
  let offered = '';

  function drawButtons(given: StripFace['buttons']): void {
    // Only a button that stays where it is keeps the focus of who just used it.
    const same = given.length === buttons.childElementCount && given.every(({ id }, at) => idAt(at) === id);
    if (!same) {
      buttons.replaceChildren(
        ...given.map(({ id }) => {
          const button = element('button');
          button.type = 'button';
          button.setAttribute('data-id', id);
          onUse(button, () => press(id));
          return button;
        }),
      );
    }
    for (const [at, { label }] of given.entries()) {
      const button = buttons.children[at];
      if (button && button.textContent !== label) button.textContent = label;
    }
  }
  const idAt = (at: number) => buttons.children[at]?.getAttribute('data-id');

  function drawOffers(offers: OffersView | undefined): void {
    const now = JSON.stringify(offers);
    if (now === offered) return;
    offered = now;
    more.hidden = !offers;
    list.hidden ||= !offers;
    more.setAttribute('aria-expanded', String(!list.hidden));
    more.textContent = offers?.label ?? '';
    const item = (offer: OfferView, of: OffersView) => {
      const copy = element('button', '', offer.label);
      copy.setAttribute('aria-label', `${offer.label}: ${offer.title}`);
      onUse(copy, async () => {
        if (!(await copyText(offer.copies)) || copy.textContent === of.copied) return;
        copy.textContent = of.copied;
        copy.setAttribute('aria-label', `${of.copied}: ${offer.title}`);
        used(offer, of);
      });
      const row = element('li');
      row.append(element('span', '', offer.title), copy);
      return row;
    };
    list.replaceChildren(...(offers?.items.map((offer) => item(offer, offers)) ?? []));
  }

  return {
    host,
    update({ tone, text: words, buttons: given, offers }) {
      const dark = host.parentElement !== null && isDark(host.parentElement);
      strip.className = `ui strip ${tone}${dark ? ' dark' : ''}`;
      mark.replaceChildren(icon(tone === 'late' || tone === 'stop' ? 'alert' : 'timer', 13));
      if (text.textContent !== words) text.textContent = words;
      drawButtons(given);
      drawOffers(offers);
    },
  };
}

function onUse(button: Element, act: () => unknown): void {
  button.addEventListener('click', (event) => {
    event.preventDefault();
    if (event.isTrusted) void act();
  });
}
