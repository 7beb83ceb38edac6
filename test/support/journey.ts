/**
 * What every journey stands on: a real worker with a workspace of its own, and real browsers signed
 * in to it. Everything ends with the test that opened it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { inject, onTestFinished, type TestContext } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { LeadsResponse, type LeadUpsert } from '../../shared/protocol/api.ts';
import { invite, leadOf, request } from './api.ts';
import { launchWithExtension, type ExtensionBrowser, type LaunchOptions } from './browser.ts';
import { connectExtension } from './connect.ts';
import { startWorker } from './worker.ts';
import { foundWorkspace, type Workspace } from './workspace.ts';

const SETUP_TOKEN = 'journey-setup-token';

/** Where the browser is and what was built, by the set-up of the run; skips the test without a browser. */
export function needsBrowser(context: TestContext) {
  const { executable, extension, bundle, missing } = inject('journeys');
  if (missing) context.skip(missing);
  return { executable, extension, bundle };
}

/** A folder removed when the test is over. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `combinado-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

export interface JourneyWorkspace extends Workspace {
  readonly origin: string;
}

/**
 * A worker on real time with a signed agreement in English and nobody in it but its members.
 * @param vars further bindings; with any, it may speak to programs on this machine
 */
export async function openWorkspace(
  context: TestContext,
  vars?: Readonly<Record<string, string>>,
): Promise<JourneyWorkspace> {
  const { bundle } = needsBrowser(context);
  const worker = await startWorker({
    dir: temporaryFolder('worker'),
    bundle,
    vars: { SETUP_TOKEN, ...vars },
    reachesPrivate: vars !== undefined,
    log: () => undefined,
  });
  onTestFinished(() => worker.stop());
  const { origin } = worker;
  const founding = { origin, setupToken: SETUP_TOKEN, name: 'Journey', language: 'en' as const };
  // Without goals: a journey that asks about some agrees on them.
  const definitions = { ...STARTERS.en, goals: [] };
  return { origin, ...(await foundWorkspace({ ...founding, definitions })) };
}

/** A lead handed over now by fast track, its first response owed by `owner`. @returns its id. */
export async function handOver(
  { admin }: Workspace,
  lead: LeadUpsert & { readonly owner: string },
): Promise<string> {
  const answer = await request(admin, 'POST /v1/leads', { body: { leads: [lead] } });
  const [result] = LeadsResponse.parse(answer).results;
  if (!result || 'error' in result) throw new Error(result?.error ?? 'no answer for the lead');
  const signals = [{ leadId: result.id, signal: 'demo_requested' }];
  await request(admin, 'POST /v1/signals', { body: { signals } });
  return result.id;
}

/** Attempts that count, as the worker has them. */
export async function attemptsOf({ admin }: Workspace, leadId: string) {
  const { state } = await leadOf(admin, leadId);
  return state.attempts.filter(({ withdrawn }) => !withdrawn);
}

export async function firstResponseOf({ admin }: Workspace, leadId: string): Promise<string | undefined> {
  const { state } = await leadOf(admin, leadId);
  return state.clocks.findLast(({ kind }) => kind === 'first_response')?.status;
}

export interface BrowserOptions extends Pick<LaunchOptions, 'mapped' | 'colorScheme' | 'size'> {
  /** Member to sign in as. */
  readonly member: string;
  /** Sites the overlay may show on. */
  readonly sites: readonly string[];
}

/** A fresh browser with the extension, signed in; its options page is closed again. */
export async function openBrowser(
  context: TestContext,
  workspace: JourneyWorkspace,
  { member, sites, ...launch }: BrowserOptions,
): Promise<ExtensionBrowser> {
  const { executable, extension } = needsBrowser(context);
  const profile = temporaryFolder('profile');
  const browser = await launchWithExtension({ executable, extension, profile, headless: true, ...launch });
  onTestFinished(() => browser.close());
  const link = await invite(workspace.admin, member);
  const options = { origin: workspace.origin, invite: link, sites, logSent: true };
  const page = await connectExtension(browser, options);
  await page.close();
  return browser;
}

/** The card is a frame of the extension's own origin, drawn once it says whose it is. */
export async function openedCard(browser: ExtensionBrowser, page: Page, name: string): Promise<Frame> {
  const isCard = (frame: Frame) => frame.url().startsWith(browser.pageUrl('card.html'));
  const there = page.frames().find(isCard);
  const card = there ?? (await page.waitForEvent('framenavigated', { predicate: isCard, timeout: 15_000 }));
  await card.getByText(name).first().waitFor();
  return card;
}

/** Polls until `found` gives something, or throws with what was awaited. */
export async function eventually<T>(
  awaited: string,
  find: () => Promise<T | undefined>,
  withinMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${awaited}: not within ${withinMs / 1_000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
