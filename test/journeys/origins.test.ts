/**
 * Gmail and Dynamics at their true origins: every saved page of theirs, served under its own address
 * to a real browser. Chips stand beside the leads it states and nobody else; the page keeps its own
 * nodes as they were; the same page under another name stays bare; a site taken back is clean.
 */
import type { Page } from '@playwright/test';
import { expect, onTestFinished, test } from 'vitest';
import { SAVED_PAGES, type SavedPage } from '../extension/sites/savedPages.ts';
import { chipsOn, linesOn, untilChips } from '../support/chips.ts';
import {
  eventually,
  handOver,
  needsBrowser,
  openBrowser,
  openWorkspace,
  temporaryFolder,
} from '../support/journey.ts';
import { serveSaved } from '../support/savedSite.ts';

const LEADS = [
  'marina.duarte@clinicavida.test',
  'rafael.nunes@transportes.test',
  'lucia@transportes.test',
  'rep.one@lead1.test',
];
/** A record the grid names without an address. */
const RECORD = '62e872ce-2a51-eb11-a813-000d3a5466d8';
const LEAD_KEYS = new Set([...LEADS.map((email) => `email:${email}`), `record:dynamics/contact/${RECORD}`]);
const ORIGINS = ['https://mail.google.com', 'https://x.crm4.dynamics.com'];
/** Nobody gave this one. */
const ELSEWHERE = 'https://elsewhere.test';

const PAGES = SAVED_PAGES.filter(({ expected }) => ORIGINS.includes(new URL(expected.url).origin));
const pathOf = ({ expected }: SavedPage, index: number) => {
  const { pathname, search } = new URL(expected.url);
  return `${pathname}${search}${search ? '&' : '?'}saved=${index}`;
};

/** A list shows a lead as often as it names them; a message or a record once. */
function expectedChips({ expected }: SavedPage): number {
  const { list = [], record = [], message = [] } = expected.reading;
  const leads = (keys: readonly string[]) => keys.filter((key) => LEAD_KEYS.has(key));
  return leads(list).length + new Set(leads([...record, ...message])).size;
}

/** The page without our nodes. */
const bare = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const own of copy.querySelectorAll('combinado-ui')) own.remove();
    return copy.outerHTML;
  });

test('[OVR4] [OVR6] every saved page of Gmail and Dynamics at its true origin', async (context) => {
  needsBrowser(context);
  const html = new Map(PAGES.map((page, index) => [pathOf(page, index), page.html]));
  const served = await serveSaved(html, temporaryFolder('certificate'));
  if ('missing' in served) return context.skip(served.missing);
  onTestFinished(() => served.stop());
  const workspace = await openWorkspace(context);
  const owner = workspace.members.ana;
  for (const email of LEADS) {
    await handOver(workspace, { emails: [email], fields: { name: email }, owner });
  }
  const externalIds = [{ system: 'dynamics', object: 'contact', id: RECORD }];
  await handOver(workspace, { externalIds, fields: { name: 'By record' }, owner });
  const hosts = [...ORIGINS, ELSEWHERE].map((origin) => [`${new URL(origin).host}:443`, served.port]);
  const browser = await openBrowser(context, workspace, {
    member: owner,
    sites: ORIGINS,
    mapped: Object.fromEntries(hosts),
  });

  const page = await browser.context.newPage();
  // A saved grid without its styles is one column thousands of pixels long, and chips wait to be seen.
  await page.setViewportSize({ width: 1280, height: 26_000 });
  for (const [index, saved] of PAGES.entries()) {
    const path = pathOf(saved, index);
    const { origin, hash } = new URL(saved.expected.url);
    const wanted = expectedChips(saved);
    await page.goto(`${ELSEWHERE}${path}${hash}`);
    const untouched = await bare(page);
    expect(await page.locator('combinado-ui').count(), saved.name).toBe(0);

    await page.goto(`${origin}${path}${hash}`);
    await untilChips(page, '*', (chips) => chips.length >= wanted).catch((error: unknown) => {
      throw new Error(`${saved.name}: ${wanted} chips awaited`, { cause: error });
    });
    const writes = saved.expected.reading.compose?.some(({ to }) => LEADS.includes(to[0] ?? ''));
    if (writes) await eventually(`${saved.name}: the strip`, async () => (await linesOn(page))[0]);
    // Long enough for one too many to come.
    await page.waitForTimeout(500);
    expect(await chipsOn(page, '*'), saved.name).toHaveLength(wanted);
    expect(await bare(page), `${saved.name}: the page's own nodes`).toBe(untouched);
  }

  const last = PAGES.findIndex((saved) => expectedChips(saved) > 0);
  const saved = PAGES[last];
  if (!saved) throw new Error('no saved page shows a lead');
  await page.goto(`${new URL(saved.expected.url).origin}${pathOf(saved, last)}`);
  await untilChips(page, '*', (chips) => chips.length > 0);
  const options = await browser.context.newPage();
  await options.goto(browser.pageUrl('options.html'));
  await options.locator('.sites button[aria-label]').first().waitFor();
  for (const origin of ORIGINS) {
    const id = origin.includes('google') ? 'Gmail' : 'Dynamics 365';
    await options.locator('.sites li', { hasText: id }).getByRole('button').click();
  }
  await eventually('no trace once the site was taken back', async () =>
    (await page.locator('combinado-ui').count()) === 0 ? true : undefined,
  );
});
