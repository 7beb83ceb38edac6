/** The card's place on the page: a frame of the extension's own, opened by one nonce, closed by the person. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCardHost, type CardHost } from '../../../extension/page/card.ts';
import { createChip, type Chip } from '../../../extension/page/chip.ts';
import {
  background,
  chipView,
  hosts,
  insideOf,
  key,
  press,
  settled,
  trusted,
  type Background,
} from './stage.ts';

// A frame that loads is the journeys' business; here it must not look for one.
const FRAME_URL = 'about:blank?card.html';
const ORIGIN = new URL(FRAME_URL).origin;

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

/** The pointer comes over the chip and stays there, as before a press. */
async function approach() {
  chip.host.dispatchEvent(trusted(new MouseEvent('pointerover', { bubbles: true, composed: true })));
  await settled();
}

/** What the frame was told since, in its own window; it says first that it listens. */
function listening(): unknown[] {
  const inside = dialog()?.querySelector('iframe')?.contentWindow;
  if (!inside) throw new Error('no frame');
  const told: unknown[] = [];
  vi.spyOn(inside, 'postMessage').mockImplementation((...all: unknown[]) => void told.push(all));
  says({ combinado: 'ready' }, inside);
  return told;
}

/** A message at the page's window, as from the frame. */
function says(data: unknown, source: Window | null | undefined, origin = ORIGIN) {
  window.dispatchEvent(trusted(new MessageEvent('message', { data, source: source ?? null, origin })));
}

async function open() {
  const button = insideOf(chip.host).querySelector('button');
  if (button) press(button);
  await settled();
}

test('[OVR2] the card is a frame of the extension; its nonce goes into it alone, and nothing personal', async () => {
  await open();
  expect(known.asked('page.card')).toEqual([{ key: 'tab-handle-7' }]);
  expect(dialog()?.querySelector('iframe')?.getAttribute('src')).toBe(FRAME_URL);
  expect(dialog()?.open).toBe(true);
  expect(listening()).toEqual([[{ combinado: 'open', nonce: 'nonce-1' }, ORIGIN]]);
});

test('[OVR2] whoever comes near finds it ready: shown nowhere, told nothing, and asked for once', async () => {
  await approach();
  expect(dialog()?.open).toBe(false);
  const frame = dialog()?.querySelector('iframe');
  const told = listening();
  expect(told).toEqual([]);
  await open();
  expect(dialog()?.querySelector('iframe')).toBe(frame);
  expect(dialog()?.open).toBe(true);
  expect(told).toEqual([[{ combinado: 'open', nonce: 'nonce-1' }, ORIGIN]]);
  expect(known.asked('page.card')).toHaveLength(1);
});

test('a pointer that only passes makes nothing ready, nor one the page makes up', async () => {
  chip.host.dispatchEvent(trusted(new MouseEvent('pointerover', { bubbles: true, composed: true })));
  document.body.dispatchEvent(trusted(new MouseEvent('pointerover', { bubbles: true, composed: true })));
  await settled();
  chip.host.dispatchEvent(new MouseEvent('pointerover', { bubbles: true, composed: true }));
  await settled();
  expect(dialog()).toBeUndefined();
  expect(known.asked('page.card')).toEqual([]);
});

test('[OVR2] what a page removed, moved or loaded again is not what opens', async () => {
  const tampered = [
    (host: Element) => host.remove(),
    (host: Element) => document.body.append(host),
    (host: Element) => {
      const frame = insideOf(host).querySelector('iframe');
      for (let load = 0; load < 2; load += 1) frame?.dispatchEvent(new Event('load'));
    },
  ];
  for (const tamper of tampered) {
    await approach();
    const host = hosts().find((each) => insideOf(each).querySelector('dialog'));
    if (!host) throw new Error('nothing was made ready');
    tamper(host);
    await open();
    expect(host.isConnected).toBe(false);
    expect(dialog()?.open).toBe(true);
    await open();
    expect(dialog()).toBeUndefined();
  }
});

test('[OVR2] nobody else is heard in the name of the frame', async () => {
  await open();
  const inside = dialog()?.querySelector('iframe')?.contentWindow;
  says({ combinado: 'close' }, window);
  says({ combinado: 'close' }, inside, 'https://elsewhere.test');
  const made = { data: { combinado: 'close' }, source: inside ?? null, origin: ORIGIN };
  window.dispatchEvent(new MessageEvent('message', made));
  expect(dialog()).toBeDefined();
  says({ combinado: 'close' }, inside);
  expect(dialog()).toBeUndefined();
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
  cards = createCardHost({ ask: known.ask, frameUrl: FRAME_URL }, (stop = new AbortController()).signal);
  await approach();
  expect(dialog()).toBeDefined();
  stop.abort();
  expect(hosts()).toEqual([chip.host]);
});
