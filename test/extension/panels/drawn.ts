/** The previewed panels in a real Chromium: built once for a test file, served on loopback, opened by query. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type BrowserContextOptions, type Page } from '@playwright/test';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export interface Drawn {
  /** Opens the preview with this query, once it is drawn. */
  readonly open: (query: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export async function drawPanels(executable: string): Promise<Drawn> {
  const folder = mkdtempSync(join(tmpdir(), 'combinado-panels-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: new URL('../../..', import.meta.url).pathname,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { input: new URL('preview.html', import.meta.url).pathname },
    },
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-type', TYPES[extname(pathname)] ?? 'text/html');
    const file = join(folder, pathname);
    response.end(existsSync(file) && pathname !== '/' ? readFileSync(file) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  return {
    async open(query, options = {}) {
      const context = await browser.newContext({ viewport: { width: 380, height: 760 }, ...options });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/test/extension/panels/preview.html?${query}`);
      await page.locator('main:not([aria-busy=true])').first().waitFor();
      return page;
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What axe finds, a line each; a whole column of panels costs one browser tab. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Px by which the page is wider than its window. */
export function cutOff(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}
