/**
 * Leads in real Chromium: the table and its filters, the card, acts on many with their way back, and a
 * day gone by. What is seen is held against the worker's own answers.
 */
import type { Page } from '@playwright/test';
import { expect, test, type TestContext } from 'vitest';
import { LeadsListResponse } from '../../shared/protocol/leads.ts';
import { leadOf, request } from '../support/api.ts';
import { lookAt, openChromium, openConsole, openSample, settled } from '../support/console.ts';
import { attemptsOf, eventually, handOver, openWorkspace } from '../support/journey.ts';

const names = (page: Page) => page.locator('.lead-table .name a').allTextContents();

async function threeLeads(context: TestContext) {
  const workspace = await openWorkspace(context);
  const ids: string[] = [];
  for (const [name, owner] of [
    ['Marina Clarke', workspace.members.ana],
    ['Paul Reese', workspace.members.ana],
    ['Julia Anders', workspace.members.bruno],
  ] as const) {
    const email = `${name.replace(' ', '.').toLowerCase()}@journey.example`;
    const fields = { name, company: 'Journey', industry: 'health', seniority: 'director', employees: 120 };
    ids.push(await handOver(workspace, { emails: [email], fields, owner }));
  }
  return { ...workspace, ids };
}

test('filters are in the address, find what the worker finds, and open the card by a link', async (context) => {
  const { admin, members, leads } = await openSample(context);
  const browser = await openChromium(context);
  const member = members.find(({ role }) => role === 'manager')?.id ?? '';
  const { page, complaints } = await openConsole(browser, admin, { member, path: '/console/leads' });
  await settled(page);
  expect(await page.locator('.page-head .about').textContent()).toBe(`${Object.keys(leads).length} leads`);

  await page.getByLabel('Clock', { exact: true }).selectOption('breached');
  await page.waitForURL('**/console/leads?clock=breached');
  await settled(page);
  const late = LeadsListResponse.parse(await request(admin, 'GET /v1/leads?clock=breached&sort=due'));
  expect(await page.locator('.page-head .about').textContent()).toBe(`${late.leads.length} leads`);
  const seen = await names(page);
  expect(seen).toEqual(late.leads.slice(0, seen.length).map(({ name }) => name));

  const wanted = late.leads[0];
  await page.getByPlaceholder('Name, company or e-mail').fill(wanted?.name ?? '');
  await eventually('one row', async () => ((await names(page)).length === 1 ? true : undefined));
  await page.getByRole('link', { name: wanted?.name ?? '' }).click();
  await page.waitForURL(`**/console/leads/${wanted?.id}?**`);
  const card = page.locator('.card');
  await card.getByRole('heading', { name: wanted?.name ?? '' }).waitFor();
  const { state } = await leadOf(admin, wanted?.id ?? '');
  expect(await card.locator('.head').textContent()).toContain(String(state.score.shown));
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

test('[STG5] a day gone by is told as it was known then, and nothing can be done in it', async (context) => {
  const { admin, members, leads } = await openSample(context);
  const browser = await openChromium(context);
  const states = [];
  for (const id of Object.values(leads)) states.push((await leadOf(admin, id)).state);
  const moved = states.find(({ entries }) => entries.length > 2);
  const second = moved?.entries[1];
  const on = new Date(second?.at ?? 0).toISOString().slice(0, 10);
  const then = (await request(admin, `GET /v1/leads/${moved?.leadId}?at=${on}`)) as Awaited<
    ReturnType<typeof leadOf>
  >;
  const member = members.find(({ role }) => role === 'manager')?.id ?? '';
  const path = `/console/leads/${moved?.leadId}?at=${on}`;
  const { page } = await openConsole(browser, admin, { member, path });
  const card = page.locator('.card');
  await card.waitFor();
  const current = card.locator('.funnel [aria-current], .funnel .now').first();
  const stages = (await request(admin, 'GET /v1/definitions/current')) as {
    definitions: { stages: { id: string; short: string }[] };
  };
  const short = stages.definitions.stages.find(({ id }) => id === then.state.stage.id)?.short;
  expect(await current.textContent()).toContain(short);
  expect(await card.locator('.head').textContent()).toContain(String(then.state.score.shown));
  await page.getByText(/Nothing can be changed here/).waitFor();
  expect(await card.locator('.dock').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Now' }).click();
  await card.locator('.dock').waitFor();
});

test('an attempt logged on the card is the worker’s, and is taken back in one click', async (context) => {
  const workspace = await threeLeads(context);
  const [leadId = ''] = workspace.ids;
  const browser = await openChromium(context);
  const { admin, members } = workspace;
  const { page } = await openConsole(browser, admin, {
    member: members.ana,
    path: `/console/leads/${leadId}`,
  });
  const card = page.locator('.card');
  await card.getByRole('button', { name: 'Call' }).click();
  await card.getByRole('button', { name: /No answer/ }).click();
  await eventually('the attempt', async () =>
    (await attemptsOf(workspace, leadId)).length === 1 ? true : undefined,
  );
  await card.getByRole('button', { name: /Undo/ }).click();
  const left = await eventually('its withdrawal', async () => {
    const attempts = await attemptsOf(workspace, leadId);
    return attempts.length === 0 ? attempts : undefined;
  });
  expect(left).toEqual([]);

  // The rest of what the card offers is the worker's, too, and said with its own words.
  const stageIs = (stage: string) =>
    eventually(`the stage ${stage}`, async () => {
      const { state } = await leadOf(admin, leadId);
      return state.stage.id === stage || undefined;
    });
  const said = (words: string) => card.getByRole('status').getByText(words).waitFor();
  await card.getByRole('button', { name: 'Accept', exact: true }).click();
  await stageIs('sal');
  await card.getByRole('button', { name: 'More…' }).click();
  await card.getByRole('button', { name: 'Move to another stage…' }).click();
  await card.locator('.chooser select').selectOption('sql');
  await card.getByRole('button', { name: 'Save', exact: true }).click();
  await said('Moved to SQL: Marina Clarke');
  await stageIs('sql');
  await card.getByRole('button', { name: 'Return…' }).click();
  await card.getByRole('button', { name: 'Not now' }).click();
  await said('Answer corrected: Marina Clarke');
  await stageIs('lead');
});

test('many are given at once and taken back; what cannot be taken back waits to be called off', async (context) => {
  const { admin, members, ids } = await threeLeads(context);
  const browser = await openChromium(context);
  const { page } = await openConsole(browser, admin, { member: members.manager, path: '/console/leads' });
  await settled(page);
  const owners = async () => Promise.all(ids.map(async (id) => (await leadOf(admin, id)).state.owner?.id));
  const before = await owners();

  await page.getByLabel('Select all that are listed').check();
  await page.getByLabel('Give to…').selectOption({ label: 'Camila' });
  await page.getByText('3 leads given').waitFor();
  expect(await owners()).toEqual([members.camila, members.camila, members.camila]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  expect(await owners()).toEqual(before);

  const answers = async () =>
    Promise.all(
      ids.map(async (id) => (await leadOf(admin, id)).state.handoffs.at(-1)?.answer?.answer ?? null),
    );
  await page.getByLabel('Select Paul Reese').check();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Not done.').waitFor();
  expect(await answers()).toEqual([null, null, null]);

  await page.getByLabel('Select Paul Reese').check();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('1 lead accepted').waitFor();
  expect(await answers()).toEqual([null, 'accepted', null]);

  // Of all three one cannot be done: it is said which, why, and it can be taken up again alone.
  await page.getByLabel('Select all that are listed').check();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('2 leads accepted · 1 could not be done').waitFor();
  const undone = page.getByRole('region', { name: 'What could not be done' });
  expect(await undone.getByRole('link').allTextContents()).toEqual(['Paul Reese']);
  expect(await undone.textContent()).toContain('1 lead: No hand-off of this lead waits for an answer.');
  await lookAt(page)('many-not-done');
  await undone.getByRole('button', { name: 'Select it again' }).click();
  await page.getByText('1 selected').waitFor();

  // Put to rest, and woken by taking it back.
  const rests = async () =>
    Promise.all(ids.map(async (id) => (await leadOf(admin, id)).state.snoozedUntil !== null));
  await page.getByRole('button', { name: 'Snooze' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Snooze' }).click();
  await page.getByText('1 lead snoozed').waitFor();
  expect(await rests()).toEqual([false, true, false]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  expect(await rests()).toEqual([false, false, false]);
});
