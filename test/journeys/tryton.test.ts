/**
 * The overlay on a real Tryton: parties by the address their form states or by their record's number, an
 * opportunity by its number, tabs left open behind, and an attempt logged from the card.
 */
import type { Page } from '@playwright/test';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import { startTryton, type TrytonBed } from '../beds/tryton.ts';
import { chipsOn, untilChips } from '../support/chips.ts';
import {
  attemptsOf,
  eventually,
  firstResponseOf,
  handOver,
  openBrowser,
  openedCard,
  openWorkspace,
} from '../support/journey.ts';

/** The first run on a machine installs Tryton and makes its database. */
const TIMEOUT_MS = 300_000;
/** The tab in front; the title of what it shows becomes `beside`. */
const TAB = '#tabcontent > .tab-pane';
const ZOE = { name: 'Zoe Brandt', emails: ['zoe.brandt@lead3.test'], phone: '+33140000003' };
/** Nobody wrote their address into Tryton. */
const OMAR = { name: 'Omar Haddad', emails: [] };
/** A stranger whose name is the address of a lead. */
const IMPOSTOR = { name: 'zoe.brandt@lead3.test', emails: ['someone@stranger.test'] };

async function signIn(page: Page, bed: TrytonBed): Promise<void> {
  await page.goto(`${bed.origin}/#crm`);
  await page.locator('#login').fill(bed.user);
  await page.keyboard.press('Enter');
  await page.locator('input[type="password"]:visible').fill(bed.password);
  await page.keyboard.press('Enter');
  await page.locator('#menu table.tree tbody tr').first().waitFor();
}

/** As a bookmark or a colleague's link does: each record opens a tab of its own. */
async function open(page: Page, model: string, id: number): Promise<void> {
  const tabs = page.locator(TAB);
  const opened = tabs
    .nth(await tabs.count())
    .locator('.content-box .form')
    .first();
  await eventually(
    `${model} ${id}`,
    async () => {
      await page.evaluate((hash) => {
        // The client hears a new address only when it is not busy with the last one: then it is told again.
        if (location.hash.startsWith(hash)) dispatchEvent(new HashChangeEvent('hashchange'));
        else location.hash = hash;
      }, `#crm/model/${model}/${id}`);
      return opened.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => undefined,
      );
    },
    40_000,
  );
}

async function openTryton(context: TestContext) {
  const bed = await startTryton([ZOE, OMAR, IMPOSTOR]);
  if ('skipped' in bed) return context.skip(bed.skipped);
  onTestFinished(() => bed.stop());
  const workspace = await openWorkspace(context);
  const owner = workspace.members.ana;
  const idsOf = ({ name }: { readonly name: string }) => {
    const ids = bed.records[name];
    if (!ids) throw new Error(`${name} was not seeded`);
    return ids;
  };
  const record = (object: string, id: number) => ({ system: 'tryton', object, id: String(id) });
  const zoe = await handOver(workspace, { emails: [...ZOE.emails], fields: { name: ZOE.name }, owner });
  await handOver(workspace, {
    externalIds: [
      record('party.party', idsOf(OMAR).party),
      record('sale.opportunity', idsOf(OMAR).opportunity),
    ],
    fields: { name: OMAR.name },
    owner,
  });
  const browser = await openBrowser(context, workspace, { member: owner, sites: [bed.origin] });
  const page = await browser.context.newPage();
  page.setDefaultTimeout(20_000);
  await signIn(page, bed);
  return { bed, workspace, browser, page, zoe, idsOf };
}

test(
  '[OVR1] [OVR6] a party by its address or its number, an opportunity by its number; a name that is an address is nobody',
  { timeout: TIMEOUT_MS },
  async (context) => {
    const { page, idsOf } = await openTryton(context);
    await open(page, 'party.party', idsOf(ZOE).party);
    expect(await untilChips(page, TAB, (chips) => chips.length > 0)).toHaveLength(1);

    // The tab before stays in the page, hidden: its lead has no chip here.
    await open(page, 'party.party', idsOf(IMPOSTOR).party);
    await page.waitForTimeout(1_000);
    expect(await chipsOn(page, TAB)).toEqual([]);

    await open(page, 'party.party', idsOf(OMAR).party);
    expect(await untilChips(page, TAB, (chips) => chips.length > 0)).toHaveLength(1);
    await open(page, 'sale.opportunity', idsOf(OMAR).opportunity);
    expect(await untilChips(page, TAB, (chips) => chips.length > 0)).toHaveLength(1);
    // Neither Zoe's number nor her address stands on hers.
    await open(page, 'sale.opportunity', idsOf(ZOE).opportunity);
    await page.waitForTimeout(1_000);
    expect(await chipsOn(page, TAB)).toEqual([]);
  },
);

test(
  '[ATT1] the card opens on a party and a call logged there is at the worker',
  { timeout: TIMEOUT_MS },
  async (context) => {
    const { page, browser, workspace, zoe, idsOf } = await openTryton(context);
    await open(page, 'party.party', idsOf(ZOE).party);
    const [chip] = await untilChips(page, TAB, (chips) => chips.length > 0);
    await chip?.click();
    const card = await openedCard(browser, page, ZOE.name);
    await card.getByRole('button', { name: 'Call', exact: true }).click();
    await card.getByRole('button', { name: 'Connected', exact: true }).click();
    await eventually('the worker has the attempt', async () =>
      (await firstResponseOf(workspace, zoe)) === 'met' ? true : undefined,
    );
    expect(await attemptsOf(workspace, zoe)).toMatchObject([{ channel: 'call', evidence: 'clicked' }]);
  },
);
