// @vitest-environment node
/** Popup, side panel, options and first steps as Chromium draws them, in every state, theme and language. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import { settingsWords } from '../../../shared/messages/settings/index.ts';
import { findChromium } from '../../support/chromium.ts';
import { cutOff, drawPanels, faultsOf, type Drawn } from './drawn.ts';

const executable = findChromium();
const TIMED = { timeout: 120_000 };
/** `PICTURES=folder` keeps what was drawn there, to be looked at. */
const pictures = process.env['PICTURES'];
let drawn: Drawn | undefined;

beforeAll(async () => {
  if (executable) drawn = await drawPanels(executable);
}, 120_000);
beforeEach(({ skip }) => {
  if (!executable) skip('no Chrome or Chromium to draw the panels with');
});
afterAll(() => drawn?.close());

type Act = (page: Page, language: Language) => Promise<unknown>;
interface State {
  readonly query: string;
  readonly act?: Act;
}

const click =
  (name: (language: Language) => string): Act =>
  (page, language) =>
    page
      .getByRole('button', { name: name(language), exact: true })
      .first()
      .click();

const STATES: Readonly<Record<string, State>> = {
  'the day': { query: 'show=day' },
  'the day asking how a call went': {
    query: 'show=day',
    act: click((language) => `${messagesFor(language).popup.quick.call}: Rafael Nunes`),
  },
  'the day asking until when': {
    query: 'show=day',
    act: click((language) => `${dayWords(language).snooze} Rafael Nunes`),
  },
  'a later row opened': {
    query: 'show=day',
    act: click((language) => dayWords(language).actions('Teresa Prado')),
  },
  'the day with what is not settled': {
    query: 'show=day&unsettled',
    act: (page) => page.locator('.unsettled summary').click(),
  },
  'the day without the workspace': { query: 'show=day&problem' },
  'the day on trial': { query: 'show=day&trial' },
  'five hundred leads': { query: 'show=day&many' },
  'forty on a Monday': { query: 'show=day&monday' },
  'forty on a Monday by what is owed': {
    query: 'show=day&monday',
    act: (page) => page.locator('.filter button').nth(2).click(),
  },
  'an empty day': { query: 'show=day&empty' },
  'the first pull': { query: 'show=day&first' },
  'the day signed out': { query: 'show=day&out' },
  'the day revoked': { query: 'show=day&revoked' },
  search: { query: 'show=day', act: (page) => page.locator('input[type=search]').fill('zel') },
  notices: { query: 'show=day', act: click((language) => dayWords(language).notices.open(1)) },
  'the panel beside': { query: 'show=beside' },
  'the panel beside with a lead': {
    query: 'show=beside',
    act: click((language) => dayWords(language).panel.next),
  },
  'the panel beside past the last': {
    query: 'show=beside',
    async act(page, language) {
      const next = click((one) => dayWords(one).panel.next);
      for (let steps = 0; steps < 3; steps += 1) {
        await next(page, language);
        await page.waitForTimeout(50);
      }
    },
  },
  'options signed out': { query: 'show=options' },
  'options signed in': {
    query: 'show=options&in',
    act: click((language) => settingsWords(language).recorded.show),
  },
  'first steps, connect': { query: 'show=welcome' },
  'first steps, sites': {
    query: 'show=welcome&in',
    act: click((language) => settingsWords(language).welcome.next),
  },
  'first steps, inbox': {
    query: 'show=welcome&in',
    async act(page, language) {
      await click(() => settingsWords(language).welcome.next)(page, language);
      await click(() => settingsWords(language).welcome.next)(page, language);
    },
  },
};

const LIGHT: BrowserContextOptions = {};
const WIDE = { viewport: { width: 900, height: 1_000 } };
const HALF_PAGE = { viewport: { width: 450, height: 500 } };
const SIZES: Readonly<Record<string, BrowserContextOptions>> = {
  light: LIGHT,
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  // The popup's 380 px.
  'twice its size': { viewport: { width: 190, height: 400 } },
  '320 wide': { viewport: { width: 320, height: 600 } },
};
const LOOKS = Object.keys(SIZES).flatMap((look) => LANGUAGES.map((language) => ({ language, look })));

/** Everything in a long run; otherwise each state in one look, by turns, so that every look is tried on every run. */
function triedFor(state: number): typeof LOOKS {
  if (process.env['LONG']) return LOOKS;
  return LOOKS.filter((_, index) => index === (state * 4) % LOOKS.length);
}

const NAMED = Object.entries(STATES).map(([name, state], index) => ({ name, state, index }));

test.for(NAMED)('$name: no fault axe knows, nothing cut off', TIMED, async ({ name, state, index }) => {
  const faults: string[] = [];
  for (const { language, look } of triedFor(index)) {
    const page = await open(state.query, language, look);
    await state.act?.(page, language);
    await page.waitForTimeout(150);
    const where = `${language}, ${look}: `;
    faults.push(...(await faultsOf(page)).map((fault) => where + fault));
    const cut = await cutOff(page);
    if (cut > 0) faults.push(`${where}${cut} px cut off`);
    if (pictures) await picture(page, `${name} ${language} ${look}`);
    await page.context().close();
  }
  expect(faults).toEqual([]);
});

async function open(query: string, language: Language, look: string): Promise<Page> {
  if (!drawn) throw new Error('no browser');
  const page = /options|welcome/.test(query);
  const size = page && look === 'twice its size' ? HALF_PAGE : SIZES[look];
  return drawn.open(`lang=${language}&${query}`, { ...(page ? WIDE : {}), ...size });
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures ?? '', { recursive: true });
  await page.screenshot({
    path: join(pictures ?? '', `${name.replaceAll(/[^\w-]+/g, '-')}.png`),
    fullPage: true,
  });
}

test('five hundred leads: few are drawn, and scrolling or Tab reaches the last', TIMED, async () => {
  const page = await open('show=day&many', 'en', 'light');
  const items = page.locator('.day-item');
  expect(await items.count()).toBeLessThan(60);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeGreaterThan(500 * 50);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.getByRole('button', { name: 'Lead 500', exact: true }).waitFor();
  // The row with the focus stays drawn, so that the next Tab goes on from there.
  await page.getByRole('button', { name: 'Lead 500', exact: true }).focus();
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('button', { name: 'Lead 001', exact: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Lead 500');
  await page.context().close();
});

test('the keyboard alone: connect, give a site, find the inbox', TIMED, async () => {
  const page = await open('show=welcome', 'en', 'light');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await page.locator('input[name=address]').waitFor();
  await press('Tab', 'Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('address');
  await page.keyboard.type('combinado.example.com');
  await press('Enter');
  await expect.poll(focused).toBe('Choose sites');
  await press('Tab');
  expect(await focused()).toBe('Give access to all of these');
  await press('Enter');
  for (let tries = 0; tries < 15 && (await focused()) !== 'Skip this'; tries += 1) await press('Tab');
  await press('Enter');
  await expect.poll(focused).toBe('Open your inbox');
  await page.context().close();
});

test('the keyboard alone: a call logged from the day, the focus back on its row', TIMED, async () => {
  const page = await open('show=day', 'en', 'light');
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
  for (let tries = 0; tries < 12 && (await focused()) !== 'Call: Rafael Nunes'; tries += 1)
    await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.matches(':focus-visible'))).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Connected');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('button', { name: 'Call: Rafael Nunes' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Call: Rafael Nunes' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Connected');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Tentativa registrada').waitFor();
  await expect.poll(focused).toBe('Rafael Nunes');
  await page.context().close();
});
