// @vitest-environment node
/** What only a real browser lays out: lists of thousands of lines, and frames of another origin. */
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Frame, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../../support/chromium.ts';
import { overlayScript } from './overlayScript.ts';

const executable = findChromium();
const TIMED = { timeout: 60_000 };
const LINES = 8_000;
/** Leads, as `inChromium.ts` has them. */
const LEADS: Readonly<Record<number, string>> = {
  6_000: 'marina@clinicavida.test',
  7_999: 'rafael@nunes.test',
};
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

/** @param pages what stands at each address. */
async function open(pages: Readonly<Record<string, string>>): Promise<{ page: Page; asked: string[] }> {
  const context = await browser?.newContext({ viewport: { width: 1100, height: 760 } });
  if (!context) throw new Error('no browser');
  onTestFinished(() => context.close());
  const asked: string[] = [];
  await context.exposeBinding('asked', (_, type: string) => void asked.push(type));
  await context.addInitScript({ content: script });
  for (const [url, body] of Object.entries(pages))
    await context.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
  const page = await context.newPage();
  await page.goto(Object.keys(pages)[0] ?? '');
  return { page, asked };
}

const CRM = 'https://crm.test/';
function list(style: string): string {
  const lines = Array.from({ length: LINES }, (_, n) => {
    const email = LEADS[n] ?? `stranger${n}@nowhere.test`;
    return `<tr><td><a href="mailto:${email}">Person ${n}</a></td></tr>`;
  });
  return `<!doctype html><style>.only tr:not(.match){display:none}</style><input><div id="box" style="${style}"><table><tbody>${lines.join('')}</tbody></table></div>`;
}

/** Numbers of the lines that carry a chip. */
const chipped = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('combinado-ui')].map((host) => host.closest('tr')?.rowIndex ?? -1),
  );
const toLine = (page: Page, n: number) =>
  page.evaluate((at) => document.querySelectorAll('tr')[at]?.scrollIntoView({ block: 'center' }), n);

describe('[OVR1] of a list of 8,000 lines those in sight have their chips', TIMED, () => {
  for (const [where, style] of [
    ['the page', ''],
    ['a box of it', 'height:500px;overflow:auto'],
  ] as const)
    test(`that scrolls in ${where}, jumping far and back`, async () => {
      const { page } = await open({ [CRM]: list(style) });
      await page.evaluate(() => window.combinado.start('generic'));
      await toLine(page, 6_000);
      await expect.poll(() => chipped(page), { timeout: 10_000 }).toEqual([6_000]);
      await toLine(page, 7_999);
      await expect.poll(() => chipped(page), { timeout: 10_000 }).toEqual([7_999]);
      await toLine(page, 6_003);
      await expect.poll(() => chipped(page), { timeout: 10_000 }).toEqual([6_000]);
      await toLine(page, 0);
      await expect.poll(() => chipped(page), { timeout: 10_000 }).toEqual([]);
    });

  test('that is filtered by what is typed', async () => {
    const { page } = await open({ [CRM]: list('') });
    await page.evaluate(() => window.combinado.start('generic'));
    await page.evaluate(() => {
      document.querySelector('input')?.addEventListener('input', () => {
        document.querySelectorAll('tr')[6_000]?.classList.add('match');
        document.querySelector('table')?.classList.add('only');
      });
    });
    await page.locator('input').fill('marina');
    await expect.poll(() => chipped(page), { timeout: 10_000 }).toEqual([6_000]);
  });
});

test(
  '[OVR1] a preview in a frame of another origin has its chip once it is in sight, and it opens',
  TIMED,
  async () => {
    const [outer, inner] = ['https://mail.test/', 'https://preview.other.test/'];
    const { page, asked } = await open({
      [outer]: `<!doctype html><div style="height:3000px"></div><iframe src="${inner}" style="width:900px;height:500px"></iframe>`,
      [inner]: readFileSync(
        new URL('../../fixtures/sites/roundcube/2026-11-21-preview.html', import.meta.url),
        'utf8',
      ).replaceAll('bjorn@fjordworks.test', 'marina@clinicavida.test'),
    });
    const frame = page.frame({ url: inner });
    if (!frame) throw new Error('no frame');
    await frame.evaluate(() => window.combinado.start('roundcube'));
    await page.waitForTimeout(500);
    expect(await hostsIn(frame)).toBe(0);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await expect.poll(() => hostsIn(frame), { timeout: 10_000 }).toBe(1);
    // The host has no height: the chip stands around its middle.
    const at = await frame.evaluate(() => {
      const { left, top } = document.querySelector('combinado-ui')?.getBoundingClientRect() ?? new DOMRect();
      return { left, top };
    });
    const box = await page.locator('iframe').boundingBox();
    await page.mouse.click((box?.x ?? 0) + at.left + 10, (box?.y ?? 0) + at.top);
    await expect.poll(() => asked.includes('page.card'), { timeout: 10_000 }).toBe(true);
  },
);

const hostsIn = (frame: Frame) => frame.evaluate(() => document.querySelectorAll('combinado-ui').length);
