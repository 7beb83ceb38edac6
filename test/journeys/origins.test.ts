/**
 * Sites at their true origins: every saved page, served under its own address to a real browser. Chips stand beside the leads it states and nobody else; the page keeps its own
 * nodes as they were; the same page under another name stays bare; a site taken back is clean.
 */
import type { Page } from '@playwright/test';
import { expect, onTestFinished, test } from 'vitest';
import { ALL_SITES, SAVED_PAGES, type SavedPage } from '../extension/sites/savedPages.ts';
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

/** Every page is opened twice, one after the other. */
const TIMEOUT_MS = 240_000;
const LEADS = [
  'marina.duarte@clinicavida.test',
  'rafael.nunes@transportes.test',
  'lucia@transportes.test',
  'rep.one@lead1.test',
  'marina@clinicavida.test',
  'bjorn@fjordworks.test',
];
/** Records that pages name without an address, as a connector or an import would write their ids. */
const RECORDS = [
  { system: 'dynamics', object: 'contact', id: '62E872CE-2A51-EB11-A813-000D3A5466D8' },
  { system: 'hubspot', object: 'contact', id: '1052' },
  { system: 'salesforce', object: 'Opportunity', id: '0065g00000AAAAB' },
  { system: 'pipedrive', object: 'person', id: '12' },
  { system: 'odoo', object: 'res.partner', id: '12' },
  { system: 'zoho', object: 'lead', id: '4876876000000333002' },
];
/** The first is written with the ninth digit on the page. */
const PHONES = ['+551187654321', '+972501234567'];
const LEAD_KEYS = new Set([
  ...LEADS.map((email) => `email:${email}`),
  ...RECORDS.map(({ system, object, id }) => `record:${system}/${object.toLowerCase()}/${id.toLowerCase()}`),
  'record:salesforce/opportunity/0065g00000aaaabaa5',
  'phone:+5511987654321',
  'phone:+972501234567',
]);
/** Nobody gave this one. */
const ELSEWHERE = 'https://elsewhere.test';

/** What is served by a real program elsewhere in the journeys is not served again. */
const PAGES = SAVED_PAGES.filter(
  ({ expected: { url, site } }) => url.startsWith('https:') && site !== 'roundcube',
);
const ORIGINS = [...new Set(PAGES.map(({ expected }) => new URL(expected.url).origin))];
const pathOf = ({ expected }: SavedPage, index: number) => {
  const { pathname, search } = new URL(expected.url);
  return `${pathname}${search}${search ? '&' : '?'}saved=${index}`;
};

/** A list or a mail shows a lead as often as it names them; a message or a record once. */
function expectedChips({ expected }: SavedPage): number {
  const { list = [], record = [], message = [], compose = [] } = expected.reading;
  const chips = ALL_SITES.find(({ id }) => id === expected.site)?.compose?.chips;
  const recipients = compose.flatMap(({ to, cc, bcc }) =>
    [...to, ...cc, ...bcc].map((email) => `email:${email}`),
  );
  const leads = (keys: readonly string[]) => keys.filter((key) => LEAD_KEYS.has(key));
  return leads([...list, ...(chips ? recipients : [])]).length + new Set(leads([...record, ...message])).size;
}

/** The page without our nodes. */
const bare = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const own of copy.querySelectorAll('combinado-ui')) own.remove();
    return copy.outerHTML;
  });

test('[OVR4] [OVR6] every saved page at its true origin', { timeout: TIMEOUT_MS }, async (context) => {
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
  for (const record of RECORDS) {
    await handOver(workspace, { externalIds: [record], fields: { name: record.system }, owner });
  }
  for (const phone of PHONES) await handOver(workspace, { phones: [phone], fields: { name: phone }, owner });
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
  const given = options.getByRole('button', { name: /^Take back / });
  for (let left = await given.count(); left > 0; left -= 1) {
    await given.first().click();
    await eventually('taken back', async () => ((await given.count()) < left ? true : undefined));
  }
  await eventually('no trace once the site was taken back', async () =>
    (await page.locator('combinado-ui').count()) === 0 ? true : undefined,
  );
});
