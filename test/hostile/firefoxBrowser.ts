/**
 * A real Firefox with the built extension, driven over BiDi. No test can answer its question for a site,
 * so this copy of the build asks for the loopback at install, which a temporary add-on is given.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { buildExtension } from '../support/extensionBuild.ts';

/** Fixed by a preference; otherwise Firefox draws one at each install. */
const UUID = '7d1bb1a3-8f3b-4b0e-9a1c-2f6f0c6f0a11';
const ID = 'extension@combinado.example';
const BASE = `moz-extension://${UUID}`;

export interface Firefox {
  readonly browser: Browser;
  pageUrl(path: string): string;
  /** Sends a message to the background as the options page does. */
  tell(type: string, ask: object): Promise<unknown>;
  close(): Promise<void>;
}

/** @param folder a temporary one, for the copy of the build. */
export async function launchFirefox(executablePath: string, folder: string): Promise<Firefox> {
  cpSync(builtForFirefox(), folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  const given = { ...JSON.parse(readFileSync(manifest, 'utf8')), host_permissions: ['http://127.0.0.1/*'] };
  writeFileSync(manifest, JSON.stringify(given));
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 860 },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }) },
  });
  await browser.installExtension(folder);
  const options = await browser.newPage();
  // Pages of an extension never report that they loaded.
  await options.goto(`${BASE}/options.html`, { timeout: 2_000 }).catch(() => undefined);
  return {
    browser,
    pageUrl: (path) => `${BASE}/${path}`,
    tell: (type, ask) => options.evaluate(send, { type, ask }),
    close: () => browser.close(),
  };
}

/** Runs in the extension's page. */
function send(message: { readonly type: string; readonly ask: object }): Promise<unknown> {
  interface Sending {
    runtime: { sendMessage(message: unknown): Promise<unknown> };
  }
  const api: Sending = Reflect.get(globalThis, 'browser');
  return api.runtime.sendMessage(message);
}

function builtForFirefox(): string {
  const built = buildExtension(() => undefined, 'firefox');
  if ('failed' in built) throw new Error(built.failed);
  return built.folder;
}

interface Box {
  readonly x: number;
  /** Of its middle. */
  readonly y: number;
  readonly width: number;
}

/** Boxes of our nodes that show, by the page's own means: it sees hosts, never what is in them. */
export function ourBoxes(page: Page, hosts = 'combinado-ui'): Promise<readonly Box[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].flatMap((host) => {
        const { x, y, width, height } = host.getBoundingClientRect();
        return width > 8 ? [{ x, y: y + height / 2, width }] : [];
      }),
    hosts,
  );
}

/** Those of chips in the corpus' lists. */
export const chipBoxes = (page: Page) => ourBoxes(page, 'td > combinado-ui');
