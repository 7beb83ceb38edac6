/** The overlay on pages of a real Chromium: real mouse and keyboard, what it asks told to the test. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest';
import { findChromium } from '../../support/chromium.ts';
import { overlayScript } from './overlayScript.ts';

export const MARINA = 'marina@clinicavida.test';
export const RAFAEL = 'rafael@nunes.test';
export const TIMED = { timeout: 60_000 };

export interface Opened {
  readonly page: Page;
  /** Everything asked so far of one kind. */
  asked(type: string): unknown[];
}

export interface Looks {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
}

/** To be called once in a file; its tests are skipped where there is no browser. */
export function realPages(): (url: string, html: string, site: string, looks?: Looks) => Promise<Opened> {
  const executable = findChromium();
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

  return async (url, html, site, { width = 1100, height = 760, ...looks } = {}) => {
    const context = await browser?.newContext({ viewport: { width, height }, ...looks });
    if (!context) throw new Error('no browser');
    onTestFinished(() => context.close());
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    const log: { type: string; body: unknown }[] = [];
    await context.exposeBinding('asked', (_, type: string, body: string) => {
      log.push({ type, body: JSON.parse(body) });
    });
    await context.addInitScript({ content: script });
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate((id) => window.combinado.start(id), site);
    await page.waitForTimeout(250);
    return { page, asked: (type) => log.filter((each) => each.type === type).map(({ body }) => body) };
  };
}

/** Pictures for whoever wants to look: `SHOTS=folder`. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

/** The middle of a button of ours by its accessible name: its root is closed, the accessibility tree is not. */
export async function pointOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const node = nodes.find(({ role, name: called }) => role?.value === 'button' && called?.value === name);
  if (!node?.backendDOMNodeId) throw new Error(`nothing is called ${name}`);
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendDOMNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  await session.detach();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** How many chips the page shows. */
export async function chipsIn(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const chips = nodes.filter(
    ({ role, name }) => role?.value === 'button' && String(name?.value ?? '').startsWith('Combinado:'),
  );
  return chips.length;
}
