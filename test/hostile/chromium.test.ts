/**
 * The hostile corpus in a real Chromium, against a real worker: no press that was meant for the page
 * acts, the page learns nothing personal and goes on living, and the chip shows or is honestly absent.
 */
import type { CDPSession, Frame, Locator, Page } from '@playwright/test';
import { expect, onTestFinished, test } from 'vitest';
import type { ExtensionBrowser } from '../support/browser.ts';
import { chipsOn, type Chip } from '../support/chips.ts';
import { handOver, needsBrowser, openBrowser, openWorkspace } from '../support/journey.ts';
import { actsOf } from './acts.ts';
import { LEAD, secretsFor, type HostilePage } from './page.ts';
import { PAGES } from './pages.ts';
import { faultsOf, figures, serveHostile, type Outcome } from './serve.ts';

const CHIP_MS = 3_000;
const CARD_MS = 3_000;
/** From coming near a chip to pressing it: its card's frame stands there by then. */
const NEAR_MS = 400;
/** Longer than any proof of visibility takes to be withdrawn. */
const ATTACK_MS = 900;

test('[OVR2] [OVR4] the hostile corpus', { timeout: 1_500_000 }, async (context) => {
  needsBrowser(context);
  const workspace = await openWorkspace(context);
  const { ana } = workspace.members;
  const { email, ...fields } = LEAD;
  const lead = await handOver(workspace, { emails: [email], fields, owner: ana });
  const browser = await openBrowser(context, workspace, { member: ana, sites: ['http://127.0.0.1'] });
  const served = await serveHostile(browser.pageUrl('card.html'));
  onTestFinished(() => served.stop());

  const outcomes: Outcome[] = [];
  const faults: string[] = [];
  let before = 0;
  const wanted = PAGES.filter(({ name }) => new RegExp(process.env.PAGE ?? '').test(name));
  for (const hostile of wanted) {
    const seen = await meet(browser, served.urlOf(hostile), hostile);
    const acts = (await actsOf(workspace.admin, lead, ana)).length;
    // Where the card stays in plain sight, whoever presses it means it.
    const outcome = { ...seen, acts: hostile.plain ? 0 : acts - before };
    before = acts;
    outcomes.push(outcome);
    faults.push(...faultsOf(hostile, outcome));
    if (process.env.PAGE !== undefined) process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
  process.stdout.write(`${figures('Chromium', outcomes)}\n`);
  expect(faults).toEqual([]);
  // Whatever was pressed may be on its way still.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await actsOf(workspace.admin, lead, ana)).toHaveLength(before);
});

/** Goes there as a person would: sees, opens, and presses where the page wants. */
async function meet(
  browser: ExtensionBrowser,
  url: string,
  hostile: HostilePage,
): Promise<Omit<Outcome, 'acts'>> {
  const page = await browser.context.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  try {
    await page.goto(url, { waitUntil: 'commit' });
    const session = await browser.context.newCDPSession(page);
    const beating = await heartOf(session);
    const chip = hostile.slow ? await hostOn(page, session) : await chipOn(page);
    let opened = false;
    if (chip) {
      await chip.hover().catch(() => undefined);
      await page.waitForTimeout(NEAR_MS);
      await chip.click().catch(() => undefined);
      const card = await cardOn(browser, page, hostile.slow ? 5 * CARD_MS : CARD_MS);
      opened = card !== undefined;
      if (card && hostile.attack) await fallFor(page, session, card, hostile);
    }
    const beats = await beating();
    const guesses = await guessedFrames(browser, page, opened);
    const leaks = [
      ...((await evaluate<string[]>(session, `spy(${JSON.stringify(secretsFor(hostile))})`)) ?? [
        'the spy did not come back',
      ]),
      ...guesses,
    ];
    const broken = [...((await evaluate<string[]>(session, 'broken')) ?? []), ...dialogs];
    return { name: hostile.name, chip: chip !== undefined, opened, leaks, beats, broken };
  } finally {
    await page.close();
  }
}

async function chipOn(page: Page): Promise<Chip | undefined> {
  const deadline = Date.now() + CHIP_MS;
  while (Date.now() < deadline) {
    const [chip] = await chipsOn(page, 'tr').catch(() => []);
    if (chip) return chip;
    await page.waitForTimeout(100);
  }
  return undefined;
}

/** Where the accessibility tree is too large to be asked for: the host, as wide as a chip. */
async function hostOn(page: Page, session: CDPSession): Promise<Pick<Chip, 'hover' | 'click'> | undefined> {
  const middle = `(() => { for (const host of document.querySelectorAll('combinado-ui')) {
    const { x, y, width, height } = host.getBoundingClientRect();
    if (width > 30) return { x: x + width / 2, y: y + height / 2 }; } })()`;
  const deadline = Date.now() + 5 * CHIP_MS;
  while (Date.now() < deadline) {
    const at = await evaluate<{ x: number; y: number }>(session, middle);
    if (at) return { hover: () => page.mouse.move(at.x, at.y), click: () => page.mouse.click(at.x, at.y) };
    await page.waitForTimeout(200);
  }
  return undefined;
}

/** The card that shows the lead, among whatever frames there are. */
async function cardOn(browser: ExtensionBrowser, page: Page, withinMs: number): Promise<Frame | undefined> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const frames = cardsOf(browser, page);
    const texts = await Promise.all(frames.map(textOf));
    const shown = texts.findIndex((text) => text.includes(LEAD.name));
    if (shown >= 0) return frames[shown];
    await page.waitForTimeout(50);
  }
  return undefined;
}

const cardsOf = (browser: ExtensionBrowser, page: Page) =>
  page.frames().filter((frame) => frame.url().startsWith(browser.pageUrl('card.html')));

const textOf = (frame: Frame) => frame.evaluate(() => document.body.innerText).catch(() => '');

/** Frames of the card that the page made itself and that show the lead all the same. */
async function guessedFrames(browser: ExtensionBrowser, page: Page, opened: boolean): Promise<string[]> {
  const texts = await Promise.all(cardsOf(browser, page).map(textOf));
  const showing = texts.filter((text) => text.includes(LEAD.name)).length;
  return showing > (opened ? 1 : 0) ? [`${showing} frames with the card`] : [];
}

/** The page does its worst; then the person presses where the card's buttons are, and types. */
async function fallFor(page: Page, session: CDPSession, card: Frame, hostile: HostilePage): Promise<void> {
  const { attack = '', plain, slides } = hostile;
  const log = card.locator('.actions button');
  const accept = card.getByRole('button', { name: 'Accept', exact: true });
  if (slides) {
    await page.mouse.move(REST.x, REST.y);
    await page.waitForTimeout(ATTACK_MS);
    await evaluate(session, attack);
    for (const button of [accept, log.first(), log.first()]) await slideUnder(page, session, button);
  } else {
    // Seen clear first: the worst moment for a cover to come.
    await page.waitForTimeout(ATTACK_MS);
    await evaluate(session, attack);
    await page.waitForTimeout(ATTACK_MS);
    for (const button of [log.first(), log.first(), log.nth(1), ...(plain ? [] : [accept])]) {
      const at = await middleOf(button);
      if (!at) continue;
      await page.mouse.move(at.x, at.y);
      await page.waitForTimeout(250);
      await page.mouse.click(at.x, at.y);
      await page.waitForTimeout(250);
    }
  }
  for (const key of ['Tab', 'Enter', 'Tab', 'Enter']) await page.keyboard.press(key);
  await page.waitForTimeout(700);
}

/** Far from the card, on what the page wants pressed. */
const REST = { x: 1_100, y: 650 };
/** Quicker than anybody takes back a press they have begun to make. */
const REACTION_MS = 120;

/** The pointer rests; the button comes to it, and the press that was on its way is made. */
async function slideUnder(page: Page, session: CDPSession, button: Locator): Promise<void> {
  const at = await middleOf(button);
  if (!at) return;
  await evaluate(session, `slide(${REST.x - at.x}, ${REST.y - at.y})`);
  await page.waitForTimeout(REACTION_MS);
  await page.mouse.click(REST.x, REST.y);
  await page.waitForTimeout(300);
}

async function middleOf(button: Locator): Promise<{ readonly x: number; readonly y: number } | undefined> {
  const box = await button.boundingBox({ timeout: 500 }).catch(() => null);
  return box === null ? undefined : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How often the page's heart beat a second, from now until it is asked, and for half a second at least. */
async function heartOf(session: CDPSession): Promise<() => Promise<number>> {
  const count = async () => Number((await evaluate<number>(session, 'window.beats')) ?? 0);
  const [first, since] = [await count(), Date.now()];
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 500 - (Date.now() - since))));
    const beats = (await count()) - first;
    return Math.round((beats * 1_000) / (Date.now() - since));
  };
}

/** In the page's own world, without anything of the page's in between. */
async function evaluate<T>(session: CDPSession, expression: string): Promise<T | undefined> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
    timeout: 20_000,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T | undefined;
}
