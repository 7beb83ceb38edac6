/** The room "Team" in real Chromium: people, teams, being away, closed days, devices; by role, keyboard and axe. */
import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { teamWords } from '../../shared/messages/consoleTeam/index.ts';
import { AbsencesResponse } from '../../shared/protocol/absences.ts';
import { ClosuresResponse } from '../../shared/protocol/closures.ts';
import { DevicesResponse, MembersResponse, TeamsResponse } from '../../shared/protocol/people.ts';
import { request } from '../support/api.ts';
import { lookAt, openChromium, openConsole, speak } from '../support/console.ts';
import { handOver, openWorkspace, type JourneyWorkspace } from '../support/journey.ts';

const Added = z.object({ id: z.string() });

/** An admin who signs in like anybody else. */
async function addAdmin({ admin }: JourneyWorkspace): Promise<string> {
  const body = { name: 'Dana', side: 'neutral', role: 'admin' };
  return Added.parse(await request(admin, 'POST /v1/members', { body })).id;
}

async function openTeamRoom(
  context: Parameters<typeof openWorkspace>[0],
  { part = '', as = 'admin' }: { part?: string; as?: 'admin' | 'manager' | 'ana' } = {},
) {
  const workspace = await openWorkspace(context);
  const browser = await openChromium(context);
  const member = as === 'admin' ? await addAdmin(workspace) : workspace.members[as];
  const path = `/console/team${part}`;
  const { page, complaints } = await openConsole(browser, workspace.admin, { member, path });
  await page.locator('.panel').first().waitFor();
  return { ...workspace, browser, page, complaints, member };
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('[ACC4] an admin adds a person with own hours, and is given the link to hand on', async (context) => {
  const { admin, page, complaints } = await openTeamRoom(context);
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByLabel('Name').fill('Eva');
  await page.getByRole('dialog').getByLabel('Team').selectOption('Sales');
  await page.getByLabel('New leads a day').fill('5');
  await page.getByRole('checkbox', { name: 'Own hours' }).check();
  await page.getByLabel('Monday, opens').first().fill('07:30');
  await page.getByRole('button', { name: 'Save' }).click();

  const link = await page.getByLabel('Link, good for one use').inputValue();
  expect(link).toMatch(/\/join#/);
  await page.getByRole('button', { name: 'Close' }).click();
  await rowOf(page, 'Eva').getByText('5').waitFor();
  const { members } = MembersResponse.parse(await request(admin, 'GET /v1/members'));
  const eva = members.find(({ name }) => name === 'Eva');
  expect(eva).toMatchObject({ role: 'sdr', side: 'sales', team: 'sales', perDay: 5, active: true });
  expect(eva?.hours?.week.mon?.[0]?.[0]).toBe('07:30');
  expect(complaints).toEqual([]);

  // It signs in whoever opens it.
  const other = await page.context().browser()?.newContext({ locale: 'en-US' });
  const theirs = await other?.newPage();
  await theirs?.goto(link);
  await theirs?.getByRole('button').click();
  await theirs?.getByRole('link').waitFor();
  await theirs?.goto(`${admin.origin}/console/team`);
  await theirs?.getByText('Eva').first().waitFor();
  expect(await theirs?.getByRole('button', { name: 'Add a person' }).count()).toBe(0);
});

test('[FCT3] who leaves is signed out and out of the list, and can come back', async (context) => {
  const { admin, page, members } = await openTeamRoom(context);
  await page.getByRole('button', { name: 'Change Bruno' }).click();
  await page.getByRole('button', { name: 'Leaves the team' }).click();
  await rowOf(page, 'Bruno').waitFor({ state: 'detached' });
  const stateOf = async () =>
    MembersResponse.parse(await request(admin, 'GET /v1/members')).members.find(
      ({ id }) => id === members.bruno,
    );
  expect(await stateOf()).toMatchObject({ active: false });
  await page.getByRole('checkbox', { name: 'Show who left' }).check();
  await rowOf(page, 'Bruno').getByText('left').waitFor();
  await page.getByRole('button', { name: 'Change Bruno' }).click();
  await page.getByRole('button', { name: 'Is back' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await stateOf()).toMatchObject({ active: true });
});

test('what the worker refuses is said at the field it is about', async (context) => {
  const { page } = await openTeamRoom(context);
  await page.getByRole('button', { name: 'Change Dana' }).click();
  await page.getByRole('checkbox', { name: 'Own hours' }).check();
  await page.getByLabel('Time zone').fill('Mars/Olympus');
  await page.getByRole('button', { name: 'Save' }).click();
  const field = page.getByLabel('Time zone');
  await page.getByRole('alert').waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  const said = await field.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${said}"]`).textContent()).toMatch(/zone/i);
});

test('[HOF2] a manager makes a team, says who is away, and gives their leads to others', async (context) => {
  const workspace = await openTeamRoom(context, { part: '/teams', as: 'manager' });
  const { admin, page, members } = workspace;
  await page.getByRole('button', { name: 'Add a team' }).click();
  await page.getByLabel('Name').fill('Inside Sales São Paulo');
  await page.getByLabel('Manager').selectOption('Marcos');
  await page.getByRole('button', { name: 'Save' }).click();
  await rowOf(page, 'Inside Sales São Paulo').waitFor();
  const { teams } = TeamsResponse.parse(await request(admin, 'GET /v1/teams'));
  expect(teams.map(({ id }) => id)).toContain('inside_sales_sao_paulo');

  await handOver(workspace, { emails: ['lead@acme.test'], owner: members.ana });
  await page.getByRole('link', { name: 'Away' }).click();
  await page.getByRole('button', { name: 'Somebody is away' }).click();
  await page.getByLabel('Who').selectOption('Ana');
  await page.getByLabel('Reason').fill('Jury duty');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('1 lead waits for them').waitFor();
  await page.getByRole('button', { name: 'Give their leads to others: Ana' }).click();
  await page.getByText('1 lead was given to somebody else.').waitFor();
  await page.getByRole('button', { name: 'Ana is back' }).click();
  await page.getByText('Nobody is away, and nobody will be.').waitFor();
  const { absences } = AbsencesResponse.parse(await request(admin, 'GET /v1/absences?all=true'));
  expect(absences).toMatchObject([{ memberId: members.ana, reason: 'Jury duty', by: members.manager }]);
});

test('[CAL7] an admin declares a period closed; what cannot be is said', async (context) => {
  const { admin, page } = await openTeamRoom(context, { part: '/closures' });
  await page.getByRole('button', { name: 'Declare closed' }).click();
  const start = await page.getByLabel('Closed from').inputValue();
  await page.getByLabel('Open again').fill(start.replace(/T.*/, 'T00:00'));
  await page.getByLabel('Reason').fill('Power cut');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  expect(await page.getByLabel('Open again').getAttribute('aria-invalid')).toBe('true');

  await page.getByLabel('Closed from').fill(start.replace(/T.*/, 'T00:00'));
  // Four days hold an open hour, whatever the day this runs on.
  const end = new Date(`${start.slice(0, 10)}T00:00Z`).getTime() + 4 * 86_400_000;
  await page.getByLabel('Open again').fill(`${new Date(end).toISOString().slice(0, 10)}T00:00`);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Power cut').waitFor();
  await page.getByRole('button', { name: 'Open again now' }).click();
  await page.getByText('withdrawn').waitFor();
  const { closures } = ClosuresResponse.parse(await request(admin, 'GET /v1/closures'));
  expect(closures).toMatchObject([{ reason: 'Power cut', team: null }]);
  expect(closures[0]?.withdrawnAt).not.toBeNull();
});

test('[ACC4] a device is revoked where it is seen; a calendar feed is made and closed', async (context) => {
  const { admin, page, members } = await openTeamRoom(context, { part: '/devices', as: 'ana' });
  const addresses: string[] = [];
  await page.getByRole('button', { name: 'Make a new address' }).click();
  addresses.push(await page.getByLabel('Private address').inputValue());
  expect((await fetch(addresses[0] ?? '')).status).toBe(200);
  await page.getByRole('button', { name: 'Close the feed' }).click();
  await page.getByText('The feed is closed.').waitFor();
  expect((await fetch(addresses[0] ?? '')).status).toBe(404);

  await page.getByRole('button', { name: /^Revoke .* of Ana$/ }).click();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  const { devices } = DevicesResponse.parse(await request(admin, 'GET /v1/devices'));
  expect(devices.filter(({ memberId }) => memberId === members.ana)).toEqual([]);
});

test('axe finds no fault in any part, in any language and theme; 320 px show all of it', async (context) => {
  const { browser, admin, member } = await openTeamRoom(context);
  const { page } = await openConsole(browser, admin, { member, path: '/console/team' });
  const look = lookAt(page);
  const found: string[] = [];
  for (const language of LANGUAGES) {
    await speak(page, language);
    const words = teamWords(language);
    for (const [part, label] of Object.entries(words.parts)) {
      await page.getByRole('link', { name: label, exact: true }).last().click();
      await page.locator('.panel').first().waitFor();
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      found.push(...(await look(`team-${part}-${language}`)));
    }
    await page.getByRole('link', { name: words.parts.people, exact: true }).last().click();
    await page.getByRole('button', { name: words.people.add }).click();
    await page.getByRole('checkbox', { name: words.people.hours }).check();
    found.push(...(await look(`team-form-${language}`)));
    await page.keyboard.press('Escape');
  }
  expect(found).toEqual([]);
}, 300_000);
