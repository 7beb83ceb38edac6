/**
 * What of a connected system is not here, as people meet it in the closed loop and in the first week's audit:
 * nothing connected, all of it counted, each record opened over there; by keys, in every look.
 */
import { expect, test } from 'vitest';
import * as z from 'zod';
import { LeakFigures } from '../../shared/protocol/crmRecords.ts';
import { ConnectionsResponse } from '../../shared/protocol/connections.ts';
import { ReportResponse } from '../../shared/protocol/reports.ts';
import { request } from '../support/api.ts';
import { openChromium, openConsole, settled } from '../support/console.ts';
import { everyLook } from '../support/everyLook.ts';
import { eventually, needsBrowser } from '../support/journey.ts';
import { openWithDynamics } from '../support/withDynamics.ts';
import { Dynamics } from '../vendors/dynamics/fake.ts';

const Leads = z.object({ leads: z.array(z.object({ id: z.string() })) });

test('[TGT4] records that are not here are counted, opened and explained on both screens', async (context) => {
  needsBrowser(context);
  const org = new Dynamics(() => Date.now());
  for (const name of ['Otto', 'Dora'])
    org.add('lead', { firstname: name, lastname: 'Old', emailaddress1: `${name.toLowerCase()}@acme.test` });
  const deals = Array.from({ length: 60 }, (_, place) =>
    org.add('opportunity', { name: `Deal ${place}`, estimatedvalue: 100 + place }),
  );
  const { admin, member } = await openWithDynamics(context, org);
  const chromium = await openChromium(context);
  const viewport = { width: 1280, height: 900 };
  const { page, complaints } = await openConsole(chromium, admin, {
    member,
    path: '/console/closed-loop',
    viewport,
  });
  const look = everyLook(page);
  const found: string[] = [];
  const see = async (name: string) => found.push(...(await look(name)));
  const go = async (path: string) => {
    await page.goto(new URL(path, page.url()).href);
    await page.locator('[data-crm]').waitFor();
    await settled(page);
  };

  await page.locator('[data-crm]').waitFor();
  await see('crm-none');
  await page.getByRole('link', { name: 'Connect a CRM' }).click();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Connect Dynamics 365').click();
  const fields = page.getByRole('dialog').locator('input');
  await fields.nth(1).fill(new URL(org.site).host);
  await fields.nth(2).fill(org.tenant);
  await fields.nth(2).press('Enter');
  await button('What means what').click();
  await button('Agree').click();
  const connected = async () =>
    ConnectionsResponse.parse(await request(admin, 'GET /v1/connections')).connections[0];
  await eventually('all of it read', async () => ((await connected())?.ranAt ? true : undefined));
  const { leads } = Leads.parse(await request(admin, 'GET /v1/leads?text=dora'));
  await request(admin, `DELETE /v1/leads/${leads[0]?.id ?? 'none'}`);

  // By hand: two people of whom one was erased here, sixty deals that name nobody.
  const left = { deal_of_nobody: 60, erased: 1 };
  const report = ReportResponse.parse(await request(admin, 'GET /v1/reports/leaks'));
  const [told] = LeakFigures.parse(report.figures).systems;
  expect(told?.here).toBe(1);
  expect(Object.fromEntries((told?.left ?? []).map(({ why, n }) => [why, n]))).toEqual(left);
  for (const [name, path] of [
    ['loop', '/console/closed-loop'],
    ['first-week', '/console/agreement/first-week'],
  ] as const) {
    await go(path);
    const row = page.locator('[data-system]');
    expect(await row.locator('[data-of="here"]').textContent()).toBe('1');
    expect(await row.locator('[data-of="left"]').textContent()).toBe('61');
    for (const [why, n] of Object.entries(left))
      expect(await row.locator(`[data-why="${why}"] button`).textContent()).toBe(String(n));
    await see(`crm-${name}`);
  }

  const opener = page.locator('[data-why="deal_of_nobody"] button');
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('li').nth(49).waitFor();
  expect(await dialog.locator('li').count()).toBe(50);
  await see('crm-records');
  await dialog.getByRole('button', { name: 'Show more' }).press('Enter');
  await dialog.locator('li').nth(59).waitFor();
  const hrefs = await dialog
    .locator('li a')
    .evaluateAll((links) => links.map((one) => one.getAttribute('href')));
  expect(hrefs.toSorted()).toEqual(
    deals.map(({ id }) => `${org.site}/main.aspx?pagetype=entityrecord&etn=opportunity&id=${id}`).toSorted(),
  );
  await page.keyboard.press('Escape');
  await expect.poll(() => opener.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.locator('[data-why="erased"] button').press('Enter');
  await dialog.getByText('not named any more').waitFor();
  expect(await dialog.locator('li a').count()).toBe(0);

  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
}, 420_000);
