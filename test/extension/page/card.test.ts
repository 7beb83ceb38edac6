/** The card's place on the page: a frame of the extension's own, opened by one nonce, closed by the person. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCardHost, type CardHost } from '../../../extension/page/card.ts';
import { createChip, type Chip } from '../../../extension/page/chip.ts';
import { background, chipView, hosts, insideOf, key, press, settled, type Background } from './stage.ts';

// A frame that loads is the journeys' business; here it must not look for one.
const FRAME_URL = 'about:blank?card.html';

let stop: AbortController;
let known: Background;
let cards: CardHost;
let chip: Chip;

beforeEach(() => {
  stop = new AbortController();
  known = background();
  cards = createCardHost({ ask: known.ask, frameUrl: FRAME_URL }, stop.signal);
  chip = createChip(chipView({ key: 'tab-handle-7' }), Date.now(), (one) => cards.toggle(one));
  document.body.append(chip.host);
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

const dialog = () =>
  hosts()
    .map((host) => insideOf(host).querySelector('dialog'))
    .find((found) => found !== null);

async function open() {
  const button = insideOf(chip.host).querySelector('button');
  if (button) press(button);
  await settled();
}

test('[OVR2] the card is a frame of the extension, named by a nonce and by nothing personal', async () => {
  await open();
  expect(known.asked('page.card')).toEqual([{ key: 'tab-handle-7' }]);
  const frame = dialog()?.querySelector('iframe');
  expect(frame?.getAttribute('src')).toBe(`${FRAME_URL}#nonce-1`);
  expect(dialog()?.open).toBe(true);
});

test('Escape closes it and focus returns to the chip; the page does not hear that Escape', async () => {
  await open();
  const event = key(document.body, { key: 'Escape' });
  expect(event.defaultPrevented).toBe(true);
  expect(dialog()).toBeUndefined();
  expect(document.activeElement).toBe(chip.host);
});

test('a press outside closes it; a press on the chip toggles it', async () => {
  await open();
  press(document.body);
  expect(dialog()).toBeUndefined();
  await open();
  expect(dialog()).toBeDefined();
  await open();
  expect(dialog()).toBeUndefined();
});

test('[OVR2] presses and messages the page makes up do not close it', async () => {
  await open();
  document.body.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  window.dispatchEvent(new MessageEvent('message', { data: { combinado: 'close' }, source: window }));
  expect(dialog()).toBeDefined();
});

test('[OVR2] a frame the page moved has spent its nonce: the card goes', async () => {
  await open();
  const frame = dialog()?.querySelector('iframe');
  frame?.dispatchEvent(new Event('load'));
  frame?.dispatchEvent(new Event('load'));
  expect(dialog()).toBeUndefined();
});

test('without a nonce there is no frame', async () => {
  known.answer['page.card'] = () => null;
  await open();
  expect(dialog()).toBeUndefined();
});

test('[OVR4] nothing of it is left after an abort', async () => {
  await open();
  stop.abort();
  expect(hosts()).toEqual([chip.host]);
});
