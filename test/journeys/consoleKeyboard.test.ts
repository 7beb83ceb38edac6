/**
 * The main job of every room by the keyboard alone: nothing is out of reach, nothing holds the focus, what
 * was opened gives it back to where it was.
 */
import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { leadOf } from '../support/api.ts';
import { openChromium, openConsole, openSample, settled } from '../support/console.ts';
import { keysOf } from '../support/keys.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const link = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name, exact: typeof name === 'string' });
const PATIENT = { timeout: 20_000 };
const dialog = (page: Page) => page.locator('dialog[open]');

test('each room does its main job by Tab, arrows, Enter and Escape', async (context) => {
  const { admin, members } = await openSample(context);
  const browser = await openChromium(context);
  const idOf = (name: string) => members.find((one) => one.name === name)?.id ?? '';
  const viewport = { width: 1280, height: 900 };
  const { page, complaints } = await openConsole(browser, admin, { member: idOf('Marcos'), viewport });
  page.setDefaultTimeout(20_000);
  const keys = keysOf(page);
  const menu = page.locator('.menu nav');
  /** By the menu, to a room whose heading then has the focus. */
  const go = async (room: string) => {
    await keys.enter(menu.getByRole('link', { name: room, exact: true }), 'back');
    await page.locator('.menu [aria-current=page]', { hasText: room }).waitFor();
    await settled(page);
    await page.waitForFunction(
      () => document.activeElement?.tagName === 'H1' || document.activeElement?.closest('.menu'),
    );
  };
  /** Opens a dialog, which has the focus, and leaves it by Escape: the focus is where it was. */
  const lookInto = async (opener: ReturnType<typeof button>) => {
    await keys.enter(opener);
    await dialog(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    // Round and round: nothing behind it is ever reached.
    for (let stops = 0; stops < 25; stops += 1) {
      await keys.press('Tab');
      const isBehind = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement !== document.body && activeElement?.closest('dialog') === null;
      });
      expect(isBehind).toBe(false);
    }
    await keys.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await keys.isOn(opener)).toBe(true);
  };

  // Today: past the menu, to whoever needs somebody now.
  await settled(page);
  await keys.press('Tab');
  expect(await keys.isOn(link(page, 'Skip to the content'))).toBe(true);
  await keys.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  const late = page.locator('.today a[href^="/console/leads/"]').first();
  const name = (await late.textContent()) ?? '';
  await keys.enter(late);
  await page.locator('.card').getByRole('heading', { name }).waitFor();
  await keys.press('Escape');
  await page.locator('.card').waitFor({ state: 'detached' });

  // Leads: filtered, a card opened, an attempt logged and taken back, the card left.
  await keys.choose(page.getByLabel('Owner', { exact: true }), 'Ana');
  await page.waitForURL('**owner=**');
  await settled(page);
  const first = page.locator('.lead-table .name a').first();
  await keys.enter(first);
  const card = page.locator('.card');
  await card.waitFor();
  const leadId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const attempts = async () =>
    (await leadOf(admin, leadId)).state.attempts.filter(({ withdrawn }) => !withdrawn).length;
  const before = await attempts();
  await keys.enter(card.locator('.dock').getByRole('button', { name: 'Call' }));
  await page.waitForFunction(() => document.activeElement?.closest('.dock') !== null);
  await keys.enter(card.getByRole('button', { name: /No answer/ }));
  await expect.poll(attempts, PATIENT).toBe(before + 1);
  await keys.enter(card.getByRole('button', { name: /Undo/ }));
  await expect.poll(attempts, PATIENT).toBe(before);
  await keys.press('Escape');
  await card.waitFor({ state: 'detached' });
  expect(
    await page.evaluate((id) => document.activeElement?.getAttribute('href')?.includes(id), leadId),
  ).toBe(true);
  await keys.to(page.getByLabel(/^Select /).nth(1), 'back');
  await keys.press('Space');
  await button(page, 'Snooze').waitFor();
  await keys.to(button(page, 'Snooze'), 'back');
  await lookInto(button(page, 'Snooze'));

  // The agreement: an older version, and what changed.
  await go('Agreement');
  await keys.choose(page.getByLabel('Version', { exact: true }), 'v1');
  await page.waitForURL('**version=1');
  await page.getByText('was in force from').waitFor();
  const changes = page.locator('[data-version="2"] summary');
  await keys.enter(changes);
  await page.locator('[data-version="2"] .diff li').first().waitFor();

  // The draft: begun, a field named otherwise, taken back.
  await go('Agreement');
  await keys.enter(link(page, 'Draft'));
  await keys.enter(button(page, /^Begin from version/));
  const parts = page.getByRole('navigation', { name: 'Parts of the agreement' });
  await keys.enter(parts.getByRole('link', { name: 'Stages' }));
  await page.getByRole('heading', { level: 2, name: 'Stages' }).waitFor();
  await keys.enter(button(page, 'MQL · Marketing qualified lead'));
  await keys.write(page.getByLabel('On the chip'), 'READY');
  await page.getByText('saved', { exact: true }).waitFor();
  await keys.enter(button(page, 'Undo'), 'back');
  await button(page, 'MQL · Marketing qualified lead').waitFor();

  // Targets: what if, by the arrows; the dialog given up.
  await keys.enter(menu.getByRole('link', { name: 'Agreement', exact: true }), 'back');
  await keys.enter(link(page, 'Targets'));
  await page.locator('[data-outcome=team]').waitFor();
  await settled(page);
  const people = page.getByLabel('People who work leads', { exact: true });
  const team = Number(await people.inputValue());
  await keys.to(page.getByLabel('People who work leads, slider'));
  await keys.press('ArrowRight');
  expect(Number(await people.inputValue())).toBe(team + 1);
  await lookInto(button(page, /^Write these goals/));

  // A proposal: written, sent, voted for.
  await keys.enter(link(page, 'Proposals'), 'back');
  await page.getByRole('heading', { level: 1, name: 'Proposals' }).waitFor();
  await settled(page);
  await keys.enter(page.getByRole('main').getByText('Propose a change', { exact: true }));
  await dialog(page).waitFor();
  await keys.write(page.getByLabel('What should change'), 'Meet on Tuesdays');
  await keys.enter(button(page, 'Propose'));
  await page.waitForURL('**/console/agreement/proposals/*');
  await keys.enter(button(page, 'For'));
  await page.getByText('1 for, 0 against').waitFor();

  // A session: opened, on the screen turned by arrows, left by Escape, decided.
  await keys.enter(link(page, 'Sessions'), 'back');
  await page.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor();
  await settled(page);
  await keys.enter(button(page, 'Open a session'));
  await keys.enter(button(page, 'Open it and make the agenda'));
  await page.waitForURL('**/console/agreement/sessions/*');
  await page.getByRole('heading', { name: 'Meet on Tuesdays' }).waitFor();
  await settled(page);
  await keys.enter(button(page, 'Big type for a screen'));
  await page.locator('.screen-view').waitFor();
  await keys.press('ArrowRight');
  await page.waitForURL('**screen=1');
  await keys.press('Escape');
  await page.locator('.agenda').first().waitFor();
  await lookInto(button(page, /decided ?: Meet on Tuesdays/));

  // The review: another period.
  await keys.enter(link(page, 'Review'), 'back');
  await page.locator('article.pack').waitFor();
  await settled(page);
  await keys.to(page.getByLabel('Period', { exact: true }));
  await keys.press('ArrowDown');
  await settled(page);
  await keys.to(button(page, 'Print'));

  // The closed loop: a word to the other side begun and given up.
  await go('Closed loop');
  await keys.choose(page.getByLabel('Period', { exact: true }), 'Last 90');
  await page.waitForURL('**period=last90');
  await settled(page);
  await keys.choose(page.getByLabel('Show', { exact: true }), 'All returns');
  await page.waitForURL('**show=returned');
  await settled(page);
  await lookInto(button(page, /^Reply: /).first());

  // The team: somebody away, and back again.
  await go('Team');
  await keys.enter(link(page, 'Away'));
  await page.getByRole('heading', { name: 'Away' }).first().waitFor();
  await settled(page);
  await keys.enter(button(page, 'Somebody is away'));
  await keys.choose(page.getByLabel('Who'), 'Bruno');
  await keys.enter(button(page, 'Save'));
  await dialog(page).waitFor({ state: 'detached' });
  await keys.enter(button(page, 'Bruno is back'));
  await page.getByText('Nobody is away, and nobody will be.').waitFor();

  // Connections: to the file to be taken in.
  await go('Connections');
  await keys.to(page.getByLabel('File', { exact: true }));
  expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);

  // A rep's day: the first that is owed, and back.
  const rep = await openConsole(browser, admin, { member: idOf('Ana'), path: '/console/my-day', viewport });
  const hers = keysOf(rep.page);
  await settled(rep.page);
  const owed = rep.page.locator('[data-group] [data-lead] a').first();
  await hers.enter(owed);
  await rep.page.locator('.card').waitFor();
}, 240_000);
