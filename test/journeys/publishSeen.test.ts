/**
 * A publish that moves leads, seen live: an admin publishes what both sides signed; a colleague’s list in
 * another browser and the chip on a page in a third show where the lead stands now, without a reload.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import type { Version } from '../../shared/definitions/version.ts';
import { LeadsResponse } from '../../shared/protocol/api.ts';
import { leadOf, request, signIn } from '../support/api.ts';
import { untilChips } from '../support/chips.ts';
import { openChromium, openConsole, settled } from '../support/console.ts';
import { openBrowser, openWorkspace } from '../support/journey.ts';

const Draft = z.object({ hash: z.string() });
const Members = z.object({ members: z.array(z.object({ id: z.string(), role: z.string() })) });
const MARINA = 'marina@clinicavida.test';
const PAGE = `<!doctype html><title>People</title><h1>People</h1><table border="1" cellpadding="8"><tbody>
  <tr><td>Marina</td><td><a href="mailto:${MARINA}">${MARINA}</a></td></tr></tbody></table>`;
/** Poke, pull and fold; on a busy machine each takes its time. */
const LIVE_MS = 60_000;

test('[STG6] [SYN5] a publish that moves a lead is seen in another console and on a page, without a reload', async (context) => {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const workspace = await openWorkspace(context);
  const { admin, members } = workspace;
  const lead = {
    emails: [MARINA],
    fields: {
      name: 'Marina',
      company: 'Clínica Vida',
      seniority: 'director',
      employees: 120,
      industry: 'health',
    },
    owner: members.ana,
  };
  const made = LeadsResponse.parse(await request(admin, 'POST /v1/leads', { body: { leads: [lead] } }));
  const [result] = made.results;
  const id = result && 'id' in result ? result.id : '';
  expect((await leadOf(admin, id)).state.stage.id).toBe('lead');

  const browser = await openChromium(context);
  const watching = await openConsole(browser, admin, { member: members.manager, path: '/console/leads' });
  const row = watching.page.getByRole('row').filter({ hasText: 'Marina' });
  await row.filter({ hasText: 'Lead' }).waitFor();
  const rep = await openBrowser(context, workspace, { member: members.ana, sites: [site] });
  const page = await rep.context.newPage();
  await page.goto(site);
  const [before] = await untilChips(page, 'tr', (chips) => chips.length === 1);
  expect(before?.name).toContain('Lead');
  const loads: string[] = [];
  for (const each of [watching.page, page])
    each.on('framenavigated', (frame) => frame === each.mainFrame() && loads.push(frame.url()));

  // What marketing and sales agree on now: who fits is enough, with no engagement asked.
  const { definitions } = (await request(admin, 'GET /v1/definitions/current')) as Version;
  const stages = definitions.stages.map((stage) =>
    stage.id === 'mql' ? { ...stage, criteria: { score: true, atLeast: 20 } } : stage,
  );
  const body = { definitions: { ...definitions, stages } };
  const { hash } = Draft.parse(await request(admin, 'PUT /v1/definitions/draft', { body }));
  for (const member of [members.marketer, members.manager])
    await request(await signIn(admin, member), 'POST /v1/definitions/draft/sign', { body: { hash } });
  const { members: everybody } = Members.parse(await request(admin, 'GET /v1/members'));
  const publisher = await openConsole(browser, admin, {
    member: everybody.find(({ role }) => role === 'admin')?.id ?? '',
    path: '/console/agreement/draft',
  });
  await settled(publisher.page);
  await publisher.page.getByRole('button', { name: 'Publish' }).click();
  await publisher.page.getByLabel('Note').fill('Who fits is enough');
  await publisher.page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();

  await row.filter({ hasText: 'MQL' }).waitFor({ timeout: LIVE_MS });
  const [after] = await untilChips(
    page,
    'tr',
    (chips) => chips.length === 1 && chips[0]?.name.includes('MQL') === true,
    { withinMs: LIVE_MS },
  );
  expect(after?.beside).toContain('Marina');
  expect((await leadOf(admin, id)).state.stage.id).toBe('mql');
  expect(loads).toEqual([]);
  expect(watching.complaints).toEqual([]);
}, 300_000);
