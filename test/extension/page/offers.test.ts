/** A persona's words and materials in the strip: copied by a click, never put in, their use counted (DEF7). */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sample } from '../../../extension/sites/sample.ts';
import { background, element, overlayOn, press, settled, STRIP, strips, type Background } from './stage.ts';

let stop: AbortController;
let known: Background;
let clipboard: string[];

const OFFERS = {
  key: 'k',
  label: 'Words for Director',
  copied: 'copied',
  items: [
    {
      title: 'A full calendar without the phone',
      copies: 'A full calendar without the phone',
      label: 'copy',
      material: null,
    },
    { title: 'Guide', copies: 'https://ours.example/guide', label: 'copy link', material: 'guide' },
  ],
};

beforeEach(() => {
  stop = new AbortController();
  known = background();
  clipboard = [];
  known.answer['page.compose'] = () => ({ strip: { ...STRIP, offers: OFFERS } });
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: async (text: string) => void clipboard.push(text) },
  });
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const on = () =>
  overlayOn(
    '<form data-compose><input name="to" value="m@clinic.test"><textarea data-write></textarea></form>',
    sample,
    known,
    stop,
  );
const menu = () => strips()[0]?.querySelector<HTMLElement>('.line button');
const copies = () => [...(strips()[0]?.querySelectorAll<HTMLElement>('li button') ?? [])];
const use = (button: HTMLElement | undefined | null) => button && press(button);

test('[DEF7] closed until asked for, one line an offer, each said by name', async () => {
  await on();
  expect(menu()?.textContent).toBe('Words for Director');
  expect(menu()?.getAttribute('aria-expanded')).toBe('false');
  expect(strips()[0]?.querySelector('ul')?.hidden).toBe(true);
  use(menu());
  expect(menu()?.getAttribute('aria-expanded')).toBe('true');
  expect(copies().map((each) => each.getAttribute('aria-label'))).toEqual([
    'copy: A full calendar without the phone',
    'copy link: Guide',
  ]);
});

test('[DEF7] a click copies and counts a material once; the mail itself is left alone', async () => {
  await on();
  use(menu());
  use(copies()[0]);
  use(copies()[1]);
  await settled();
  use(copies()[1]);
  await settled();
  expect(clipboard).toEqual([
    OFFERS.items[0]?.copies,
    'https://ours.example/guide',
    'https://ours.example/guide',
  ]);
  expect(known.asked('page.used')).toEqual([{ key: 'k', material: 'guide' }]);
  expect(copies()[1]?.textContent).toBe('copied');
  expect((element('textarea') as HTMLTextAreaElement).value).toBe('');
});

test('[OVR2] a click the page makes up copies nothing', async () => {
  await on();
  copies()[1]?.click();
  await settled();
  expect(clipboard).toEqual([]);
});

test('[DEF7] what could not be copied is not counted', async () => {
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: () => Promise.reject(new Error('no')) },
  });
  document.execCommand = () => false;
  await on();
  use(copies()[1]);
  await settled();
  expect(known.asked('page.used')).toEqual([]);
});
