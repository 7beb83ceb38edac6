/**
 * The console with 20,000 leads in real Chromium: every room is walked, and what it shows is what is
 * plainly counted out of what was written, through filters, sorting, scrolling to the end and drilling.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { expect, onTestFinished, test } from 'vitest';
import type { Version } from '../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../shared/lead/versionAt.ts';
import { LeadsListResponse } from '../../shared/protocol/leads.ts';
import { dateAt, startOfDate } from '../../shared/target/period.ts';
import { DAY_MS } from '../../shared/time.ts';
import { request } from '../support/api.ts';
import { openChromium, openConsole, settled } from '../support/console.ts';
import { eventually, needsBrowser, temporaryFolder } from '../support/journey.ts';
import { ACTIVE_OF, openLarge } from '../support/largeWorkspace.ts';
import {
  numberOf,
  walkDraft,
  walkFirstWeek,
  walkLoop,
  walkReview,
  walkSession,
  type Large,
} from '../support/largeRooms.ts';
import { capturedAt, SOURCES } from '../support/seedLeads.ts';
import type { Workspace } from '../support/workspace.ts';

/** `LEADS=2000` for a quick look. */
const LEADS = Number(process.env['LEADS'] ?? 20_000);
const LONG_MS = 1_800_000;
/** Reports over all of them take their time beside whatever else the machine does. */
const PATIENCE_MS = 300_000;

const places = Array.from({ length: LEADS }, (_, place) => place);
const about = async (page: Page) => numberOf(await page.locator('.page-head .about').textContent());
const names = (page: Page) => page.locator('.lead-table .name a').allTextContents();

/** Down to the last row, as the list goes on by itself. @returns how many it says there are */
async function toTheEnd(page: Page): Promise<number> {
  const rows = page.locator('.lead-table .rows');
  return eventually(
    'the end of the list',
    async () => {
      await rows.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      const isMore = (await page.getByRole('table').getAttribute('aria-rowcount')) === '-1';
      return isMore ? undefined : await about(page);
    },
    PATIENCE_MS,
  );
}

/** What a plain statement counts in the workspace's database. */
function counted(dir: string, statement: string, ...values: (number | string)[]): number {
  for (const path of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.sqlite')) continue;
    const db = new DatabaseSync(join(dir, path), { readOnly: true });
    try {
      const has = db.prepare("select 1 from sqlite_master where name = 'leads'").get();
      if (has) return Number(db.prepare(statement).get(...values)?.['n']);
    } finally {
      db.close();
    }
  }
  throw new Error(`no workspace under ${dir}`);
}

test(
  `[SYN5] each room with ${LEADS} leads shows what is counted, and lists it to the end`,
  async (context) => {
    const { bundle } = needsBrowser(context);
    const dir = temporaryFolder('large');
    const now = Date.now();
    const { admin, members, worker } = await openLarge(dir, bundle, LEADS, now);
    onTestFinished(() => worker.stop());
    const browser = await openChromium(context);
    const options = { member: members.manager, path: '/console/leads' };
    const { page, complaints } = await openConsole(browser, admin, options);
    page.setDefaultTimeout(PATIENCE_MS);
    await settled(page);

    // Every third is Ana's, every fifth came from one source.
    const whole = places.filter((place) => place % 15 === 0).length;
    await page.getByLabel('Owner', { exact: true }).selectOption({ label: 'Ana' });
    await page.getByLabel('Source', { exact: true }).selectOption({ label: 'Google' });
    await page.waitForURL('**source=google**');
    await settled(page);
    expect(await toTheEnd(page)).toBe(whole);
    expect(await page.locator('.lead-table [role=row]').count()).toBeLessThan(80);

    await page.getByLabel('Order', { exact: true }).selectOption('score');
    await page.waitForURL('**sort=score**');
    await settled(page);
    const query = `sort=score&owner=${members.ana}&source=google&limit=200`;
    const sorted = LeadsListResponse.parse(await request(admin, `GET /v1/leads?${query}`)).leads;
    const seen = await eventually('the new order', async () => {
      const listed = await names(page);
      return listed[0] === sorted[0]?.name ? listed : undefined;
    });
    expect(seen).toEqual(sorted.slice(0, seen.length).map(({ name }) => name));

    await page.goto(`${admin.origin}/console/leads`);
    await settled(page);
    const last = `Bench ${LEADS - 1}`;
    await page.getByRole('searchbox').fill(last);
    await eventually('one lead', async () => ((await about(page)) === 1 ? true : undefined), PATIENCE_MS);
    await page.getByRole('link', { name: last }).click();
    await page.locator('.card').getByRole('heading', { name: last }).waitFor();

    // Today against plain statements: captured this month by itself, and handed over this month.
    const version = (await request(admin, 'GET /v1/definitions/current')) as Version;
    const calendar = workspaceCalendarOf(version);
    const month = dateAt(calendar, now).slice(0, 7);
    const isThisMonth = (at: number) => dateAt(calendar, at).startsWith(month);
    const captured = places.filter(
      (place) => place % ACTIVE_OF === 0 && isThisMonth(capturedAt(place, now)),
    ).length;
    const opened = `select count(*) as n from facts where kind = 'handoff.opened' and at >= ?`;
    const delivered = counted(dir, opened, startOfDate(calendar, `${month}-01`));
    expect(delivered).toBeGreaterThan(LEADS / 100);
    await page.goto(`${admin.origin}/console/today`);
    await page.locator('[data-figure=delivered] b').waitFor();
    await settled(page);
    const [first] = version.definitions.stages;
    const reached = page.locator(`[data-stage="${first?.id}"] td.n a`).first();
    expect(numberOf(await reached.textContent())).toBe(captured);
    expect(numberOf(await page.locator('[data-figure=delivered] b').textContent())).toBe(delivered);
    await page.locator('[data-figure=delivered] .figure a').click();
    await page.getByText('Leads behind a number').waitFor();
    await settled(page);
    expect(await toTheEnd(page)).toBe(delivered);

    await page.goto(`${admin.origin}/console/agreement/targets`);
    await page.locator('[data-outcome=team]').waitFor();
    await settled(page);
    expect(numberOf(await page.locator('[data-goal=delivered] a').textContent())).toBe(delivered);
    expect(await page.locator('.targets .failed').count()).toBe(0);

    // What people do about the agreement.
    const large: Large = {
      page,
      admin,
      leads: LEADS,
      counted: (statement, ...values) => counted(dir, statement, ...values),
      toTheEnd: () => toTheEnd(page),
    };
    await walkFirstWeek(large);
    await walkDraft(large);
    await walkSession(large);
    await walkReview(large);
    const days90 = dateAt(calendar, now - 89 * DAY_MS);
    await walkLoop(large, startOfDate(calendar, days90), SOURCES);

    await giveAllOfAna(page, dir, `${admin.origin}/console/leads`, members);

    // Whatever else is in the menu opens, whole.
    await page.goto(`${admin.origin}/console/today`);
    const rooms = await page
      .locator('.menu nav a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(rooms.length).toBeGreaterThan(4);
    for (const room of rooms) {
      await page.goto(room);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      expect([room, await page.locator('main .failed').count()]).toEqual([room, 0]);
    }
    // That there was no draft yet was asked, and told.
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
  },
  LONG_MS,
);

/** Leads of Ana: all that match are selected and given, called off on the way, taken back, and given. */
async function giveAllOfAna(page: Page, dir: string, url: string, { ana, bruno }: Workspace['members']) {
  // Of one source, unless there are too few of it to be more than are listed.
  const [every, and] = LEADS > 5_000 ? ([15, "and source = 'google'"] as const) : ([3, ''] as const);
  const ofAna = places.filter((place) => place % every === 0).length;
  const has = (owner: string | undefined) =>
    counted(dir, `select count(*) as n from leads where owner = '${owner}' ${and}`);
  const brunos = has(bruno);
  expect(has(ana)).toBe(ofAna);
  const deeds = page.locator('.deeds');
  const said = page.locator('.said-line');
  const selectAll = async () => {
    await page.getByLabel('Select all that are listed').check();
    await deeds.getByRole('button', { name: 'Select all that match' }).click();
    await said.getByText(`${ofAna.toLocaleString('en')} selected`).waitFor();
  };
  const give = () => page.getByLabel('Give to…').selectOption({ label: 'Bruno' });
  const given = async () => numberOf(await said.locator('p').textContent());

  await page.goto(`${url}?owner=${ana}${every === 15 ? '&source=google' : ''}`);
  await settled(page);
  await selectAll();
  await give();
  await said.getByText(`00 / ${ofAna.toLocaleString('en')}`).waitFor();
  await said.getByRole('button', { name: 'Cancel' }).click();
  await said.getByText('left as they were').waitFor();
  const some = await given();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(ofAna);
  expect([has(ana), has(bruno)]).toEqual([ofAna - some, brunos + some]);
  await said.getByRole('button', { name: 'Undo' }).click();
  await said.getByText('Undone.').waitFor();
  expect([has(ana), has(bruno)]).toEqual([ofAna, brunos]);

  await settled(page);
  await selectAll();
  await give();
  await said.getByText(`${ofAna.toLocaleString('en')} leads given`).waitFor();
  expect([has(ana), has(bruno)]).toEqual([0, brunos + ofAna]);
  await said.getByRole('button', { name: 'Undo' }).click();
  await said.getByText('Undone.').waitFor();
  expect([has(ana), has(bruno)]).toEqual([ofAna, brunos]);
}
