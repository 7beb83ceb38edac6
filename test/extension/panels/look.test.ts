// @vitest-environment node
/** The panels as Chromium draws them: no fault axe knows, nothing cut off, and the proof of visibility. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findChromium } from '../../support/chromium.ts';

const executable = findChromium();
const TIMED = { timeout: 60_000 };
const PATIENT = { timeout: 20_000 };
const folder = mkdtempSync(join(tmpdir(), 'combinado-panels-'));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A page that holds the card as the overlay does: a dialog in a closed root. */
const HOLDER = `<h1>Inbox</h1><script>
const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
root.innerHTML = '<dialog style="position:fixed;width:380px;height:600px;padding:0"><iframe style="width:100%;height:100%"></iframe></dialog>';
root.querySelector('iframe').src = new URLSearchParams(location.search).get('frame');
root.querySelector('dialog').show();
</script>`;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  response.setHeader('content-type', TYPES[extname(pathname)] ?? 'text/html');
  const file = join(folder, pathname);
  response.end(pathname === '/' ? HOLDER : existsSync(file) ? readFileSync(file) : '');
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
      rollupOptions: { input: new URL('preview.html', import.meta.url).pathname },
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
}, 120_000);

beforeEach(({ skip }) => {
  if (!executable) skip('no Chrome or Chromium to draw the panels with');
});

afterAll(async () => {
  await browser?.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const preview = (query: string, host = '127.0.0.1') =>
  `http://${host}:${port}/test/extension/panels/preview.html?${query}`;

async function open(url: string, options: BrowserContextOptions = {}) {
  if (!browser) throw new Error('no browser');
  const context = await browser.newContext({ viewport: { width: 380, height: 860 }, ...options });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const LOOKS: readonly (readonly [
  name: string,
  query: string,
  options: BrowserContextOptions,
  click?: string,
])[] = [
  ['the card in light', 'lang=pt-BR&tried', {}],
  ['the card in dark', 'lang=es&tried', { colorScheme: 'dark' }],
  ['the card in forced colours', 'lang=en&tried', { forcedColors: 'active' }],
  ['the card 320 wide', 'lang=pt-BR', { viewport: { width: 320, height: 600 } }],
  ['the card at twice its size', 'lang=pt-BR', { viewport: { width: 190, height: 430 } }],
  ['the outcomes of a call', 'lang=en', {}, 'Call'],
  ['the reasons to return', 'lang=pt-BR', {}, 'Devolver…'],
  ['an expired card', 'lang=en&gone', {}],
];

test.for(LOOKS)(
  '%s has no fault axe knows, and nothing is cut off',
  TIMED,
  async ([, query, options, click]) => {
    const page = await open(preview(query), options);
    await page.locator('main:not([aria-busy=true])').waitFor();
    if (click) await page.getByRole('button', { name: click, exact: true }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.context().close();
  },
);

test('the keyboard alone logs an attempt, and sees where it is', TIMED, async () => {
  const page = await open(preview('lang=pt-BR'));
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.getByRole('button', { name: 'Ligação' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(focused, PATIENT).toBe('Conversou');
  expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Tentativa registrada').waitFor();
  await expect.poll(focused, PATIENT).toBe('Ligação');
  await page.context().close();
});

test('[OVR2] only a person’s own gesture acts', TIMED, async () => {
  const page = await open(preview('lang=pt-BR'));
  const call = page.getByRole('button', { name: 'Ligação' });
  await call.evaluate((button: HTMLButtonElement) => button.click());
  expect(await page.getByRole('button', { name: 'Conversou' }).count()).toBe(0);
  await call.click();
  await page.getByRole('button', { name: 'Conversou' }).waitFor();
  await page.context().close();
});

test('[OVR2] what cannot be undone goes away as soon as the page covers the frame', TIMED, async () => {
  const page = await open(
    `http://127.0.0.1:${port}/?frame=${encodeURIComponent(preview('lang=pt-BR&prove', 'localhost'))}`,
    { viewport: { width: 900, height: 700 } },
  );
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  await expect.poll(() => frame.getByRole('button', { name: 'Aceitar' }).isEnabled(), PATIENT).toBe(true);
  // A sheet nobody can see, over everything.
  await page.evaluate(() => {
    const cover = document.body.appendChild(document.createElement('div'));
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
  });
  await expect.poll(() => frame.getByRole('button', { name: 'Aceitar' }).count(), PATIENT).toBe(0);
  expect(await frame.getByRole('button', { name: 'Ligação' }).count()).toBe(1);
  await page.context().close();
});
