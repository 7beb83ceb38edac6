/** Promises, calendars, hand-off, routes and targets by their forms, in real Chromium. */
import type { Page } from '@playwright/test';
import { expect, test, type TestContext } from 'vitest';
import * as z from 'zod';
import { wallClock } from '../../worker/console/ui/LocalTime.tsx';
import { nextFriday } from '../../worker/console/draft/forms/policies/moment.ts';
import { Definitions } from '../../shared/definitions/definitions.ts';
import { Version } from '../../shared/definitions/version.ts';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { workspaceCalendarOf } from '../../shared/lead/versionAt.ts';
import { calendarFormWords } from '../../shared/messages/calendarForm/index.ts';
import { formatOf } from '../../shared/messages/format.ts';
import { localMsOf } from '../../shared/sla/localTime.ts';
import { dueAt } from '../../shared/sla/target.ts';
import { request, signIn } from '../support/api.ts';
import { lookAt, openChromium, openConsole, settled, speak } from '../support/console.ts';
import { openWorkspace } from '../support/journey.ts';

const PATH = '/console/agreement/draft';
const PARTS = ['policies', 'calendars', 'handoff', 'routes', 'targets'] as const;
const Draft = z.object({ definitions: Definitions });

async function openDraft(context: TestContext, part: (typeof PARTS)[number]) {
  const workspace = await openWorkspace(context);
  const { admin, members } = workspace;
  const inForce = Version.parse(await request(admin, 'GET /v1/definitions/current'));
  await request(admin, 'POST /v1/definitions/draft', { body: { version: inForce.version } });
  const browser = await openChromium(context);
  const opened = await openConsole(browser, admin, { member: members.manager, path: `${PATH}/${part}` });
  await opened.page.locator('#part-title').waitFor();
  await settled(opened.page);
  const draft = async () => Draft.parse(await request(admin, 'GET /v1/definitions/draft')).definitions;
  return { ...opened, ...workspace, inForce, draft };
}

const saved = (page: Page) => page.getByRole('status').getByText('saved', { exact: true }).waitFor();
const entry = (page: Page, name: string) =>
  page.locator('.entry-name').filter({ hasText: new RegExp(`^${name}$`) });

/** Changes and waits until the worker has them: what was saved before says "saved" too. */
async function changing(page: Page, act: () => Promise<unknown>): Promise<void> {
  const told = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().endsWith('/v1/definitions/draft'),
  );
  await act();
  await told;
  await saved(page);
}

test('[CLK2] [CLK4] a promise made shorter is seen on the clocks, saved, moved and taken back', async (context) => {
  const { page, complaints, inForce, draft } = await openDraft(context, 'policies');
  const before = await draft();
  const calendar = workspaceCalendarOf(inForce);
  const friday = nextFriday(calendar.offsets, Date.now());
  await page.getByLabel('The clock begins').fill(wallClock(calendar.offsets, friday));
  const row = page.locator('.simulated > li', { hasText: 'First response' });
  const general = before.policies.findIndex(({ id }) => id === 'first-response');
  const policy = before.policies[general];
  if (!policy) throw new Error('the starter has a general first response');

  // What stands on the screen is what the engine says of the same hours.
  const format = formatOf('en');
  const shown = (at: number) => {
    const offset = localMsOf(calendar.offsets, at) - at;
    return `${format.weekday(at, offset)} ${format.date(at, offset)} ${format.time(at, offset)}`;
  };
  const dueOf = (target: typeof policy.target) => shown(dueAt(calendar, friday, target) ?? 0);
  expect(await row.locator('.due').allInnerTexts()).toEqual([
    expect.stringContaining(dueOf(policy.target)),
    expect.stringContaining(dueOf(policy.target)),
  ]);

  await entry(page, policy.label).click();
  const form = page.locator(`[data-at="/policies/${general}"]`);
  await changing(page, () => form.getByLabel('Within', { exact: true }).fill('1'));
  const after = await draft();
  expect(after.policies[general]?.target).toEqual({ businessHours: 1 });
  expect({ ...after, policies: after.policies.with(general, policy) }).toEqual(before);
  expect(await row.locator('.due').allInnerTexts()).toEqual([
    expect.stringContaining(dueOf(policy.target)),
    expect.stringContaining(dueOf({ businessHours: 1 })),
  ]);
  await row
    .locator('summary')
    .getByText(/earlier$/)
    .waitFor();

  // Of a lead in another segment another promise is chosen, and the reasons are told.
  const [segment] = before.segments;
  const ofSegment = before.policies.find(
    ({ kind, when }) => kind === 'first_response' && JSON.stringify(when) === `{"segment":"${segment?.id}"}`,
  );
  if (!segment || !ofSegment) throw new Error('the starter promises more to its first segment');
  await page.getByLabel('Segment', { exact: true }).first().selectOption(segment.id);
  await row.locator('summary').click();
  await row.locator('[data-chosen]', { hasText: ofSegment.label }).first().waitFor();
  expect(await row.locator('[data-chosen]').count()).toBe(2);

  // A second promise of the level goes before it, by the keyboard alone.
  const kind = page.getByRole('region', { name: 'First response' });
  await changing(page, () => kind.getByRole('button', { name: /Add a promise/ }).press('Enter'));
  const place = before.policies.length;
  const fresh = page.locator(`[data-at="/policies/${place}"] > .entry-head .entry-name`);
  await fresh.focus();
  await changing(page, () => page.keyboard.press('Alt+ArrowUp'));
  const moved = await draft();
  const orders = [moved.policies[place]?.order, moved.policies[general]?.order];
  expect(orders).toEqual([1, 2]);
  expect(await fresh.evaluate((button) => button === document.activeElement)).toBe(true);

  // Undone step by step, it is what it was to the last letter.
  for (
    let steps = 0;
    steps < 10 && (await page.getByRole('button', { name: 'Undo' }).isEnabled());
    steps += 1
  )
    await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () => JSON.stringify(await draft()), { timeout: 30_000 })
    .toBe(JSON.stringify(before));
  expect(complaints).toEqual([]);
});

test('[CAL1] a state’s holidays are ticked and written down as plain dates', async (context) => {
  const { page, complaints, draft, admin, members, origin } = await openDraft(context, 'calendars');
  const before = await draft();
  const id = before.workspaceCalendar;
  const library = page.waitForRequest(/countryHolidays/);
  await entry(page, before.calendars[id]?.label ?? '').click();
  await page.getByRole('button', { name: 'Holidays of a country…' }).click();
  await library;
  await page.getByLabel('Country', { exact: true }).selectOption('BR');
  await page.getByLabel('State or region').selectOption('SP');
  await changing(page, () => page.getByRole('button', { name: 'Tick all public holidays' }).click());
  const holidays = (await draft()).calendars[id]?.holidays ?? [];
  // One of each fixed day within twelve months, whatever day this runs on.
  for (const day of ['-01-01', '-04-21', '-07-09', '-09-07', '-11-20', '-12-25'])
    expect(holidays.filter(({ on }) => on.endsWith(day)).length).toBeGreaterThan(0);
  expect(holidays.map(({ on }) => on)).toEqual(holidays.map(({ on }) => on).toSorted());

  // Ash Wednesday is half a day: the afternoon of it is open.
  const half = page.getByRole('checkbox', { name: /closed from 00:00 to 14:00/ });
  await changing(page, () => half.check());
  const withHalf = (await draft()).calendars[id]?.holidays ?? [];
  expect(withHalf.filter(({ hours }) => hours !== undefined)).toEqual([
    expect.objectContaining({ hours: [['14:00', '18:00']] }),
  ]);
  await changing(page, () => half.uncheck());
  expect((await draft()).calendars[id]?.holidays).toEqual(holidays);

  // Days of the city come from a file; what is no date is told.
  await page.locator('.holidays > summary').click();
  const csv = Buffer.from('date;name\n2029-01-25;City day\nsoon;Perhaps\n');
  const file = { name: 'city.csv', mimeType: 'text/csv', buffer: csv };
  await changing(page, () => page.getByLabel('Days of your city, from a file').setInputFiles(file));
  await page.getByText('1 day read · 1 line could not be read').waitFor();
  const withCity = await draft();
  expect(withCity.calendars[id]?.holidays.at(-1)).toEqual({ on: '2029-01-25', label: 'City day' });

  // Without any dated holiday the form says what that means.
  const calendars = { ...withCity.calendars };
  for (const [name, calendar] of Object.entries(calendars)) calendars[name] = { ...calendar, holidays: [] };
  const body = { definitions: { ...withCity, calendars } };
  const headers = { 'If-Match': '*' };
  const { hash } = z
    .object({ hash: z.string() })
    .parse(await request(admin, 'PUT /v1/definitions/draft', { body, headers }));
  const said = page.getByText(/has no holidays: its clocks run on every one of them/);
  await said.waitFor();
  // Published all the same, the agreement says so, too, with the way back here.
  for (const member of [members.marketer, members.manager])
    await request(await signIn(admin, member), 'POST /v1/definitions/draft/sign', { body: { hash } });
  await request(admin, 'POST /v1/definitions/draft/publish', { body: { note: 'Without holidays' } });
  await page.goto(`${origin}/console/agreement`);
  await said.waitFor();
  await page.getByRole('link', { name: 'Add holidays' }).click();
  await page.getByRole('button', { name: 'Begin from version 3' }).waitFor();
  expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
});

test('[HOF3] [HOF4] [TGT3] hand-off, routes and targets are written where they belong, and told when wrong', async (context) => {
  const { page, complaints, draft, members } = await openDraft(context, 'handoff');
  const before = await draft();
  await changing(page, async () => {
    await page.getByRole('button', { name: '+ Add a reason' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Bought elsewhere');
    await page.getByLabel('It means').selectOption('disqualified');
    await page.getByLabel('Referee').selectOption(members.bruno);
  });
  const { handoff } = await draft();
  expect(handoff.reasons.at(-1)).toEqual({
    id: 'boughtElsewhere',
    label: 'Bought elsewhere',
    answer: 'disqualified',
  });
  expect(handoff.referee).toBe(members.bruno);

  // More days than attempts cannot be kept: said at the number, and in the list of parts.
  await page.getByLabel('On different days').fill('40');
  await page.locator('[aria-invalid="true"]').first().waitFor();
  await page.getByRole('link', { name: /Hand-off and reasons .*problem/ }).waitFor();
  await changing(page, () => page.getByLabel('On different days').fill('5'));

  await page.getByRole('link', { name: 'Routes' }).click();
  await changing(page, () => page.getByRole('button', { name: '+ Add a route' }).click());
  await page.getByText(/No lead gets past/).waitFor();
  await changing(page, () =>
    page
      .getByRole('button', { name: /^Remove Every lead/ })
      .last()
      .click(),
  );
  expect((await draft()).routes).toEqual(before.routes);

  await page.getByRole('link', { name: 'Targets', exact: true }).last().click();
  await changing(page, async () => {
    await page.getByRole('button', { name: '+ Add a goal' }).click();
    await page.getByLabel('What is measured').selectOption('worked');
    await page.getByLabel('Goal', { exact: true }).fill('90');
    await page.getByLabel('Owed by').selectOption('sales');
  });
  await changing(page, async () => {
    await page.getByRole('button', { name: '+ Add a quota' }).click();
    await page.getByLabel('Per person and month').fill('50000');
  });
  const { goals, quotas, ...rest } = await draft();
  expect(goals).toEqual([
    ...before.goals,
    { id: expect.any(String) as string, side: 'sales', metric: 'worked', target: 90, period: 'month' },
  ]);
  expect(quotas).toEqual([...before.quotas, { segment: before.segments[0]?.id, perRepMonth: 50_000 }]);
  expect(rest).toEqual({ ...rest, policies: before.policies, calendars: before.calendars });
  expect(complaints).toEqual([]);
});

test('forms only read, as long as nobody writes: every entry of every part opened', async (context) => {
  const { page, origin, draft } = await openDraft(context, 'policies');
  const before = JSON.stringify(await draft());
  const written: string[] = [];
  page.on('request', (one) => one.method() !== 'GET' && written.push(`${one.method()} ${one.url()}`));
  for (const part of PARTS) {
    await page.goto(`${origin}${PATH}/${part}`);
    await page.locator('#part-title').waitFor();
    await settled(page);
    const names = page.locator('.entry-name');
    for (let place = 0; place < (await names.count()); place += 1) await names.nth(place).click();
  }
  expect(written.filter((one) => one.startsWith('PUT'))).toEqual([]);
  expect(JSON.stringify(await draft())).toBe(before);
});

test.for(LANGUAGES)(
  'axe finds no fault in these forms in %s, light and dark; 320 px show all of them',
  { timeout: 300_000 },
  async (language, context) => {
    const { page, origin } = await openDraft(context, 'policies');
    const look = lookAt(page);
    const found: string[] = [];
    await speak(page, language);
    for (const part of PARTS) {
      await page.goto(`${origin}${PATH}/${part}`);
      await page.locator('#part-title').waitFor();
      await settled(page);
      await page.locator('.entry-name').first().click();
      if (part === 'policies') {
        await page.locator('.simulated summary').nth(1).click();
        await page.locator('.entry-body:not([hidden]) > details > summary').click();
      }
      if (part === 'calendars') {
        await page.locator('.holidays > summary').click();
        await page.getByRole('button', { name: calendarFormWords(language).country.open }).click();
        await page.locator('.country select').first().selectOption('ES');
        await page.locator('.country select').nth(1).selectOption('CT');
        await page.locator('.offered').first().waitFor();
      }
      found.push(...(await look(`${part}-${language}`)));
    }
    expect(found).toEqual([]);
  },
);
