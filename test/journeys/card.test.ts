/**
 * The card from a chip on a saved Gmail list to the worker: everything a rep does there reaches it, and
 * leaving it gives the focus back to the chip.
 */
import type { Frame, Page } from '@playwright/test';
import { expect, onTestFinished, test } from 'vitest';
import { SAVED_PAGES } from '../extension/sites/savedPages.ts';
import { leadOf, request } from '../support/api.ts';
import { untilChips, type Chip } from '../support/chips.ts';
import {
  attemptsOf,
  eventually,
  handOver,
  needsBrowser,
  openBrowser,
  openedCard,
  openWorkspace,
  temporaryFolder,
  type JourneyWorkspace,
} from '../support/journey.ts';
import { serveSaved } from '../support/savedSite.ts';

const MARINA = 'marina.duarte@clinicavida.test';
const COLLEAGUE = 'carla@clinicavida.test';

async function chipOf(page: Page): Promise<Chip> {
  const [chip] = await untilChips(page, 'tr', (chips) => chips.length > 0);
  if (!chip) throw new Error('no chip');
  return chip;
}

/** By the keyboard alone, as far as the card is concerned. */
async function press(card: Frame, name: string): Promise<void> {
  // Nothing in it can be reached before it is proven that nothing lies over it.
  const reachable = () => card.evaluate(() => document.getElementById('card')?.inert === false);
  await expect.poll(reachable, { timeout: 15_000 }).toBe(true);
  const button = card.getByRole('button', { name, exact: true });
  await expect.poll(() => button.isEnabled(), { timeout: 15_000 }).toBe(true);
  await button.focus();
  await card.page().keyboard.press('Enter');
}

async function stageIs(workspace: JourneyWorkspace, lead: string, stage: string): Promise<void> {
  await eventually(`the lead at ${stage}`, async () => {
    const { state } = await leadOf(workspace.admin, lead);
    return state.stage.id === stage || undefined;
  });
}

/** A frame that went while it was asked shows nobody. */
function namesIn(frame: Frame): Promise<number> {
  return frame
    .locator('h1')
    .count()
    .catch(() => 0);
}

test('[ATT1] [HOF3] [STG4] [PRD5] [IDN4] [CLK5] [TGT7] a rep works a lead from the card, and the workspace has all of it', async (context) => {
  needsBrowser(context);
  const saved = SAVED_PAGES.find(({ expected }) =>
    expected.reading.list?.some((key) => key === `email:${MARINA}`),
  );
  if (!saved) throw new Error('no saved list names Marina');
  const { pathname, search, origin, hash, host } = new URL(saved.expected.url);
  const pages = new Map([[`${pathname}${search}`, saved.html]]);
  const served = await serveSaved(pages, temporaryFolder('certificate'));
  if ('missing' in served) return context.skip(served.missing);
  onTestFinished(() => served.stop());

  const workspace = await openWorkspace(context);
  const owner = workspace.members.ana;
  const lead = { emails: [MARINA], fields: { name: 'Marina Duarte', company: 'Clínica Vida' }, owner };
  const marina = await handOver(workspace, lead);
  await handOver(workspace, { emails: [COLLEAGUE], fields: { name: 'Carla Reis' }, owner });
  const browser = await openBrowser(context, workspace, {
    member: owner,
    sites: [origin],
    mapped: { [`${host}:443`]: served.port },
  });
  const page = await browser.context.newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${origin}${pathname}${search}${hash}`);
  const chip = await chipOf(page);
  await chip.click();
  const card = await openedCard(browser, page, 'Marina Duarte');

  // The other of the company is found in the copy, opened, and leads back.
  await press(card, 'Open Carla Reis');
  await card.getByRole('heading', { level: 1, name: 'Carla Reis' }).waitFor();
  await press(card, 'Open Marina Duarte');
  await card.getByRole('heading', { level: 1, name: 'Marina Duarte' }).waitFor();

  await press(card, 'Call');
  await press(card, 'No answer');
  await card.getByRole('status').getByText('Attempt logged').waitFor();
  const attempts = await eventually('the attempt', async () => {
    const found = await attemptsOf(workspace, marina);
    return found.length > 0 ? found : undefined;
  });
  expect(attempts).toMatchObject([{ channel: 'call', outcome: 'no_answer', evidence: 'clicked' }]);

  // A question of the next stage is answered where it stands.
  await card.getByLabel('Answer: What is the budget?').focus();
  await page.keyboard.type('50,000');
  await page.keyboard.press('Enter');
  await eventually('the budget', async () => {
    const { state } = await leadOf(workspace.admin, marina);
    return state.fields['budget'] === 50_000 || undefined;
  });

  await press(card, 'More…');
  await press(card, 'They replied…');
  await press(card, 'LinkedIn');
  await card.getByRole('status').getByText('Reply noted').waitFor();

  await press(card, 'Propose a change…');
  await card.getByLabel('What should change?').fill('A demo should count more');
  await page.keyboard.press('Enter');
  await eventually('the proposal', async () => {
    const answer = await request(workspace.admin, 'GET /v1/proposals');
    return JSON.stringify(answer).includes('A demo should count more') || undefined;
  });

  await press(card, 'Accept');
  await card.getByRole('status').getByText('Accepted').waitFor();

  // What was accepted is moved on by hand, and goes back with a reason when it turns out otherwise.
  await press(card, 'Move to another stage…');
  // By keys: what no person did is not taken.
  await card.locator('.chooser select').focus();
  await page.keyboard.type('Sales qualified');
  await press(card, 'Save');
  await stageIs(workspace, marina, 'sql');
  await press(card, 'Return…');
  await press(card, 'Not now');
  await card.getByRole('status').getByText('Answer corrected').waitFor();
  await stageIs(workspace, marina, 'lead');
  await card.locator('summary', { hasText: 'History' }).click();
  await card.locator('.history').getByText('They replied · LinkedIn').waitFor();

  await card.locator('h1').focus();
  // The frame may be gone before it has acknowledged the key, and nobody acknowledges it then.
  void page.keyboard.press('Escape').catch(() => undefined);
  await eventually('the card to be gone', async () => {
    // One more may wait already, empty: the pointer and the focus are at its chip.
    const cards = page.frames().filter((frame) => frame.url().startsWith(browser.pageUrl('card.html')));
    const names = await Promise.all(cards.map((frame) => namesIn(frame)));
    return names.some((count) => count > 0) ? undefined : true;
  });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('COMBINADO-UI');
});
