/** The console in a real browser, signed in as a person is: by the link of an invite. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { onTestFinished, type TestContext } from 'vitest';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { MembersResponse, type MemberView } from '../../shared/protocol/people.ts';
import { createSample } from '../start/sampleWorkspace.ts';
import { invite, request, type Api } from './api.ts';
import { faultsOf } from './axe.ts';
import { chartFaults } from './charts.ts';
import { needsBrowser, temporaryFolder } from './journey.ts';
import { startWorker } from './worker.ts';

export interface ConsoleOptions extends BrowserContextOptions {
  /** Member to sign in as. */
  readonly member: string;
  /** Where to go first; `/console` when left out. */
  readonly path?: string;
}

export interface OpenConsole {
  readonly page: Page;
  /** Faults told in the browser's console, and requests that left the worker. */
  readonly complaints: readonly string[];
}

export async function openChromium(context: TestContext): Promise<Browser> {
  const { executable } = needsBrowser(context);
  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  onTestFinished(() => browser.close());
  return browser;
}

export async function openConsole(
  browser: Browser,
  admin: Api,
  { member, path = '/console', ...options }: ConsoleOptions,
): Promise<OpenConsole> {
  const { origin } = admin;
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isOwn) complaints.push(`left the worker: ${request.url()}`);
  });
  await page.goto(await invite(admin, member));
  await page.getByRole('button').click();
  await page.getByRole('link').waitFor();
  await page.goto(`${origin}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, complaints };
}

/** Chooses the console's language as a person does. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.locator('.person select').selectOption(language);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}

const LOOKS = [
  { colorScheme: 'light', viewport: { width: 320, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
] as const;

/**
 * Looks at what the page shows, light on a small phone and dark on a wide screen: no fault found by
 * axe, nothing that sticks out. With `SHOTS=<folder>` pictures are kept there, to be looked at.
 * @returns how to look, which returns what was found, named
 */
export function lookAt(page: Page): (name: string) => Promise<readonly string[]> {
  const { SHOTS } = process.env;
  return async (name) => {
    const found: string[] = [];
    for (const { colorScheme, viewport } of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const faults = [...(await faultsOf(page)), ...(await chartFaults(page))];
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const path = `${SHOTS}/${name}-${colorScheme}.png`;
      if (SHOTS) await page.screenshot({ path, fullPage: true });
      found.push(...faults.map((fault) => `${name}, ${colorScheme}: ${fault}`));
      if (overflow > 0) found.push(`${name}: ${overflow} px too wide for ${viewport.width} px`);
    }
    return found;
  };
}

export interface OpenSample {
  readonly admin: Api;
  readonly members: readonly MemberView[];
  /** Lead ids by record of the sample CRM. */
  readonly leads: Readonly<Record<string, string>>;
}

/** The sample workspace with its last weeks, on real time from here on. */
export async function openSample(context: TestContext, language: Language = 'en'): Promise<OpenSample> {
  const { bundle } = needsBrowser(context);
  const dir = temporaryFolder('console');
  const start = (vars: Record<string, string>) =>
    startWorker({ dir, bundle, vars: { SETUP_TOKEN: 'console', ...vars }, log: () => undefined });
  const past = await start({ COMBINADO_CLOCK: 'request' });
  const sample = await createSample(past.origin, 'console', language, Date.now()).finally(() => past.stop());
  const worker = await start({});
  onTestFinished(() => worker.stop());
  const admin = { origin: worker.origin, token: sample.adminToken };
  const { members } = MembersResponse.parse(await request(admin, 'GET /v1/members'));
  return { admin, members, leads: sample.leads };
}

/** Nothing is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy=true]') === null);
}
