// @vitest-environment node
/** Every state of the card as Chromium draws it, in each language, light and dark: no fault axe knows, nothing cut off. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../shared/lead/vocabulary.ts';
import { cardWords } from '../../../shared/messages/card/index.ts';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { findChromium } from '../../support/chromium.ts';

const executable = findChromium();
const TIMED = { timeout: 300_000 };
const folder = mkdtempSync(join(tmpdir(), 'combinado-card-'));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  response.setHeader('content-type', TYPES[extname(pathname)] ?? 'text/html');
  const file = join(folder, pathname);
  response.end(existsSync(file) ? readFileSync(file) : '');
});
let browser: Browser | undefined;
let port = 0;

beforeAll(async () => {
  if (!executable) return;
  await build({
    configFile: false,
    logLevel: 'error',
    root: new URL('../../..', import.meta.url).pathname,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { input: new URL('cardPreview.html', import.meta.url).pathname },
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
}, 120_000);

beforeEach(({ skip }) => {
  if (!executable) skip('no Chrome or Chromium to draw the card with');
});

afterAll(async () => {
  await browser?.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One page for many states: a context for each would cost more than what is looked at. */
async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  if (!browser) throw new Error('no browser');
  const context = await browser.newContext({ viewport: { width: 380, height: 700 }, ...options });
  return context.newPage();
}

async function show(page: Page, query: string): Promise<Page> {
  await page.goto(`http://127.0.0.1:${port}/test/extension/panels/cardPreview.html?${query}`);
  await page.locator('main').waitFor();
  return page;
}

/** What axe finds, and how far the page runs over its own width. */
async function faultsOf(page: Page, where: string): Promise<readonly string[]> {
  // Nothing here holds frames: the quick way, without a page of its own to gather them in, does.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(over > 0 ? [`${where}: ${over} px wider than the window`] : []),
  ];
}

const STATES = [
  'card=fresh',
  'card=tried',
  'card=late',
  'card=paused',
  'card=unassigned',
  'card=returned',
  'card=manager',
  'card=accepted',
  'card=ready',
  'card=won',
  'card=trial',
  'card=opted',
  'card=excluded',
  'card=fresh&types',
  'card=fresh&unsure',
  'state=foreign',
  'state=stranger',
  'state=stranger&unsure',
  'state=out',
  'state=failed',
  'state=gone',
  'state=choose',
  'state=loading',
];

describe.for(LANGUAGES)('%s', (language) => {
  test('[OVR1] every state in light and in dark', TIMED, async () => {
    const faults: string[] = [];
    const page = await newPage();
    for (const state of STATES) {
      await show(page, `lang=${language}&${state}`);
      await page.locator('details').evaluateAll((all: HTMLDetailsElement[]) => {
        for (const each of all) each.open = true;
      });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        faults.push(...(await faultsOf(page, `${state} ${colorScheme}`)));
      }
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('every form', TIMED, async () => {
    const faults: string[] = [];
    const page = await newPage({ colorScheme: language === 'es' ? 'dark' : 'light' });
    for (const [card, label] of formsIn(language)) {
      await show(page, `lang=${language}&card=${card}`);
      const more = page.getByRole('button', { name: messagesFor(language).card.more, exact: true });
      if (await more.count()) await more.click();
      await page.getByRole('button', { name: label, exact: true }).click();
      await page.locator('.chooser').waitFor();
      faults.push(...(await faultsOf(page, label)));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

function formsIn(language: Language): readonly (readonly [card: string, label: string])[] {
  const { card, words } = messagesFor(language);
  const { actions } = cardWords(language);
  return [
    ['fresh', words.channels.call],
    ['fresh', card.giveBack],
    ['fresh', card.disqualify],
    ['fresh', actions.reply],
    ['fresh', actions.snooze],
    ['fresh', actions.optOut],
    ['opted', actions.optIn],
    ['manager', actions.assign],
    ['returned', actions.contest],
    ['fresh', actions.propose],
    ['accepted', actions.move],
    ['accepted', card.giveBack],
  ];
}

test.for([
  ['320 px wide', { viewport: { width: 320, height: 700 } }],
  ['at twice its size', { viewport: { width: 190, height: 430 } }],
  ['in forced colours', { forcedColors: 'active' }],
] as const)('nothing is cut off %s', TIMED, async ([, options]) => {
  const faults: string[] = [];
  const page = await newPage(options);
  for (const language of LANGUAGES)
    for (const state of ['card=tried', 'card=manager', 'card=fresh&types', 'state=stranger']) {
      await show(page, `lang=${language}&${state}`);
      const more = page.getByRole('button', { name: messagesFor(language).card.more, exact: true });
      if (await more.count()) await more.click();
      faults.push(...(await faultsOf(page, `${language} ${state}`)));
    }
  expect(faults).toEqual([]);
  await page.context().close();
});

test('nothing moves for whoever asked for less motion', TIMED, async () => {
  const page = await show(await newPage({ reducedMotion: 'reduce' }), 'lang=en&state=loading');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.context().close();
});

test(
  '[OVR2] the keyboard alone goes through the whole card in order and is never trapped',
  TIMED,
  async () => {
    const page = await show(await newPage(), 'lang=en&card=manager');
    const seen: string[] = [];
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return null;
        return at.getAttribute('aria-label') ?? at.textContent.trim();
      });
      if (name === null) break;
      seen.push(name);
    }
    expect(seen).toEqual([
      'Call +55 11 98888-1234',
      'Answer: What is the budget?',
      'Answer: What problem do they want to solve?',
      'Copy: predictability',
      'Copy: return',
      'Copy: one agreement',
      'Case: a clinic in São Paulo',
      'Copy: Case: a clinic in São Paulo',
      'One page on returns',
      'Copy: One page on returns',
      'Open Carla Reis',
      'Open Davi Moura',
      'History5',
      'Call',
      'Email',
      'WhatsApp',
      'Meeting',
      'Accept',
      'Return…',
      'More…',
      'Definitions v7 · signed 12 Nov',
      'Close',
    ]);
    await page.context().close();
  },
);

test('the keyboard alone snoozes a lead and comes back to where it was', TIMED, async () => {
  const page = await show(await newPage(), 'lang=en');
  const { keyboard } = page;
  await page.getByRole('button', { name: 'More…' }).focus();
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Snooze…' }).focus();
  await keyboard.press('Enter');
  const typing = () => page.evaluate(() => document.activeElement?.matches('.chooser input[type=date]'));
  await expect.poll(typing, { timeout: 20_000 }).toBe(true);
  await keyboard.type('11202026');
  for (const reason of ['Tab', 'Tab']) await keyboard.press(reason);
  await page.getByRole('button', { name: 'On vacation' }).focus();
  await keyboard.press('Enter');
  await page.locator('.said [role=status]', { hasText: /\S/ }).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: 20_000 })
    .toBe('Snooze…');
  await page.context().close();
});
