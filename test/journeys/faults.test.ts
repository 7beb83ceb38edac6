/**
 * What the extension lives through in a real Chromium beside a real worker: its service worker stopped
 * at any moment, the browser killed, the database deleted, two windows at once. Nothing queued is lost and
 * nothing counts twice.
 */
import { once } from 'node:events';
import { cpSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { v4 as uuid } from 'uuid';
import { expect, onTestFinished, test, type TestContext } from 'vitest';
import * as z from 'zod';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { grantSite, launchWithExtension, type ExtensionBrowser } from '../support/browser.ts';
import { chipsOn, untilChips } from '../support/chips.ts';
import {
  attemptsOf,
  eventually,
  handOver,
  needsBrowser,
  openedCard,
  temporaryFolder,
  type JourneyWorkspace,
} from '../support/journey.ts';
import { ownPage, pairExtension, tell, tellSurely } from '../support/pairing.ts';
import { startWorker, type RunningWorker } from '../support/worker.ts';
import { foundWorkspace } from '../support/workspace.ts';

/** 200 in the long run. */
const STOPS = process.env['LONG'] === undefined ? 20 : 200;
const LEADS = 5;

interface Setting {
  readonly workspace: JourneyWorkspace;
  readonly leads: readonly string[];
  readonly profile: string;
  launch(): Promise<ExtensionBrowser>;
  /** Nobody answers at the worker's address, until `up()`. */
  down(): Promise<void>;
  up(): Promise<void>;
}

const SETUP_TOKEN = 'faults-setup-token';

async function open(context: TestContext): Promise<Setting> {
  const { executable, extension, bundle } = needsBrowser(context);
  const dir = temporaryFolder('worker');
  const start = (port: number) =>
    startWorker({ dir, port, bundle, vars: { SETUP_TOKEN }, log: () => undefined });
  let worker: RunningWorker = await start(0);
  onTestFinished(() => worker.stop());
  const { origin } = worker;
  const founding = { origin, setupToken: SETUP_TOKEN, name: 'Faults', language: 'en' as const };
  const workspace = { origin, ...(await foundWorkspace({ ...founding, definitions: STARTERS.en })) };
  const leads: string[] = [];
  for (let n = 0; n < LEADS; n += 1) {
    const emails = [`lead${n}@faults.test`];
    const lead = { emails, fields: { name: `Lead ${n}` }, owner: workspace.members.ana };
    leads.push(await handOver(workspace, lead));
  }
  const profile = temporaryFolder('profile');
  // A service worker that starts again reads its script again: from a copy that no build changes.
  const copy = join(temporaryFolder('extension'), 'built');
  cpSync(extension, copy, { recursive: true });
  const launch = async () => {
    const browser = await launchWithExtension({ executable, extension: copy, profile, headless: true });
    onTestFinished(() => browser.close());
    return browser;
  };
  return {
    workspace,
    leads,
    profile,
    launch,
    down: () => worker.stop(),
    async up() {
      worker = await start(Number(new URL(origin).port));
    },
  };
}

const Connection = z.looseObject({
  state: z.string(),
  pending: z.number().optional(),
  problem: z.string().nullable().optional(),
});
const connection = async (page: Page) => Connection.parse(await tellSurely(page, 'panel.connection', {}));
const settled = (page: Page) =>
  eventually(
    'everything sent',
    async () => ((await connection(page)).pending === 0 ? true : undefined),
    60_000,
  );
const call = (leadId: string, gesture = uuid()) => ({
  leadId,
  channel: 'call',
  outcome: 'no_answer',
  gesture,
});
async function onServer({ workspace, leads }: Setting): Promise<number> {
  const attempts = await Promise.all(leads.map((leadId) => attemptsOf(workspace, leadId)));
  return attempts.reduce((sum, each) => sum + each.length, 0);
}

/** Its one process, at once, as a crash does; the others end with it. */
function kill({ profile }: Setting): void {
  const [, pid] = /-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock'))) ?? [];
  process.kill(Number(pid), 'SIGKILL');
}

/** The same numbers every time. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function stopper(browser: ExtensionBrowser, page: Page): Promise<CDPSession> {
  const session = await browser.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  return session;
}

test(
  `[ATT2] the service worker stopped ${STOPS} times during ${STOPS} attempts: each is on the server, once`,
  async (context) => {
    const setting = await open(context);
    const browser = await setting.launch();
    const page = await ownPage(browser);
    await pairExtension(page, setting.workspace.admin, setting.workspace.members.ana);
    const session = await stopper(browser, page);
    const chance = chances(20_261_122);
    let heardFirst = 0;
    for (let n = 0; n < STOPS; n += 1) {
      const ask = call(setting.leads[n % LEADS] ?? '');
      const first = tell(page, 'panel.log', ask);
      // Sometimes before it woke up, sometimes while it writes, sometimes while it sends.
      await page.waitForTimeout(Math.floor(chance() * 150));
      await session.send('ServiceWorker.stopAllWorkers');
      const heard = (await first) ?? undefined;
      if (heard !== undefined) heardFirst += 1;
      const answer = heard ?? (await tellSurely(page, 'panel.log', ask));
      expect(answer).toMatchObject({ done: true });
    }
    await settled(page);
    expect(await onServer(setting)).toBe(STOPS);
    // Both kinds came about: stopped before it answered, and after.
    expect(heardFirst).toBeGreaterThan(0);
    expect(heardFirst).toBeLessThan(STOPS);
  },
  STOPS * 3_000 + 60_000,
);

test('[ATT2] the browser killed while it logs, with no network: what it said is saved is there at the next start, told again or not it is sent once', async (context) => {
  const setting = await open(context);
  const before = await setting.launch();
  const page = await ownPage(before);
  await pairExtension(page, setting.workspace.admin, setting.workspace.members.ana);
  await setting.down();
  const [saved, underWay] = [setting.leads.slice(0, 3), setting.leads.slice(3).map((leadId) => call(leadId))];
  for (const leadId of saved)
    expect(await tell(page, 'panel.log', call(leadId))).toMatchObject({ done: true });
  for (const ask of underWay) void tell(page, 'panel.log', ask).catch(() => undefined);
  // In the middle of being written, somewhere.
  await new Promise((resolve) => setTimeout(resolve, 15));
  kill(setting);
  await before.close();
  await setting.up();
  expect(await onServer(setting)).toBe(0);

  const after = await setting.launch();
  const again = await ownPage(after);
  await settled(again);
  expect(await onServer(setting)).toBeGreaterThanOrEqual(saved.length);
  // Whoever heard nothing presses again: the same gesture.
  for (const ask of underWay) expect(await tellSurely(again, 'panel.log', ask)).toMatchObject({ done: true });
  await settled(again);
  expect(await onServer(setting)).toBe(LEADS);
});

test('[ATT2] the database deleted under a running extension: what was queued comes back, the copy is pulled anew', async (context) => {
  const setting = await open(context);
  const browser = await setting.launch();
  const page = await ownPage(browser);
  await pairExtension(page, setting.workspace.admin, setting.workspace.members.ana);
  await setting.down();
  for (const leadId of setting.leads)
    expect(await tell(page, 'panel.log', call(leadId))).toMatchObject({ done: true });
  await page.evaluate(deleteDatabase);
  expect((await connection(page)).pending).toBe(LEADS);
  await setting.up();
  await settled(page);
  expect(await onServer(setting)).toBe(LEADS);
  const found = await tellSurely(page, 'panel.search', { text: 'Lead 3' });
  expect(found).toMatchObject({ found: [{ name: 'Lead 3' }] });
});

test('[ATT2] two windows at once: what both do is counted, each click once', async (context) => {
  const setting = await open(context);
  const browser = await setting.launch();
  const [one, two] = [await ownPage(browser), await ownPage(browser)];
  await pairExtension(one, setting.workspace.admin, setting.workspace.members.ana);
  const asks = setting.leads.flatMap((leadId) => [call(leadId), call(leadId)]);
  // Every click is told by both windows, as a panel that heard nothing tells it again.
  await Promise.all(asks.flatMap((ask) => [one, two].map((page) => tellSurely(page, 'panel.log', ask))));
  await settled(two);
  expect(await onServer(setting)).toBe(asks.length);
});

/** Runs in an extension page. */
function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('combinado');
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error('not deleted')));
  });
}

test('[OVR4] updated while a page is open: one chip, no ghost of the old one, and it works', async (context) => {
  const setting = await open(context);
  const browser = await setting.launch();
  const own = await ownPage(browser);
  await pairExtension(own, setting.workspace.admin, setting.workspace.members.ana);
  const site = await servePage(
    '<main><h1>Lead 0</h1><p><a href="mailto:lead0@faults.test">lead0@faults.test</a></p></main>',
  );
  await grantSite(browser, ['http://127.0.0.1/*']);
  const page = await browser.context.newPage();
  await page.goto(site);
  await untilChips(page, 'body', (chips) => chips.length === 1);

  await reloadExtension(browser);
  // The old script finds out within a second that nobody answers it any more, and clears up after itself.
  await untilChips(page, 'body', (chips) => chips.length === 0);
  // The browser takes its time until the new one is allowed to run.
  const [chip] = await untilChips(page, 'body', (chips) => chips.length > 0, { withinMs: 60_000 });
  await page.waitForTimeout(1_000);
  expect(await chipsOn(page, 'body')).toHaveLength(1);
  await chip?.click();
  await openedCard(browser, page, 'Lead 0');
});

async function servePage(body: string): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>CRM</title>${body}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

/** As an update does: the old scripts are orphaned, the new background starts. */
async function reloadExtension(browser: ExtensionBrowser): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(reload, browser.extensionId);
  await page.close();
}

/** Runs on chrome://extensions, where this API lives. */
function reload(id: string): Promise<void> {
  interface Private {
    developerPrivate: { reload(id: string, options: object, done: () => void): void };
  }
  const api: Private = Reflect.get(globalThis, 'chrome');
  return new Promise((resolve) => api.developerPrivate.reload(id, { failQuietly: true }, resolve));
}
