/**
 * The overlay as it ships, on a page of 1,000 rows in a real browser: how long from the press on a chip to
 * the card on the screen, and whether it adds a long task to what the bare page has.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { LeadsResponse } from '../../shared/protocol/api.ts';
import { request } from '../support/api.ts';
import { grantSite, launchWithExtension, type ExtensionBrowser } from '../support/browser.ts';
import { untilChips } from '../support/chips.ts';
import { ensureChromium } from '../support/chromium.ts';
import { buildExtension } from '../support/extensionBuild.ts';
import { ownPage, pairExtension } from '../support/pairing.ts';
import { bundleWorker, startWorker } from '../support/worker.ts';
import { foundWorkspace } from '../support/workspace.ts';
import { type BenchRow, median, row } from './row.ts';

const ROWS = 1_000;
const LEADS = 20;
const ROUNDS = 12;
const LIMIT_MS = 100;
/** From coming near a chip to the press on it: nobody is quicker. */
const NEAR_MS = 150;
/** What the page does after it loaded, while tasks are watched, ms. */
const WATCHED_MS = 2_500;
const LOADS = 5;
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Rows of a CRM's list, the first of them leads; each task over 50 ms is noted from the start. */
function listPage(): string {
  const line = (n: number) =>
    `<tr><td><a href="mailto:person${n}@opening.test">Person ${n}</a></td><td>Deal ${n}</td></tr>`;
  const rows = Array.from({ length: ROWS }, (_, n) => line(n)).join('');
  return `<!doctype html><title>CRM</title><script>
    window.tasks = [];
    new PerformanceObserver((list) => { for (const each of list.getEntries()) tasks.push(each.duration); })
      .observe({ type: 'longtask', buffered: true });
  </script><table><tbody>${rows}</tbody></table>`;
}

export async function opening(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'combinado-opening-'));
  const found = ensureChromium(say);
  const built = buildExtension(say);
  if ('missing' in found) throw new Error(found.missing);
  if ('failed' in built) throw new Error(built.failed);
  const vars = { SETUP_TOKEN: 'bench' };
  const worker = await startWorker({ dir: join(dir, 'worker'), bundle: bundleWorker(), vars, log: say });
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(listPage());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const launch = { executable: found.path, extension: built.folder, headless: true };
  const browser = await launchWithExtension({ ...launch, profile: join(dir, 'profile') });
  try {
    const { origin } = worker;
    const founding = { origin, setupToken: 'bench', name: 'Bench', language: 'en' as const };
    const { admin, members } = await foundWorkspace({ ...founding, definitions: STARTERS.en });
    const leads = Array.from({ length: LEADS }, (_, n) => ({
      emails: [`person${n}@opening.test`],
      fields: { name: `Person ${n}` },
      owner: members.ana,
    }));
    LeadsResponse.parse(await request(admin, 'POST /v1/leads', { body: { leads } }));
    const own = await ownPage(browser);
    await pairExtension(own, admin, members.ana);
    await own.close();
    // An address it was not given yet: the same page in the same browser, bare.
    const site = (host: string) => `http://${host}:${address.port}/`;
    const bare = await longestTasks(browser, site('localhost'), 0);
    await grantSite(browser, ['http://127.0.0.1/*']);
    const chipped = await longestTasks(browser, site('127.0.0.1'), 1);
    say(
      `longest task of a load, ms: bare ${bare.map(Math.round).join(' ')}; with chips ${chipped.map(Math.round).join(' ')}`,
    );
    const opened = await openings(browser, site('127.0.0.1'));
    return [
      row(
        'card, from the press on its chip to its first lines drawn',
        'ms',
        median(opened),
        'limit',
        LIMIT_MS,
      ),
      row(
        'longest task of a page of 1,000 rows with the extension',
        'ms',
        median(chipped),
        'the page without it',
        median(bare),
      ),
    ];
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await worker.stop();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Of each load the longest task the browser told of (over 50 ms, else 0), until the page rests with its chips. */
async function longestTasks(
  { context }: ExtensionBrowser,
  url: string,
  chips: number,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForTimeout(WATCHED_MS);
    if (chips > 0) await untilChips(page, 'tr', (shown) => shown.length >= chips);
    found.push(await page.evaluate('Math.max(0, ...tasks)'));
    await page.close();
  }
  return found;
}

/** Runs in every frame: notes when a chip is pressed and when the card has its lines on the screen. */
function noteTimes(): void {
  const noted: { pressedAt?: number; drawnAt?: number } = {};
  Object.assign(globalThis, { noted });
  addEventListener('pointerdown', ({ timeStamp }) => (noted.pressedAt = performance.timeOrigin + timeStamp), {
    capture: true,
  });
  if (!location.pathname.endsWith('/card.html')) return;
  const drawn = () => document.querySelector('main.card:not(.skeleton) h1') !== null;
  const look = new MutationObserver(() => {
    if (!drawn()) return;
    look.disconnect();
    // The frame after the next one begins once it is on the screen.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => (noted.drawnAt = performance.timeOrigin + performance.now())),
    );
  });
  look.observe(document, { childList: true, subtree: true });
}

/** From press to card, ms, each on a page loaded anew and another lead; the first warms everything up. */
async function openings(browser: ExtensionBrowser, url: string): Promise<readonly number[]> {
  const page = await browser.context.newPage();
  await page.addInitScript(noteTimes);
  await page.goto(url);
  const times: number[] = [];
  const shapes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const chips = await untilChips(page, 'tr', (shown) => shown.length >= ROUNDS);
    await chips[round]?.hover();
    await page.waitForTimeout(NEAR_MS);
    await chips[round]?.click();
    const { shapeMs, linesMs } = await timeToCard(browser, page);
    times.push(linesMs);
    shapes.push(shapeMs);
    // The frame may be gone before it has acknowledged the key, and nobody acknowledges it then.
    void page.keyboard.press('Escape').catch(() => undefined);
    await page.waitForFunction(() => document.querySelectorAll('combinado-ui').length > 0);
    await page.waitForTimeout(300);
  }
  await page.close();
  say(
    `card, its shape, ms: ${shapes.map(Math.round).join(' ')}; its lines: ${times.map(Math.round).join(' ')}`,
  );
  return times.slice(2);
}

/** Of the card's frame: when its empty shape was painted, and when its lines were. */
async function timeToCard(browser: ExtensionBrowser, page: Page) {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const card = page.frames().find((frame) => frame.url().startsWith(browser.pageUrl('card.html')));
    const said = await card?.evaluate(timesOfCard).catch(() => undefined);
    if (said?.drawnAt !== undefined) {
      const pressedAt: number = await page.evaluate('noted.pressedAt');
      return { shapeMs: said.shapeAt - pressedAt, linesMs: said.drawnAt - pressedAt };
    }
    await page.waitForTimeout(20);
  }
  throw new Error('no card came');
}

function timesOfCard(): { shapeAt: number; drawnAt: number | undefined } {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const [first] = performance.getEntriesByName('first-paint');
  const { drawnAt } = Reflect.get(globalThis, 'noted');
  return { shapeAt: performance.timeOrigin + ((first ?? paint)?.startTime ?? Number.NaN), drawnAt };
}

if (process.argv[1] === import.meta.filename)
  for (const each of await opening()) process.stdout.write(`${JSON.stringify(each)}\n`);
