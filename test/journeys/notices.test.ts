/**
 * What draws the eye unasked, in a real browser. Notices of the system, from the worker's clock to the
 * desktop (CLK7): each once, naming nobody, none in quiet hours, several as one, and a button that opens
 * or says it again later. The toolbar's number, and the way through the leads it counts.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import * as z from 'zod';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { Policy } from '../../shared/definitions/policy.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { request } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { launchWithExtension, stopServiceWorker, type ExtensionBrowser } from '../support/browser.ts';
import {
  eventually,
  handOver,
  needsBrowser,
  temporaryFolder,
  type JourneyWorkspace,
} from '../support/journey.ts';
import { ownPage, pairExtension, tellSurely } from '../support/pairing.ts';
import { startWorker } from '../support/worker.ts';
import { foundWorkspace } from '../support/workspace.ts';

const SETUP_TOKEN = 'notices-setup-token';
const REMIND_MS = 30 * MINUTE_MS;
const HANDED = /^A lead was handed to you\.$/;
const WARNED = / is due /;
const LATE = / is late: /;
const ANSWERED = /^A lead of yours replied/;
const Snoozed = z.looseObject({ again: z.number() });
const ALWAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Open at every hour, with a first response owed within `target`. */
function open247(target: Policy['target']): Definitions {
  const { en } = STARTERS;
  const office = en.calendars[en.workspaceCalendar];
  if (!office) throw new Error('the starter has no calendar');
  const week = Object.fromEntries(ALWAYS.map((day) => [day, [['00:00', '24:00'] as const]]));
  return {
    ...en,
    calendars: { ...en.calendars, [en.workspaceCalendar]: { ...office, zone: 'UTC', week, holidays: [] } },
    policies: [
      {
        id: 'first-response',
        label: 'First response',
        kind: 'first_response',
        party: 'sales',
        level: 'default',
        order: 1,
        calendar: en.workspaceCalendar,
        target,
        warn: [{ atPercent: 50, to: 'owner' }],
        escalate: [{ after: { minutes: 0.02 }, do: { notify: 'owner' } }],
      },
    ],
  } as Definitions;
}

interface Setting {
  readonly workspace: JourneyWorkspace;
  readonly browser: ExtensionBrowser;
  /** One of the extension's own pages. */
  readonly page: Page;
}

/** The permission stands in the manifest: the browser's own question cannot be answered from here. */
function permitted(extension: string): string {
  const folder = join(temporaryFolder('extension'), 'built');
  cpSync(extension, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = z
    .looseObject({ permissions: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const permissions = [...manifest.permissions, 'notifications'];
  writeFileSync(file, JSON.stringify({ ...manifest, permissions, optional_permissions: [] }));
  return folder;
}

async function open(context: TestContext, target: Policy['target']): Promise<Setting> {
  const { executable, extension, bundle } = needsBrowser(context);
  const dir = temporaryFolder('worker');
  const worker = await startWorker({ dir, bundle, vars: { SETUP_TOKEN }, log: () => undefined });
  onTestFinished(() => worker.stop());
  const { origin } = worker;
  const founding = { origin, setupToken: SETUP_TOKEN, name: 'Notices', language: 'en' as const };
  const workspace = { origin, ...(await foundWorkspace({ ...founding, definitions: open247(target) })) };
  const browser = await launchWithExtension({
    executable,
    extension: permitted(extension),
    profile: temporaryFolder('profile'),
    headless: true,
  });
  onTestFinished(() => browser.close());
  const page = await ownPage(browser);
  await pairExtension(page, workspace.admin, workspace.members.ana);
  await watch(browser);
  await tellSurely(page, 'panel.settings', { change: { notify: true } });
  return { workspace, browser, page };
}

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly buttons: readonly string[];
}

const background = async ({ context }: ExtensionBrowser): Promise<Worker> =>
  context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 10_000 }));

/** What the browser was given to show is remembered on its way there; it does not tell of it afterwards. */
async function watch(browser: ExtensionBrowser): Promise<void> {
  await (
    await background(browser)
  ).evaluate(() => {
    const shown: object[] = [];
    const { notifications } = Reflect.get(globalThis, 'chrome');
    const create = notifications.create.bind(notifications);
    notifications.create = (id: string, options: { readonly buttons?: readonly { title: string }[] }) => {
      shown.push({ ...options, id, buttons: (options.buttons ?? []).map(({ title }) => title) });
      return create(id, options);
    };
    Object.assign(globalThis, { shownNotices: shown });
  });
}

const shownIn = async (browser: ExtensionBrowser): Promise<readonly Shown[]> =>
  (await background(browser)).evaluate(() => Reflect.get(globalThis, 'shownNotices') as Shown[]);

/** Ids of those that stand on the desktop, by the browser's own word. */
const standingIn = async (browser: ExtensionBrowser): Promise<readonly string[]> =>
  (await background(browser)).evaluate(async () =>
    Object.keys(await Reflect.get(globalThis, 'chrome').notifications.getAll()),
  );

/** Given to the browser, which has it. */
async function untilShown(browser: ExtensionBrowser, message: RegExp): Promise<Shown> {
  const find = async () => (await shownIn(browser)).find((each) => message.test(each.message));
  const shown = await eventually(`a notice that says ${message}`, find, 30_000);
  await eventually(`${shown.id} standing`, async () =>
    (await standingIn(browser)).includes(shown.id) ? true : undefined,
  );
  return shown;
}

/** As the system tells of a press: on the notice itself, or on the button of that place. */
async function press(browser: ExtensionBrowser, id: string, button: number): Promise<void> {
  await (
    await background(browser)
  ).evaluate(
    ({ id: pressed, button: place }) =>
      Reflect.get(globalThis, 'chrome').notifications.onButtonClicked.dispatch(pressed, place),
    { id, button },
  );
}

/** What the device remembers of a notice it told. */
const toldRow = (page: Page, id: string) =>
  page.evaluate(
    (wanted) =>
      new Promise<unknown>((resolve) => {
        const opening = indexedDB.open('combinado');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('told').objectStore('told').get(wanted);
          reading.onsuccess = () => resolve(reading.result);
        };
      }),
    id,
  );

/** How many unread ones came to the device with its pulls: what it shows notices of. */
const held = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('combinado');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('notices').objectStore('notices').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

const NoticesSaid = z.looseObject({ notices: z.array(z.looseObject({ id: z.string(), read: z.boolean() })) });
const listed = async (page: Page) => NoticesSaid.parse(await tellSurely(page, 'panel.notices', {})).notices;

test('[CLK7] handed over, warned, late, answered: each is said once, a name only by choice, and its buttons work', async (context) => {
  const { workspace, browser, page } = await open(context, { minutes: 0.2 });
  await tellSurely(page, 'panel.settings', { change: { quiet: { from: '00:00', to: '23:59' } } });
  const lead = { emails: ['zoe@notices.test'], fields: { name: 'Zoe Quill' }, owner: workspace.members.ana };
  const id = await handOver(workspace, lead);
  await eventually('the notice in the list', async () =>
    (await listed(page)).length > 0 ? true : undefined,
  );
  expect(await shownIn(browser)).toEqual([]);
  await tellSurely(page, 'panel.settings', { change: { quiet: null } });

  const handed = await untilShown(browser, HANDED);
  const warned = await untilShown(browser, WARNED);
  const late = await untilShown(browser, LATE);
  for (const { title, message, buttons } of [handed, warned, late]) {
    expect(`${title} ${message}`).not.toMatch(/Zoe|Quill|notices\.test/);
    expect(buttons).toEqual(['Open', 'Remind me in 30 min']);
  }
  await tellSurely(page, 'panel.settings', { change: { notifyNames: true } });
  await request(workspace.admin, `POST /v1/leads/${id}/replies`, { body: { channel: 'email' } });
  const answered = await untilShown(browser, ANSWERED);
  expect(answered.title).toBe('Zoe Quill');
  const ids = (await shownIn(browser)).map((each) => each.id);
  expect(ids.toSorted()).toEqual([handed.id, warned.id, late.id, answered.id].toSorted());

  await press(browser, late.id, 1);
  const { again } = await eventually(
    'the reminder',
    async () => Snoozed.safeParse(await toldRow(page, late.id)).data,
  );
  expect(Math.abs(again - Date.now() - REMIND_MS)).toBeLessThan(MINUTE_MS);
  const opened = browser.context.waitForEvent('page', { timeout: 10_000 });
  await press(browser, answered.id, 0);
  const panel = await opened;
  await panel.getByText('Zoe Quill').first().waitFor({ timeout: 10_000 });
  expect(panel.url()).toBe(browser.pageUrl(`sidepanel.html#${answered.id}`));
  expect(await standingIn(browser)).not.toContain(late.id);
  expect(await standingIn(browser)).not.toContain(answered.id);
  const left = await eventually('what was opened counts as read', async () => {
    const unread = (await listed(page)).filter(({ read }) => !read);
    return unread.some((each) => each.id === answered.id) ? undefined : unread;
  });
  expect(left.map((each) => each.id)).toContain(late.id);

  // Started anew, it knows what it said.
  await stopServiceWorker(browser, page);
  await tellSurely(page, 'panel.connection', {});
  await watch(browser);
  // Any change has it look once more.
  await tellSurely(page, 'panel.settings', { change: { notifyNames: false } });
  await page.waitForTimeout(1_500);
  expect(await shownIn(browser)).toEqual([]);
});

test('[CLK7] five at once are one, which names nobody', async (context) => {
  const { workspace, browser, page } = await open(context, { hours: 10 });
  // While the device shows none they gather.
  await tellSurely(page, 'panel.settings', { change: { notify: false, notifyNames: true } });
  for (let n = 0; n < 5; n += 1) {
    const lead = { emails: [`many${n}@notices.test`], fields: { name: `Yara ${n}` } };
    await handOver(workspace, { ...lead, owner: workspace.members.ana });
  }
  await eventually('all on the device', async () => ((await held(page)) === 5 ? true : undefined), 30_000);
  await tellSurely(page, 'panel.settings', { change: { notify: true } });
  const many = await untilShown(browser, /^5 leads handed to you$/);
  expect(many.title).toBe('5 notices');
  expect(await shownIn(browser)).toHaveLength(1);

  const opened = browser.context.waitForEvent('page', { timeout: 10_000 });
  await press(browser, many.id, 0);
  const day = await opened;
  expect(day.url()).toBe(browser.pageUrl('popup.html#notices'));
  await day.getByText('Yara 3').first().waitFor({ timeout: 10_000 });
});

test('[OVR1] the toolbar counts what the day counts, and one after the other is worked through beside the page', async (context) => {
  const { workspace, browser, page } = await open(context, { minutes: 30 });
  const names = ['Ada Bell', 'Bea Cole', 'Cid Dunn'];
  for (const [index, name] of names.entries()) {
    const lead = { emails: [`walk${index}@notices.test`], fields: { name }, owner: workspace.members.ana };
    await handOver(workspace, lead);
  }
  const panel = await browser.context.newPage();
  await panel.setViewportSize({ width: 380, height: 760 });
  await panel.goto(browser.pageUrl('sidepanel.html'));
  for (const name of names)
    await panel.getByRole('button', { name, exact: true }).waitFor({ timeout: 20_000 });
  const counted = async () => {
    const summary = await panel.locator('.day-head .tag').textContent();
    return /^\d+/.exec(summary ?? '')?.[0].replace(/^0$/, '');
  };
  const badge = async () =>
    (await background(browser)).evaluate(() => Reflect.get(globalThis, 'chrome').action.getBadgeText({}));
  await eventually('the same number', async () => ((await badge()) === (await counted()) ? true : undefined));

  const shown: string[] = [];
  await panel.getByRole('button', { name: 'Next lead' }).click();
  for (const place of ['1 of 3', '2 of 3', '3 of 3']) {
    await panel.getByText(place).waitFor({ timeout: 10_000 });
    const title = panel.getByRole('heading', { level: 1 });
    const name = await eventually('the card of another lead', async () => {
      const at = await title.textContent();
      return names.find((one) => !shown.includes(one) && at?.includes(one));
    });
    shown.push(name);
    expect(await panel.evaluate(() => scrollY)).toBe(0);
    await panel.getByRole('button', { name: 'Call', exact: true }).click();
    await panel.getByRole('button', { name: 'No answer', exact: true }).click();
    await panel.getByRole('status').getByText('Attempt logged').waitFor({ timeout: 10_000 });
    if (process.env['SHOTS']) await panel.screenshot({ path: `${process.env['SHOTS']}/walk-${place}.png` });
    await panel.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const next = panel.getByRole('button', { name: 'Next lead' });
    expect((await next.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await next.click();
  }
  await panel.getByText('That was the last one.').waitFor({ timeout: 10_000 });
  expect(shown.toSorted()).toEqual(names);
  await eventually('an empty badge', async () => ((await badge()) === '' ? true : undefined));
  await panel.getByRole('button', { name: 'My day' }).click();
  await panel.getByText('All that is due today is done.').waitFor({ timeout: 10_000 });
  expect(await faultsOf(panel)).toEqual([]);
  await page.close();
});
