/**
 * The console's frame in real Chromium: signing in and out, the menu, the keyboard, three languages,
 * both themes, a phone, and no connection. What the rooms hold is in the tests beside this one.
 */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { consoleWords } from '../../shared/messages/console/index.ts';
import { faultsOf } from '../support/axe.ts';
import { openChromium, openConsole, settled } from '../support/console.ts';
import { openWorkspace } from '../support/journey.ts';

test('[ACC4] an invite link opens it, signing out closes it, and nothing leaves the worker', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const { page, complaints } = await openConsole(browser, admin, { member: members.marketer });
  await page.waitForURL('**/console/today');
  await page.getByText('Mônica').waitFor();
  expect(await page.title()).toBe('Today · Combinado');
  expect(complaints).toEqual([]);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Open your invite link first' }).waitFor();
  const again = await page.request.get(`${admin.origin}/v1/me`);
  expect(again.status()).toBe(401);
});

test('the keyboard skips to the content, goes through the menu, and hears where it arrived', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.manager });
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');

  await page.getByRole('link', { name: 'Agreement' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/console/agreement');
  await page.getByRole('heading', { level: 1, name: 'Agreement' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  expect(await page.title()).toBe('Agreement · Combinado');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const current = page.locator('nav [aria-current=page]');
  expect(await current.textContent()).toBe('Today');
});

test('an address that leads nowhere says so, and a session that ended says how to begin again', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.ana, path: '/console/attic' });
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await page.getByRole('link', { name: 'Go to Today' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();

  await page.context().clearCookies();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  // Whatever reads next finds out; it may be faster than the hand.
  const leads = page.getByRole('link', { name: 'Leads' });
  await leads.click({ timeout: 5_000 }).catch(() => undefined);
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  expect(await page.getByRole('link', { name: 'Sign in again' }).count()).toBe(1);
});

test('without a connection it says so, and takes it back', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.ana });
  const words = page.getByText(consoleWords('en').offline);
  await page.context().setOffline(true);
  await words.waitFor();
  await page.context().setOffline(false);
  await words.waitFor({ state: 'detached' });
  expect(await words.count()).toBe(0);
});

test('the person’s language goes before the browser’s and is kept', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const options = { member: members.ana, locale: 'pt-BR' };
  const { page } = await openConsole(browser, admin, options);
  await page.getByRole('heading', { level: 1, name: 'Hoje' }).waitFor();
  for (const language of LANGUAGES) {
    await page.locator('.person select').selectOption(language);
    await page.getByRole('heading', { level: 1, name: consoleWords(language).rooms.today }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: consoleWords(language).rooms.today }).waitFor();
  }
});

test('axe finds no fault in the frame, in either theme; a phone of 320 px shows all of it', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  for (const colorScheme of ['light', 'dark'] as const) {
    const viewport = colorScheme === 'light' ? { width: 320, height: 640 } : { width: 1280, height: 800 };
    const options = { member: members.ana, colorScheme, viewport, path: '/console/attic' };
    const { page } = await openConsole(browser, admin, options);
    expect(await faultsOf(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

test('the first view weighs no more than 150 kB of script, gzipped', async (context) => {
  const { admin, members } = await openWorkspace(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.manager });
  const scripts = new Set<string>();
  page.on('request', (asked) => asked.resourceType() === 'script' && scripts.add(asked.url()));
  await page.goto(`${admin.origin}/console/today`);
  await settled(page);
  await page.locator('.chart svg').waitFor();
  const weighed = [...scripts].map(
    async (url) => gzipSync(await (await page.request.get(url)).body()).length,
  );
  const weights = await Promise.all(weighed);
  expect(weights.length).toBeGreaterThan(3);
  expect(weights.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(150_000);
});
