/**
 * What goes on paper: the agreement, a period's pack, a session's agenda and my day, in three languages,
 * printed from a light and a dark screen. Axe finds nothing on the sheet, nothing sticks out of it, and what
 * can only be pressed is not on it.
 */
import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { SessionResponse } from '../../shared/protocol/proposals.ts';
import { request } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { openChromium, openConsole, openSample, settled, speak } from '../support/console.ts';

/** A4 between margins of 15 mm, px. */
const SHEET = { width: 680, height: 960 };
const SCREEN = { width: 1280, height: 900 };
const { SHOTS } = process.env;

async function onPaper(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  await page.setViewportSize(SHEET);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ media: 'print', colorScheme });
    found.push(...(await faultsOf(page)).map((fault) => `${name}, from ${colorScheme}: ${fault}`));
    const { wider, pressed, text } = await page.evaluate(() => {
      const visible = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0;
      return {
        wider: document.documentElement.scrollWidth - innerWidth,
        pressed: [...document.querySelectorAll('button, select, input, .menu, .tabs')]
          .filter(visible)
          .map((element) => element.outerHTML.slice(0, 80)),
        text: document.querySelector('main')?.textContent?.length ?? 0,
      };
    });
    if (wider > 0) found.push(`${name}: ${wider} px too wide for the sheet`);
    if (text < 100) found.push(`${name}: an empty sheet`);
    found.push(...pressed.map((one) => `${name}: on paper nobody presses ${one}`));
  }
  if (SHOTS) {
    await page.screenshot({ path: `${SHOTS}/print-${name}.png`, fullPage: true });
    writeFileSync(`${SHOTS}/print-${name}.pdf`, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  }
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.setViewportSize(SCREEN);
  return found;
}

test('the agreement, the pack, the agenda and my day on paper', async (context) => {
  const sample = await openSample(context);
  const { admin, members } = sample;
  const manager = members.find(({ role }) => role === 'manager')?.id ?? '';
  const heldOn = new Date().toISOString().slice(0, 10);
  const body = { kind: 'session', heldOn, referee: manager };
  const { session } = SessionResponse.parse(await request(admin, 'POST /v1/sessions', { body }));
  const browser = await openChromium(context);
  const manages = await openConsole(browser, admin, { member: manager, viewport: SCREEN });
  const seller = members.find(({ role }) => role === 'sdr')?.id ?? '';
  const rep = await openConsole(browser, admin, { member: seller, viewport: SCREEN });
  const found: string[] = [];
  for (const language of LANGUAGES) {
    await speak(manages.page, language);
    await speak(rep.page, language);
    for (const [page, name, path, ready] of [
      [manages.page, 'agreement', 'agreement', 'article'],
      [manages.page, 'pack', 'agreement/review', '#weeks svg'],
      [manages.page, 'agenda', `agreement/sessions/${session.id}`, '.agenda'],
      [rep.page, 'my-day', 'my-day', '[data-group]'],
    ] as const) {
      await page.goto(`${admin.origin}/console/${path}`);
      await page.locator(ready).first().waitFor();
      await settled(page);
      found.push(...(await onPaper(page, `${name}-${language}`)));
    }
  }
  expect(found).toEqual([]);
  expect([...manages.complaints, ...rep.complaints]).toEqual([]);
}, 240_000);
