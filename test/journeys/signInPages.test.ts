/**
 * The worker's few pages as whoever comes meets them: the invite's link in every state, being told to sign
 * in, connecting and pairing; in three languages, light and dark, on a phone, by the keyboard, and axe
 * finds nothing.
 */
import type { Browser, Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../shared/lead/vocabulary.ts';
import { signInWords } from '../../shared/messages/signIn/index.ts';
import { invite } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { openChromium } from '../support/console.ts';
import { openWorkspace } from '../support/journey.ts';

const PHONE = { width: 320, height: 640 };
const WIDE = { width: 1000, height: 700 };

/** What axe finds and what sticks out, light on a phone and dark on a wide screen. */
async function seen(page: Page, name: string): Promise<readonly string[]> {
  const { SHOTS } = process.env;
  const found: string[] = [];
  for (const [colorScheme, viewport] of [
    ['light', PHONE],
    ['dark', WIDE],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}.png` });
    found.push(...(await faultsOf(page)).map((fault) => `${name}, ${colorScheme}: ${fault}`));
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wider > 0) found.push(`${name}: ${wider} px too wide`);
  }
  return found;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

async function inLanguage(browser: Browser, locale: Language): Promise<Page> {
  return (await browser.newContext({ locale })).newPage();
}

test('[ACC4] the invite link: good, used, unknown, and while nobody answers', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const found: string[] = [];
  for (const language of LANGUAGES) {
    const { join } = signInWords(language);
    const link = await invite(admin, members.ana);
    const page = await inLanguage(browser, language);
    await page.goto(link);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    // The secret does not stay in the address.
    expect(page.url()).not.toContain('#');
    found.push(...(await seen(page, `join-${language}`)));

    // Nobody answers: the link is as good as before.
    await page.route('**/v1/invites/accept', (route) => route.abort());
    await page.getByRole('button', { name: join.button }).press('Enter');
    await page.getByText(join.silent).waitFor();
    expect(await focused(page)).toBe(join.button);
    found.push(...(await seen(page, `join-silent-${language}`)));
    await page.unroute('**/v1/invites/accept');

    await page.keyboard.press('Enter');
    await page.getByText(join.done('Ana').replace('.', '')).waitFor();
    // Whoever came by the keyboard goes on by it.
    expect(await focused(page)).toBe(join.console);
    found.push(...(await seen(page, `join-done-${language}`)));

    const second = await inLanguage(browser, language);
    await second.goto(link);
    await second.getByRole('button', { name: join.button }).press('Enter');
    await second.getByText(join.spent).waitFor();
    expect(await focused(second)).toBe(join.spent);
    expect(await second.getByRole('button').count()).toBe(0);
    found.push(...(await seen(second, `join-spent-${language}`)));

    // A link that lost its end says so before anybody presses anything.
    await second.goto('about:blank');
    await second.goto(link.split('#')[0] ?? '');
    await second.getByText(join.spent).waitFor();
    expect(await second.getByRole('button').count()).toBe(0);
    await page.context().close();
    await second.context().close();
  }
  expect(found).toEqual([]);
}, 120_000);

test('[ACC4] being told to sign in, connecting the extension, and a code for it', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const found: string[] = [];
  const challenge = 'c'.repeat(43);
  const asked = `/v1/authorize?response_type=code&redirect_uri=${encodeURIComponent('http://127.0.0.1:1/')}&code_challenge=${challenge}&code_challenge_method=S256`;
  for (const language of LANGUAGES) {
    const words = signInWords(language);
    const stranger = await inLanguage(browser, language);
    for (const [name, path, lead] of [
      ['console', '/console', words.signInFirst.toConsole],
      ['authorize', asked, words.signInFirst.lead],
    ] as const) {
      await stranger.goto(`${admin.origin}${path}`);
      await stranger.getByText(lead).waitFor();
      expect(await stranger.evaluate(() => document.documentElement.lang)).toBe(language);
      found.push(...(await seen(stranger, `first-${name}-${language}`)));
    }
    await stranger.context().close();
  }
  // Whoever is signed in reads them in their workspace's language.
  const page = await inLanguage(browser, 'en');
  await page.goto(await invite(admin, members.ana));
  await page.getByRole('button').press('Enter');
  await page.getByRole('link').waitFor();
  await page.goto(`${admin.origin}${asked}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  found.push(...(await seen(page, 'consent')));
  await page.goto(`${admin.origin}/v1/pair/new`);
  await page.getByRole('button').press('Enter');
  await page.locator('.code').waitFor();
  found.push(...(await seen(page, 'pair')));
  expect(found).toEqual([]);
}, 120_000);
