/**
 * The console with very many leads, in a real browser: how long each room takes to its first view, and
 * each thing one does in it from the key or the press to the next frame, as the browser itself times it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { invite, signIn } from '../support/api.ts';
import { ensureChromium } from '../support/chromium.ts';
import { settled } from '../support/console.ts';
import { openLarge } from '../support/largeWorkspace.ts';
import { bundleWorker } from '../support/worker.ts';
import { reporting } from './reporting.ts';
import { type BenchRow, median, row } from './row.ts';
import { timed, watchInteractions } from './interactions.ts';

/** `BENCH_CONSOLE_LEADS=2000` for a quick look. */
const LEADS = Number(process.env['BENCH_CONSOLE_LEADS'] ?? 20_000);
const TIMES = 5;
const LIMIT_MS = 100;
const say = (line: string) => process.stderr.write(`${line}\n`);

interface Act {
  readonly name: string;
  readonly act: (page: Page, time: number) => Promise<unknown>;
}

interface Room {
  readonly name: string;
  readonly path: string;
  /** There once the room shows what it is for. */
  readonly shows: string;
  readonly acts: readonly Act[];
}

/** A select is moved by its keys: only what a person could do is timed. */
const arrow = (label: string) => async (page: Page, time: number) => {
  await page.getByLabel(label, { exact: true }).first().focus();
  await page.keyboard.press(time % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
};

const ROOMS: readonly Room[] = [
  {
    name: 'Today',
    path: '/console/today',
    shows: '[data-figure=delivered] b',
    acts: [
      { name: 'switch the period', act: arrow('Period') },
      { name: 'filter by source', act: arrow('Source') },
      { name: 'scroll', act: scroll },
    ],
  },
  {
    name: 'Leads',
    path: '/console/leads',
    shows: '.lead-table .name a',
    acts: [
      { name: 'filter by stage', act: arrow('Stage') },
      { name: 'sort', act: arrow('Order') },
      { name: 'type in the search', act: type },
      { name: 'scroll', act: scroll },
      { name: 'open a lead', act: openLead },
      { name: 'close it', act: (page) => page.keyboard.press('Escape') },
      {
        name: 'select all that are listed',
        act: (page) => page.getByLabel('Select all that are listed').click(),
      },
    ],
  },
  {
    name: 'Agreement',
    path: '/console/agreement',
    shows: 'article [data-policy]',
    acts: [
      { name: 'scroll', act: scroll },
      { name: 'go to a section', act: (page) => page.locator('.contents a').nth(4).click() },
    ],
  },
  {
    name: 'Targets',
    path: '/console/agreement/targets',
    shows: '[data-outcome=team]',
    acts: [
      {
        name: 'move a slider',
        act: async (page) => {
          await page.getByLabel('People who work leads, slider').focus();
          await page.keyboard.press('ArrowRight');
        },
      },
      { name: 'switch the segment', act: arrow('Segment') },
      { name: 'scroll', act: scroll },
    ],
  },
  {
    name: 'Closed loop',
    path: '/console/closed-loop',
    shows: '[data-figure] b',
    acts: [{ name: 'switch the period', act: arrow('Period') }],
  },
  {
    name: "the quarter's pack",
    path: '/console/agreement/review',
    shows: '[data-figure=delivered]',
    acts: [{ name: 'scroll', act: scroll }],
  },
  {
    name: 'the leads behind a number',
    path: `/console/leads?report=worked&cell=${encodeURIComponent('["in progress","all",null]')}`,
    shows: '.lead-table .name a',
    acts: [{ name: 'scroll', act: scroll }],
  },
  {
    name: 'Team',
    path: '/console/team',
    shows: 'main table',
    acts: [
      {
        name: 'switch the part',
        act: (page, time) =>
          page
            .locator('.tabs a')
            .nth((time + 1) % 3)
            .click(),
      },
    ],
  },
  {
    name: 'Connections',
    path: '/console/connections',
    shows: 'main h2',
    acts: [{ name: 'scroll', act: scroll }],
  },
];

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(640, 500);
  for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, 400);
}

async function type(page: Page, time: number): Promise<void> {
  const search = page.getByRole('searchbox');
  await search.focus();
  await page.keyboard.type(`bench ${time}`, { delay: 30 });
}

async function openLead(page: Page, time: number): Promise<void> {
  const link = page.locator('.lead-table .name a').nth(time);
  await link.click();
}

/** @param print what is measured, room by room: all of it takes some minutes */
export async function interacting(print: (rows: readonly BenchRow[]) => void): Promise<void> {
  const found = ensureChromium(() => {});
  if ('missing' in found) throw new Error(found.missing);
  const dir = mkdtempSync(join(tmpdir(), 'combinado-interacting-'));
  say(`the console with ${LEADS} leads: they are looked at first`);
  const { admin, members, worker } = await openLarge(dir, bundleWorker(), LEADS);
  print(await reporting(await signIn(admin, members.manager), admin, LEADS));
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
    const session = await watchInteractions(page);
    await page.goto(await invite(admin, members.manager));
    await page.getByRole('button').click();
    await page.getByRole('link').waitFor();
    for (const room of ROOMS) print(await measured({ page, session }, admin.origin, room));
  } finally {
    await browser.close();
    await worker.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

interface Open {
  readonly page: Page;
  readonly session: CDPSession;
}

async function measured({ page, session }: Open, origin: string, room: Room): Promise<BenchRow[]> {
  const { name, path, shows, acts } = room;
  const url = `${origin}${path}`;
  const size = `${LEADS} leads`;
  const begun = performance.now();
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const headed = performance.now() - begun;
  await page.locator(shows).first().waitFor({ timeout: 300_000 });
  const shown = performance.now() - begun;
  const rows = [row(`console, ${name}: first view, ${size}`, 'ms', shown, 'its heading', headed)];
  for (const { name: doing, act } of acts) {
    await page.goto(url);
    await page.locator(shows).first().waitFor({ timeout: 300_000 });
    await settled(page);
    const times: number[] = [];
    const thread: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const { ms, cpuMs, why } = await timed(page, session, () => act(page, time));
      times.push(ms);
      thread.push(cpuMs);
      if (ms > LIMIT_MS) say(`${name}, ${doing}: ${Math.round(ms)} ms · ${why}`);
    }
    const said = `console, ${name}: ${doing}, ${size}`;
    rows.push(
      row(`${said}, to the next frame, worst of ${TIMES}`, 'ms', Math.max(...times), 'limit', LIMIT_MS),
      row(`${said}, the page's own thread`, 'cpu-ms', median(thread), 'limit', LIMIT_MS),
    );
  }
  return rows;
}

if (process.argv[1] === import.meta.filename)
  await interacting((rows) => rows.forEach((each) => process.stdout.write(`${JSON.stringify(each)}\n`)));
