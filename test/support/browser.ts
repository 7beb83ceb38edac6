/**
 * A real Chromium with the built extension in a profile of its own. Real origins can be mapped to a
 * local port, so that a saved page is served as the site it came from.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import * as z from 'zod';

export interface LaunchOptions {
  /** The browser's program file. */
  readonly executable: string;
  /** Folder of the built extension. */
  readonly extension: string;
  /** Folder of the profile; made when missing, kept afterwards. */
  readonly profile: string;
  readonly headless: boolean;
  /** BCP 47, e.g. `pt-BR`. */
  readonly language?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Size of the page, CSS pixels; a visible window keeps its own. */
  readonly size?: { readonly width: number; readonly height: number };
  /** `host:port` as the page names it → loopback port that answers, over TLS with any certificate. */
  readonly mapped?: Readonly<Record<string, number>>;
  /** Closes the browser when aborted. */
  readonly signal?: AbortSignal;
}

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** URL of one of the extension's own pages, e.g. `pageUrl('options.html')`. */
  pageUrl(path: string): string;
  /** Closes the browser; safe to call twice. */
  close(): Promise<void>;
}

/** Nothing of the browser's own may call home, ask a question or get in a page's way. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--enable-unsafe-extension-debugging',
];

export async function launchWithExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const isNew = seedProfile(options.profile);
  // A profile keeps the old background script of an unpacked extension whose version did not change.
  rmSync(join(options.profile, 'Default/Service Worker'), { recursive: true, force: true });
  const language = options.language ?? 'en';
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: options.executable,
    headless: options.headless,
    // Whoever gives a signal decides what Ctrl-C does, and in which order.
    handleSIGINT: options.signal === undefined,
    handleSIGTERM: options.signal === undefined,
    handleSIGHUP: options.signal === undefined,
    locale: language,
    colorScheme: options.colorScheme ?? null,
    viewport: options.headless ? (options.size ?? { width: 1280, height: 860 }) : null,
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    args: [
      ...QUIET,
      `--lang=${language}`,
      `--accept-lang=${language}`,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...mapping(options.mapped ?? {}),
    ],
  });
  const close = () => context.close().catch(() => undefined);
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  const extensionId = await extensionIn(context, options.extension);
  const pageUrl = (path: string) => `chrome-extension://${extensionId}/${path}`;
  if (isNew) await untilWelcomed(context, pageUrl('onboarding.html'));
  return { context, extensionId, pageUrl, close };
}

/** Installed just now, the extension opens its first steps in some tab, which would cut off what is opened there. */
async function untilWelcomed(context: BrowserContext, welcome: string): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline) {
    const page = context.pages().find((each) => each.url() === welcome);
    if (page) return page.waitForLoadState();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Debian's Chromium blocks third-party cookies, and with them the card frame's storage. True for a new one. */
function seedProfile(profile: string): boolean {
  const folder = join(profile, 'Default');
  const preferences = join(folder, 'Preferences');
  if (existsSync(preferences)) return false;
  mkdirSync(folder, { recursive: true });
  writeFileSync(preferences, JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
  return true;
}

/** With a mapping nothing else has an address, so that no saved page reaches out. */
function mapping(mapped: Readonly<Record<string, number>>): string[] {
  const rules = Object.entries(mapped).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  if (rules.length === 0) return [];
  const rest = ['MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return [`--host-resolver-rules=${[...rules, ...rest].join(',')}`, '--ignore-certificate-errors'];
}

const Manifest = z.object({ key: z.string().optional() });

/** The id follows from the manifest's pinned key; a build without one is loaded and asked. */
async function extensionIn(context: BrowserContext, folder: string): Promise<string> {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const pinned = manifest.key ? idOfKey(manifest.key) : undefined;
  const seen = await workerId(context, pinned, 3_000);
  if (seen) return seen;
  const session = await context.browser()?.newBrowserCDPSession();
  // Google's own builds ignore --load-extension since version 137; this asks them the other way.
  const loaded = await session?.send('Extensions.loadUnpacked', { path: folder });
  const id = loaded?.id ?? pinned;
  if (!id) throw new Error('The browser did not load the extension.');
  return id;
}

function idOfKey(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return digest.replaceAll(/[0-9a-f]/g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

async function workerId(context: BrowserContext, id: string | undefined, waitMs: number) {
  const hosts = () => context.serviceWorkers().map((worker) => new URL(worker.url()).host);
  const match = () => hosts().find((host) => id === undefined || host === id);
  if (match()) return match();
  await context.waitForEvent('serviceworker', { timeout: waitMs }).catch(() => undefined);
  return match();
}

/**
 * Gives the extension a site without the browser's own question, which no test can answer: marks it
 * as already given, then asks for it with a real gesture, as the options page does.
 */
export async function grantSite(browser: ExtensionBrowser, patterns: readonly string[]): Promise<void> {
  await allowWithoutAsking(browser, patterns);
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl('options.html'));
  const session = await browser.context.newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `chrome.permissions.request(${JSON.stringify({ origins: patterns })})`,
    awaitPromise: true,
    userGesture: true,
    returnByValue: true,
  });
  await page.close();
  if (result.value !== true) throw new Error(`The browser did not give ${patterns.join(', ')}.`);
}

/** After this, the options page's own button is answered at once, without the browser's question. */
export async function allowWithoutAsking(
  browser: ExtensionBrowser,
  patterns: readonly string[],
): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  for (const pattern of patterns) {
    const problem = await page.evaluate(addHostPermission, { id: browser.extensionId, pattern });
    if (problem) throw new Error(`${pattern}: ${problem}`);
  }
  await page.close();
}

/** Runs on chrome://extensions, where this API lives. */
function addHostPermission({ id, pattern }: { id: string; pattern: string }): Promise<string | undefined> {
  interface Private {
    developerPrivate: { addHostPermission(id: string, pattern: string, done: () => void): void };
    runtime: { lastError?: { message: string } };
  }
  const api: Private = Reflect.get(globalThis, 'chrome');
  return new Promise((resolve) => {
    api.developerPrivate.addHostPermission(id, pattern, () => resolve(api.runtime.lastError?.message));
  });
}

/** Stops the extension's service worker, as the browser does after half a minute of rest. */
export async function stopServiceWorker(browser: ExtensionBrowser, page: Page): Promise<void> {
  const session = await browser.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
