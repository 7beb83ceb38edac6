/**
 * A worker on the journey's own clock, and persons in the console on it: a month passes in a minute, and
 * every date and number on the screens is the same at every run.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { onTestFinished, type TestContext } from 'vitest';
import { request, type Api } from './api.ts';
import { openChromium } from './console.ts';
import { needsBrowser, temporaryFolder } from './journey.ts';
import { startWorker } from './worker.ts';

const SETUP_TOKEN = 'dated';
const SECOND_MS = 1_000;
/** Slices of a small job that may be due one after another. */
const SLICES = 4;

export interface DatedPerson {
  readonly page: Page;
  readonly complaints: readonly string[];
}

export interface Dated {
  readonly origin: string;
  readonly setupToken: string;
  /** Epoch ms. */
  readonly now: () => number;
  /** From here on it is so late, for everybody. */
  readonly at: (now: number) => Promise<void>;
  /** A few seconds go by, in which the worker does what is due. */
  readonly pass: (api: Api) => Promise<void>;
  /** A browser of their own, signed in by their link. */
  readonly enter: (link: string, options: BrowserContextOptions) => Promise<DatedPerson>;
}

export async function openDated(context: TestContext, begun: number): Promise<Dated> {
  const { bundle } = needsBrowser(context);
  const worker = await startWorker({
    dir: temporaryFolder('dated'),
    bundle,
    vars: { SETUP_TOKEN, COMBINADO_CLOCK: 'request' },
    log: () => undefined,
  });
  onTestFinished(() => worker.stop());
  const { origin } = worker;
  const browser = await openChromium(context);
  const people: { readonly context: BrowserContext; readonly page: Page }[] = [];
  let now = begun;
  const at = async (next: number) => {
    now = next;
    for (const { context: own, page } of people) {
      await own.setExtraHTTPHeaders({ 'Combinado-Now': String(now) });
      await page.clock.setSystemTime(now);
    }
  };
  return {
    origin,
    setupToken: SETUP_TOKEN,
    now: () => now,
    at,
    pass: async (api) => {
      for (let slice = 0; slice < SLICES; slice += 1) {
        await at(now + SECOND_MS);
        await request(api, 'GET /v1/me', { now });
      }
    },
    enter: async (link, options) => {
      const person = await join(browser, link, now, options);
      people.push(person);
      return person;
    },
  };
}

async function join(browser: Browser, link: string, now: number, options: BrowserContextOptions) {
  const context = await browser.newContext({
    timezoneId: 'America/Sao_Paulo',
    viewport: { width: 1280, height: 900 },
    ...options,
    extraHTTPHeaders: { 'Combinado-Now': String(now) },
  });
  const page = await context.newPage();
  await page.clock.install({ time: now });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  // The browser's own clock is today's: it would throw away what expires by the journey's.
  await context.route('**/v1/invites/accept', async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const cookie = headers['set-cookie']?.replace(/;\s*Expires=[^;]*/i, '');
    await route.fulfill({ response, headers: cookie ? { ...headers, 'set-cookie': cookie } : headers });
  });
  await page.goto(link);
  await page.getByRole('button').click();
  await page.getByRole('link').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { context, page, complaints };
}
