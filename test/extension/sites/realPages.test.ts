// @vitest-environment node
/**
 * Saved pages in a real Chromium, with everybody on them a lead: a chip beside each that can be seen and
 * pressed, in a row as high as before, left to right and right to left, dark, in forced colours, zoomed.
 */
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findChromium } from '../../support/chromium.ts';
import { overlayScript } from '../page/overlayScript.ts';
import { DARK, LOOKS } from './looks.ts';
import { ALL_SITES, SAVED_PAGES, type SavedPage } from './savedPages.ts';

const executable = findChromium();
const TIMED = { timeout: 120_000 };
/** A grid without its styles is one column thousands of pixels long, and chips wait to be in sight. */
const HIGH = 26_000;
let script = '';
let browser: Browser | undefined;

beforeAll(async () => {
  if (!executable) return;
  script = await overlayScript();
  browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
}, 120_000);
beforeEach(({ skip }) => {
  if (!executable) skip('no Chrome or Chromium here: install one, or set CHROME_PATH');
});
afterAll(() => browser?.close());

/** Keys of whoever has a chip there; a message or a record shows a lead once, a list in each line. */
function expectedChips({ expected }: SavedPage): number {
  const { list = [], record = [], message = [], compose = [] } = expected.reading;
  const pills = ALL_SITES.find(({ id }) => id === expected.site)?.compose?.chips !== undefined;
  const recipients = pills ? compose.flatMap(({ to, cc, bcc }) => [...to, ...cc, ...bcc]) : [];
  return list.length + recipients.length + new Set(record).size + new Set(message).size;
}

interface Seen {
  /** Elements that are not as high as before, by what they are. */
  readonly grown: readonly string[];
  /** Chips whose beginning or middle the page hides or lies over. */
  readonly hidden: readonly string[];
  /** Lines in which a chip leaves nothing to be read of what comes after it. */
  readonly pushed: readonly string[];
}

interface Look {
  readonly name: string;
  readonly options?: BrowserContextOptions;
  readonly style?: string;
  readonly direction?: 'ltr' | 'rtl';
}

async function look(saved: SavedPage, { name, options, style = '', direction }: Look): Promise<Seen> {
  shown = saved;
  const page = await open(options);
  // Not the same address with another hash: that would be no other page.
  await page.goto('about:blank');
  const { site, url } = saved.expected;
  await page.goto(url);
  await page.addStyleTag({ content: `${LOOKS[site] ?? 'body{font:14px/20px Arial}'}${style}` });
  if (direction) await page.evaluate((dir) => void (document.documentElement.dir = dir), direction);
  const known = ALL_SITES.find(({ id }) => id === site);
  // What holds a strip is as much higher as the strip is.
  const roots = [...(known?.compose?.roots ?? []), known?.chat?.strip.within[0] ?? 'no-compose'].join();
  const lines = known?.people.flatMap(({ view, rows }) => (view === 'list' ? rows : [])).join() || 'no-lines';
  await page.evaluate(measure, roots);
  await page.evaluate((id) => window.combinado.start(id, true), site);
  const wanted = expectedChips(saved);
  const { compose = [], record } = saved.expected.reading;
  const chat = known?.chat && record ? 1 : 0;
  const strips = compose.filter(({ to, cc }) => to.length + cc.length > 0).length + chat;
  const hosts = page.locator('combinado-ui:not(html > combinado-ui)');
  await expect.poll(() => hosts.count(), { timeout: 10_000 }).toBe(wanted + strips);
  const folder = process.env['SHOTS'];
  const clip = { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height: 700 };
  const path = `${folder}/${saved.name.replace('/', '-')}-${name}.png`;
  if (folder) await page.screenshot({ path, clip });
  return page.evaluate(compare, { roots, lines });
}

/** One page a look, for all saved pages in turn. */
const pages = new Map<string, Page>();
let shown: SavedPage | undefined;

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const name = JSON.stringify(options);
  const known = pages.get(name);
  if (known) return known;
  const context = await browser?.newContext({ viewport: { width: 1100, height: HIGH }, ...options });
  if (!context) throw new Error('no browser');
  await context.route('**/*', (route) =>
    route.request().resourceType() === 'document' && route.request().frame().parentFrame() === null
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown?.html ?? '' })
      : route.abort(),
  );
  await context.exposeBinding('asked', () => undefined);
  await context.addInitScript({ content: script });
  const page = await context.newPage();
  pages.set(name, page);
  return page;
}

/** Runs in the page: how high everything outside mails being written is. */
function measure(roots: string): void {
  const heights = new Map<Element, number>();
  for (const element of document.body.querySelectorAll('*'))
    if (!element.closest(roots) && !element.querySelector(roots))
      heights.set(element, element.getBoundingClientRect().height);
  Object.assign(window, { heights });
}

function compare({ roots, lines }: { readonly roots: string; readonly lines: string }): Seen {
  const heights: Map<Element, number> = Reflect.get(window, 'heights');
  const grown = [...heights].flatMap(([element, height]) => {
    const now = element.getBoundingClientRect().height;
    const same = Math.abs(now - height) < 0.5;
    return same ? [] : [`${element.localName}.${element.className} ${height} → ${now}`];
  });
  const hidden = [...document.querySelectorAll('body combinado-ui')].flatMap((host) => {
    const { left, top, right, width, height } = host.getBoundingClientRect();
    // The strip is as high as it is; a chip's host is a line without height through its middle.
    if (height > 1) return width > 100 || !host.closest(roots) ? [] : [`strip ${width}`];
    const first = getComputedStyle(host).direction === 'rtl' ? right - 10 : left + 10;
    const covered = [first, (left + right) / 2].filter((x) => document.elementFromPoint(x, top) !== host);
    const around = host.parentElement;
    return covered.length === 0 && width > 30 ? [] : [`${around?.localName}.${around?.className} ${width}`];
  });
  const pushed = [...document.querySelectorAll(lines)].flatMap((line) => {
    // From right to left a Latin name that does not fit loses its beginning, chip or none.
    if (getComputedStyle(line).direction === 'rtl') return [];
    const [host] = line.querySelectorAll('combinado-ui');
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    if (!host) return [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const after = host.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (!after || !text.nodeValue?.trim()) continue;
      const range = document.createRange();
      range.setStart(text, text.nodeValue.search(/\S/));
      range.setEnd(text, range.startOffset + 2);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return there?.contains(text) ? [] : [text.nodeValue];
    }
    return [];
  });
  return { grown, hidden, pushed };
}

/** Under a title as wide as the page, and on a card of a board, the chip has a line of its own. */
const OWN_LINE = /^odoo\/.*-(?:chatter|contact|lead)-|-board-/;

test.each(SAVED_PAGES.map((saved) => [saved.name, saved] as const))(
  '[OVR1] %s: every chip is seen and pressed, and nothing on the page is higher for it',
  TIMED,
  async (_name, saved) => {
    const { grown, ...seen } = await look(saved, { name: 'plain' });
    expect(seen).toEqual({ hidden: [], pushed: [] });
    expect(OWN_LINE.test(saved.name) ? [] : grown).toEqual([]);
  },
);

/** Cards of a board are as high as what is in them; lines of a list stand one below the other. */
const isList = ({ name, expected }: SavedPage) =>
  expected.reading.list !== undefined && !name.includes('board');
const LISTS = SAVED_PAGES.filter(
  (saved, index, all) =>
    isList(saved) &&
    all.findLastIndex((other) => other.expected.site === saved.expected.site && isList(other)) === index,
);

/** A window of 1,280 pixels, the width WCAG reckons with, at 200 %. */
const ZOOMED: BrowserContextOptions = { viewport: { width: 640, height: HIGH }, deviceScaleFactor: 2 };

describe.each<[string, Look]>([
  ['read the other way round', { name: 'turned', direction: 'rtl' }],
  ['on a dark page', { name: 'dark', style: DARK }],
  ['in forced colours', { name: 'forced', options: { forcedColors: 'active' } }],
  ['zoomed to twice the size', { name: 'zoomed', options: ZOOMED }],
])('%s', (_what, how) => {
  test.each(LISTS.map((saved) => [saved.expected.site, saved] as const))(
    '[OVR1] the list of %s keeps its lines as high, and its chips are seen',
    TIMED,
    async (_site, saved) => {
      expect(await look(saved, how)).toEqual({ grown: [], hidden: [], pushed: [] });
    },
  );
});
