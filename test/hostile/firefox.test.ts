/**
 * The hostile corpus in a real Firefox. It proves no frame visible, so there the card offers only what
 * can be undone: what is held here is that nothing else ever acts, and all the rest as in Chromium.
 */
import type { Page } from 'puppeteer-core';
import { expect, onTestFinished, test } from 'vitest';
import { findFirefox } from '../support/firefox.ts';
import { handOver, openWorkspace, temporaryFolder } from '../support/journey.ts';
import { pairingCode } from '../support/pairing.ts';
import { actsOf } from './acts.ts';
import { chipBoxes, launchFirefox, type Firefox } from './firefoxBrowser.ts';
import { LEAD, secretsFor, type HostilePage } from './page.ts';
import { PAGES } from './pages.ts';
import { faultsOf, figures, serveHostile, type Outcome } from './serve.ts';

const CHIP_MS = 3_000;
/** From coming near a chip to pressing it: its card's frame stands there by then. */
const NEAR_MS = 400;
const executable = findFirefox();

test('[OVR2] [OVR4] the hostile corpus, in Firefox', { timeout: 1_500_000 }, async (context) => {
  if (!executable) return context.skip('no Firefox here: install one, or set FIREFOX_PATH');
  const workspace = await openWorkspace(context);
  const { ana } = workspace.members;
  const { email, ...fields } = LEAD;
  const lead = await handOver(workspace, { emails: [email], fields, owner: ana });
  const firefox = await launchFirefox(executable, temporaryFolder('firefox'));
  onTestFinished(() => firefox.close());
  const code = await pairingCode(workspace.admin, ana);
  await firefox.tell('panel.pair', { origin: workspace.origin, code });
  const served = await serveHostile(firefox.pageUrl('card.html'));
  onTestFinished(() => served.stop());

  const outcomes: Outcome[] = [];
  const faults: string[] = [];
  for (const hostile of PAGES.filter(({ name }) => new RegExp(process.env.PAGE ?? '').test(name))) {
    const seen = await meet(firefox, served.urlOf(hostile), hostile);
    // Logging can be undone and is offered; whatever else a card can do is not.
    const did = await actsOf(workspace.admin, lead, ana);
    const outcome = { ...seen, acts: did.filter((kind) => !kind.startsWith('attempt.')).length };
    outcomes.push(outcome);
    faults.push(...faultsOf(hostile, outcome));
    if (process.env.PAGE !== undefined) process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
  process.stdout.write(`${figures('Firefox', outcomes)}\n`);
  expect(faults).toEqual([]);
});

async function meet(firefox: Firefox, url: string, hostile: HostilePage): Promise<Omit<Outcome, 'acts'>> {
  const page = await firefox.browser.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 10_000 }).catch(() => undefined);
    const beating = await heartOf(page);
    const chip = await chipOn(page, hostile);
    let opened = false;
    if (chip) {
      const x = chip.x + Math.min(20, chip.width / 2);
      await page.mouse.move(x, chip.y);
      await rest(NEAR_MS);
      await page.mouse.click(x, chip.y);
      opened = await cardOpens(page);
      if (opened && hostile.attack) await fallFor(page, hostile);
    }
    const beats = await beating();
    const leaks = (await page.evaluate(`spy(${JSON.stringify(secretsFor(hostile))})`)) as string[];
    const broken = [...((await page.evaluate('broken')) as string[]), ...dialogs];
    return { name: hostile.name, chip: chip !== undefined, opened, leaks, beats, broken };
  } finally {
    await page.close().catch(() => undefined);
  }
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function chipOn(page: Page, { slow }: HostilePage) {
  const deadline = Date.now() + (slow ? 5 : 1) * CHIP_MS;
  while (Date.now() < deadline) {
    const [box] = await chipBoxes(page).catch(() => []);
    if (box) return box;
    await rest(100);
  }
  return undefined;
}

/** The card has the focus, and its host stands beside the body; BiDi tells nothing of a frame in a closed root. */
async function cardOpens(page: Page): Promise<boolean> {
  const deadline = Date.now() + 3_000;
  while (Date.now() < deadline) {
    if (await page.evaluate(() => document.activeElement?.matches('html > combinado-ui'))) return true;
    await rest(100);
  }
  return false;
}

/** How often the page's heart beat a second, from now until it is asked, and for half a second at least. */
async function heartOf(page: Page): Promise<() => Promise<number>> {
  const count = async () => Number(await page.evaluate('window.beats'));
  const [first, since] = [await count(), Date.now()];
  return async () => {
    await rest(Math.max(0, 500 - (Date.now() - since)));
    const beats = (await count()) - first;
    return Math.round((beats * 1_000) / (Date.now() - since));
  };
}

/** Presses wherever the card's buttons may be. */
async function fallFor(page: Page, { attack = '', slides }: HostilePage): Promise<void> {
  await rest(700);
  await page.evaluate(attack);
  if (slides) await page.evaluate('slide(40, 60)');
  await rest(300);
  // A full screen may be smaller than the window was.
  for (let y = 250; y < 850; y += 60)
    for (const x of [200, 320, 440]) await page.mouse.click(x, y).catch(() => undefined);
  for (const key of ['Tab', 'Enter', 'Tab', 'Enter'] as const) await page.keyboard.press(key);
  await rest(500);
}
