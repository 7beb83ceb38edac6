/**
 * A site of one's own, taught by one click (OVR5): somebody of marketing teaches the company's CRM and puts it in the
 * draft; once that is published, a colleague who was taught nothing sees chips there. The CRM changes, and the
 * agreement mends what is read; it switches the site off, and the chips are gone.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { Definitions } from '../../shared/definitions/definitions.ts';
import type { SiteRule } from '../../shared/definitions/site.ts';
import { clickOurs, linesOn, untilChips } from '../support/chips.ts';
import { request, signIn } from '../support/api.ts';
import { eventually, handOver, openBrowser, openWorkspace } from '../support/journey.ts';
import { sign } from '../support/workspace.ts';

const Current = z.object({ definitions: Definitions });
const Draft = z.object({ hash: z.string() });
const MARINA = 'marina@clinicavida.test';
/** Rows without a mailto link or any attribute the careful reading of other sites would take. */
const CRM = `<!doctype html><title>Our CRM</title><h1>People</h1><table border="1" cellpadding="8"><tbody>
  <tr><td data-field="name">Marina</td><td data-field="mail">${MARINA}</td></tr>
  <tr><td data-field="name">Somebody</td><td data-field="mail">somebody@stranger.test</td></tr></tbody></table>`;

test('[OVR5][DEF1] taught by one click, put in the draft, published: a colleague sees it', async (context) => {
  let html = CRM;
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const crm = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const workspace = await openWorkspace(context);
  const { admin, members } = workspace;
  await handOver(workspace, { emails: [MARINA], fields: { name: 'Marina' }, owner: members.ana });

  const teaching = await openBrowser(context, workspace, { member: members.marketer, sites: [crm] });
  const page = await teaching.context.newPage();
  await page.goto(crm);
  const options = await teaching.context.newPage();
  await options.goto(teaching.pageUrl('options.html'));
  await options.getByRole('button', { name: /^Teach it: / }).click();
  await page.bringToFront();
  await eventually('the bar', async () => (await linesOn(page)).find((line) => /Click the email/.test(line)));
  await page.locator('[data-field=mail]').first().click();
  await eventually('what it finds', async () => (await linesOn(page)).find((line) => /Finds 2/.test(line)));
  await clickOurs(page, /put in the draft/);
  await eventually('the draft', async () => (await linesOn(page)).find((line) => /in the draft/.test(line)));
  await untilChips(page, 'tr', (chips) => chips.length === 1);

  const colleague = await openBrowser(context, workspace, { member: members.ana, sites: [crm] });
  const theirs = await colleague.context.newPage();
  await theirs.goto(crm);
  await theirs.waitForTimeout(1_500);
  await untilChips(theirs, 'tr', (chips) => chips.length === 0);
  const { hash } = Draft.parse(await request(admin, 'GET /v1/definitions/draft'));
  for (const member of [members.marketer, members.manager])
    await request(await signIn(admin, member), 'POST /v1/definitions/draft/sign', { body: { hash } });
  await request(admin, 'POST /v1/definitions/draft/publish', { body: { note: 'Our CRM' } });
  const [chip] = await untilChips(theirs, 'tr', (chips) => chips.length === 1, { withinMs: 90_000 });
  expect(chip?.beside).toContain('Marina');

  const { definitions } = Current.parse(await request(admin, 'GET /v1/definitions/current'));
  const agree = (change: Partial<SiteRule>) => {
    const sites = definitions.sites?.map((rule) => ({ ...rule, ...change }));
    return sign(admin, { ...definitions, ...(sites && { sites }) }, members);
  };
  html = CRM.replaceAll('data-field="mail"', 'data-new="mail"');
  await theirs.reload();
  await theirs.waitForTimeout(1_500);
  await untilChips(theirs, 'tr', (chips) => chips.length === 0);
  await agree({ views: [{ view: 'list', rows: ['tr'], people: ['[data-new=mail]'], address: 'text' }] });
  await untilChips(theirs, 'tr', (chips) => chips.length === 1, { withinMs: 90_000 });
  await agree({ off: true });
  await untilChips(theirs, 'tr', (chips) => chips.length === 0, { withinMs: 90_000 });
  expect(await theirs.locator('combinado-ui').count()).toBe(0);
});
