/** The console in a real browser, signed in as a person is: by the link of an invite. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { onTestFinished, type TestContext } from 'vitest';
import { invite, type Api } from './api.ts';
import { needsBrowser } from './journey.ts';

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
