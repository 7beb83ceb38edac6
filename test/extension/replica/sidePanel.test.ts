/** The panel beside the page opens in the turn of a card's own click, and for nobody else. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openBeside } from '../../../extension/replica/sidePanel.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const BASE = 'chrome-extension://combinado/';
const open = vi.fn<(where: { readonly tabId: number }) => Promise<void>>(async () => undefined);
const card = { id: 'combinado', url: `${BASE}card.html#nonce`, tab: { id: 7 } } as never;
const pin = { type: 'panel.pin', ask: { leadId: 'marina' } };

beforeEach(() => void Object.assign(fakeBrowser, { sidePanel: { open } }));
afterEach(() => {
  open.mockClear();
  Reflect.deleteProperty(fakeBrowser, 'sidePanel');
});

test('[OVR2] a card that keeps its lead opens the panel in its own tab, at once', () => {
  expect(openBeside(pin, card, BASE)).toBe(true);
  expect(open).toHaveBeenCalledWith({ tabId: 7 });
});

test.each([
  ['a page', pin, { id: 'combinado', url: 'https://mail.example/card.html', tab: { id: 7 } }],
  ['another page of ours', pin, { id: 'combinado', url: `${BASE}options.html`, tab: { id: 7 } }],
  [
    'a page that only looks like ours',
    pin,
    { id: 'combinado', url: `https://x/${BASE}card.html`, tab: { id: 7 } },
  ],
  ['letting go', { type: 'panel.pin', ask: { leadId: null } }, card],
  ['another message', { type: 'panel.hello', ask: { leadId: 'marina' } }, card],
  ['no message', null, card],
])('%s opens nothing', (_, message, from) => {
  expect(openBeside(message, from as never, BASE)).toBe(false);
  expect(open).not.toHaveBeenCalled();
});

test('where there is no such panel nothing happens', () => {
  Reflect.deleteProperty(fakeBrowser, 'sidePanel');
  expect(openBeside(pin, card, BASE)).toBe(false);
});
