/**
 * The main job on the sample pages: real worker, real browsers, one path through every room. A chip
 * is read, its card opened, an attempt logged; the worker has it and every browser shows it.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import { expect, test, type TestContext } from 'vitest';
import { stopServiceWorker, type ExtensionBrowser } from '../support/browser.ts';
import { clickOurs, linesOn, untilChips, type Chip } from '../support/chips.ts';
import {
  attemptsOf,
  eventually,
  firstResponseOf,
  handOver,
  openBrowser,
  openedCard,
  openWorkspace,
  type JourneyWorkspace,
} from '../support/journey.ts';

const ROW = '[data-mail], [data-record], [data-message]';
const MARINA = 'marina.clarke@vidaclinics.example';
const NAME = 'Marina Clarke';

interface Stage {
  readonly workspace: JourneyWorkspace;
  readonly marina: string;
  readonly sites: readonly string[];
}

/** A workspace in which Marina was just handed to Ana, and only she is a lead. */
async function stage(context: TestContext): Promise<Stage> {
  const workspace = await openWorkspace(context);
  const marina = await handOver(workspace, {
    emails: [MARINA],
    externalIds: [{ system: 'sample', object: 'lead', id: '1001' }],
    fields: {
      name: NAME,
      company: 'Vida Clinics',
      industry: 'health',
      seniority: 'director',
      employees: 120,
    },
    owner: workspace.members.ana,
  });
  return { workspace, marina, sites: [`${workspace.origin}/sample/inbox`] };
}

async function openInbox({ origin }: JourneyWorkspace, browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${origin}/sample/inbox?lang=en`);
  return page;
}

async function chipOfMarina(page: Page): Promise<Chip> {
  const [chip] = await untilChips(page, ROW, (chips) => chips.length === 1);
  if (!chip) throw new Error('no chip');
  return chip;
}

/** The card stands in a closed root, where axe finds no frame: it is run inside. */
async function faultsIn(frame: Frame): Promise<string[]> {
  const playwright = createRequire(import.meta.url).resolve('@axe-core/playwright');
  const axe = createRequire(playwright).resolve('axe-core/axe.min.js');
  await frame.evaluate(readFileSync(axe, 'utf8'));
  return frame.evaluate(async () => {
    interface Axe {
      run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    }
    const axeHere: Axe = Reflect.get(globalThis, 'axe');
    const { violations } = await axeHere.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

test('[OVR1] a chip beside the lead only; one click in its card meets the clock, here and in a second browser', async (context) => {
  const { workspace, marina, sites } = await stage(context);
  const { ana } = workspace.members;
  const first = await openBrowser(context, workspace, { member: ana, sites });
  const second = await openBrowser(context, workspace, { member: ana, sites });
  const elsewhere = await openInbox(workspace, second);
  const before = await chipOfMarina(elsewhere);
  const page = await openInbox(workspace, first);
  const chip = await chipOfMarina(page);
  expect(chip.beside).toContain(NAME);
  expect(chip.name).toMatch(/^Combinado: score \d+, MQL/);
  expect(await firstResponseOf(workspace, marina)).toBe('running');

  await chip.click();
  const card = await openedCard(first, page, NAME);
  expect(await card.locator('body').innerText()).toContain('First response');
  await card.getByRole('button', { name: 'Call', exact: true }).click();
  await card.getByRole('button', { name: 'Connected', exact: true }).click();

  await eventually('the worker has the attempt', async () =>
    (await firstResponseOf(workspace, marina)) === 'met' ? true : undefined,
  );
  const turned = (chips: readonly Chip[]) => chips.some(({ name }) => name !== before.name);
  // SYN5: two seconds with a poke.
  await untilChips(elsewhere, ROW, turned, { withinMs: 2_000 });
  await untilChips(page, ROW, turned, { withinMs: 2_000 });
  expect(await attemptsOf(workspace, marina)).toHaveLength(1);
});

test('[ATT2] logged while the network is away and the background was stopped: kept, then pushed once', async (context) => {
  const { workspace, marina, sites } = await stage(context);
  const browser = await openBrowser(context, workspace, { member: workspace.members.ana, sites });
  const page = await openInbox(workspace, browser);
  const chip = await chipOfMarina(page);

  await stopServiceWorker(browser, page);
  await chip.click();
  const card = await openedCard(browser, page, NAME);
  await browser.context.setOffline(true);
  await card.getByRole('button', { name: 'Email', exact: true }).click();
  await card.getByRole('button', { name: 'Sent', exact: true }).click();
  // The device's own copy shows it at once (SYN7).
  await card.getByText('1 of 5').waitFor();
  expect(await attemptsOf(workspace, marina)).toHaveLength(0);

  await browser.context.setOffline(false);
  // The browser's own event, which the switch above does not send to the background.
  for (const worker of browser.context.serviceWorkers()) {
    await worker.evaluate(() => globalThis.dispatchEvent(new Event('online'))).catch(() => undefined);
  }
  await eventually(
    'the attempt is pushed',
    async () => ((await attemptsOf(workspace, marina)).length > 0 ? true : undefined),
    90_000,
  );
  expect(await attemptsOf(workspace, marina)).toHaveLength(1);
});

test('[ATT1] sending a mail to the lead logs one attempt; a draft, a discard and a stranger log none; undo withdraws it', async (context) => {
  const { workspace, marina, sites } = await stage(context);
  const browser = await openBrowser(context, workspace, { member: workspace.members.ana, sites });
  const page = await openInbox(workspace, browser);
  await chipOfMarina(page);
  const write = async (to: string) => {
    await page.locator('nav button').click();
    await page.locator('[name=to]').fill(to);
    await page.locator('[data-write]').fill('Hello');
  };

  await write(MARINA);
  const strip = await eventually('the strip', async () =>
    (await linesOn(page)).find((line) => /First response/.test(line)),
  );
  expect(strip).toMatch(/attempt 1 of 5/i);
  await page.locator('[data-draft]').click();
  await write(MARINA);
  await page.locator('[data-discard]').click();
  await write('somebody@stranger.example');
  await page.locator('[data-send]').click();
  await page.locator('[data-sent]').waitFor();
  expect(await attemptsOf(workspace, marina)).toHaveLength(0);

  await write(MARINA);
  await eventually('the strip again', async () =>
    (await linesOn(page)).find((line) => /First response/.test(line)),
  );
  await page.locator('[data-send]').click();
  const [attempt] = await eventually('the attempt', async () => {
    const attempts = await attemptsOf(workspace, marina);
    return attempts.length > 0 ? attempts : undefined;
  });
  expect(attempt).toMatchObject({ channel: 'email', evidence: 'observed' });
  expect(await attemptsOf(workspace, marina)).toHaveLength(1);

  await clickOurs(page, /^Undo/);
  await eventually('the undo', async () =>
    (await attemptsOf(workspace, marina)).length === 0 ? true : undefined,
  );
  expect(await firstResponseOf(workspace, marina)).toBe('running');
});

test('[OVR6] a list without addresses finds its people by their record ids', async (context) => {
  const { workspace, sites } = await stage(context);
  const browser = await openBrowser(context, workspace, { member: workspace.members.ana, sites });
  const page = await browser.context.newPage();
  await page.goto(`${workspace.origin}/sample/crm?lang=en`);
  const chip = await chipOfMarina(page);
  expect(chip.beside).toContain(NAME);
  // Rows are reused while scrolling: the chip goes with its person.
  await page.locator('.scroll').evaluate((list) => list.scrollTo(0, 1_400));
  await untilChips(page, ROW, (chips) => chips.length === 0);
  await page.locator('.scroll').evaluate((list) => list.scrollTo(0, 0));
  expect((await chipOfMarina(page)).beside).toContain(NAME);
});

test('the card and the options page have no fault axe can find', async (context) => {
  const { workspace, sites } = await stage(context);
  const browser = await openBrowser(context, workspace, { member: workspace.members.ana, sites });
  const inbox = await openInbox(workspace, browser);
  await (await chipOfMarina(inbox)).click();
  const card = await openedCard(browser, inbox, NAME);
  await card.getByRole('button', { name: 'Call', exact: true }).waitFor();
  // Nothing in it counts until it is known to be in sight.
  await card.locator('#card:not([inert])').waitFor();
  expect(await faultsIn(card)).toEqual([]);
  const options = await browser.context.newPage();
  await options.goto(browser.pageUrl('options.html'));
  await options.locator('h1, h2').first().waitFor();
  expect(await faultsIn(options.mainFrame())).toEqual([]);
});
