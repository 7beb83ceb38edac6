/**
 * What the overlay costs a page of 1,000 rows, against mark.js marking the same addresses: script time
 * at first, per change and per second of countdowns, the heap through churn, tasks that are long.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from '@playwright/test';
import { build } from 'vite';
import { ensureChromium } from '../support/chromium.ts';
import { ROOT } from '../support/sources.ts';
import { type BenchRow, median, row } from './row.ts';
import { type ScriptTime, scriptTimeOf } from './scriptTime.ts';

const ROWS = 1_000;
const ROUNDS = 9;
const CHANGES = 40;
const CHANGED_ROUNDS = 5;
const COUNTDOWN_MS = 20_000;
const COUNTDOWN_ROUNDS = 3;
/** Rows come and go for ten minutes with `LONG=1`. */
const CHURN_MS = (process.env['LONG'] === undefined ? 1 : 10) * 60_000;
/** Of a screen; the other one shows every row at once. */
const SCREEN_PX = 860;
/** A ratio above the wanted one is explained by where the time goes. */
const say = (text: string) => process.stderr.write(`${text}\n`);

export async function annotating(): Promise<BenchRow[]> {
  const script = await bundled(join(ROOT, 'test/bench/annotatingPage.ts'));
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/mark.js/package.json'), 'utf8'));
  const found = ensureChromium(() => {});
  if ('missing' in found) throw new Error(found.missing);
  const browser = await chromium.launch({
    executablePath: found.path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const open = async (height: number) => {
    const page = await browser.newPage({ viewport: { width: 900, height } });
    const lines = Array.from({ length: ROWS }, (_, n) => line(n)).join('');
    await page.setContent(`<!doctype html><ul>${lines}</ul>`);
    await page.addScriptTag({ content: script });
    return { browser, page };
  };
  const peer = `mark.js ${version}`;
  try {
    const screen = await open(SCREEN_PX);
    const whole = await open(ROWS * 24 + 100);
    return [
      ...(await first(screen, `1,000-row list, rows on screen chipped`, peer, 1 / 10)),
      ...(await first(whole, `1,000-row list, all rows on screen chipped`, peer, 1 / 10)),
      ...(await changes(screen, peer)),
      ...(await strangers(screen)),
      ...(await countdowns(whole)),
      ...(await churned(screen)),
    ];
  } finally {
    await browser.close();
  }
}

interface Open {
  readonly browser: Browser;
  readonly page: Page;
}

/** @param act runs in the page. */
const timeOf = ({ browser, page }: Open, act: string) =>
  scriptTimeOf(browser, page, () => page.evaluate(act));

/** What the browser alone asks for the same chips: nobody's limit is below it. */
const BY_HAND = 'the same chips by hand, known beforehand';

/** The first rounds warm all up. */
async function first(open: Open, name: string, peer: string, wanted: number) {
  const { page } = open;
  const ours: ScriptTime[] = [];
  const theirs: ScriptTime[] = [];
  const byHand: ScriptTime[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timeOf(open, 'annotate.ours(true)'));
    const hosts = Number(await page.evaluate('annotate.hosts()'));
    if (hosts < SCREEN_PX / 25) throw new Error(`${hosts} chips: nothing to compare`);
    await page.evaluate('annotate.oursGo()');
    byHand.push(await timeOf(open, `annotate.byHand(${hosts})`));
    await page.evaluate('annotate.byHandGo()');
    theirs.push(await timeOf(open, 'annotate.theirs()'));
    const marks = Number(await page.evaluate('annotate.marks()'));
    if (marks !== ROWS) throw new Error(`${marks} marks: nothing to compare`);
    await page.evaluate('annotate.theirsGo()');
  }
  return [
    compared(`annotate: ${name}, script`, 'ms', ours.slice(2), peer, theirs.slice(2), wanted),
    floor(`annotate: ${name}, script`, ours.slice(2), byHand.slice(2)),
  ];
}

/** One row says somebody else; a marker has to mark the page again. What the page itself does is nobody's. */
async function changes(open: Open, peer: string) {
  const { page } = open;
  const mutate = `annotate.mutate(${CHANGES})`;
  const ours: ScriptTime[] = [];
  const theirs: ScriptTime[] = [];
  const byHand: ScriptTime[] = [];
  const each = (whole: ScriptTime, bare: ScriptTime) => ({
    ms: Math.max(0, whole.ms - bare.ms) / CHANGES,
    top: whole.top,
  });
  for (let round = 0; round <= CHANGED_ROUNDS; round += 1) {
    await page.evaluate('annotate.ours(true)');
    const both = await timeOf(open, mutate);
    await page.evaluate('annotate.oursGo()');
    const bare = await timeOf(open, mutate);
    ours.push(each(both, bare));
    await page.evaluate(`annotate.byHand(${CHANGES})`);
    await page.evaluate('annotate.followByHand()');
    byHand.push(each(await timeOf(open, mutate), bare));
    await page.evaluate('annotate.byHandGo()');
    theirs.push(await timeOf(open, 'annotate.theirs()'));
    await page.evaluate('annotate.theirsGo()');
  }
  const against = `${peer}, marking again`;
  return [
    compared('annotate: one row changed, script', 'ms', ours.slice(1), against, theirs.slice(1), 1 / 500),
    floor('annotate: one row changed, script', ours.slice(1), byHand.slice(1)),
  ];
}

/** Nobody on the page is a lead. */
async function strangers(open: Open) {
  const spent: ScriptTime[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    spent.push(await timeOf(open, 'annotate.ours(false)'));
    await open.page.evaluate('annotate.oursGo()');
  }
  const limit: ScriptTime[] = [{ ms: 2, top: [] }];
  return [
    compared('annotate: 1,000 rows, no lead among them, script', 'ms', spent.slice(2), 'limit', limit, 1),
  ];
}

async function countdowns(open: Open) {
  const { page } = open;
  const ours: ScriptTime[] = [];
  const theirs: ScriptTime[] = [];
  const byHand: ScriptTime[] = [];
  for (let round = 0; round < COUNTDOWN_ROUNDS; round += 1) {
    await page.evaluate('annotate.ours(true)');
    ours.push(await timeOf(open, `annotate.rest(${COUNTDOWN_MS})`));
    await page.evaluate('annotate.oursGo()');
    await page.evaluate(`annotate.byHand(${ROWS})`);
    await page.evaluate('annotate.followByHand()');
    byHand.push(await timeOf(open, `annotate.rest(${COUNTDOWN_MS})`));
    await page.evaluate('annotate.byHandGo()');
    theirs.push(await timeOf(open, `annotate.timers(${ROWS}, ${COUNTDOWN_MS})`));
  }
  const seconds = COUNTDOWN_MS / 1_000;
  return [
    compared(`1,000 countdowns, ${seconds} s, script`, 'ms', ours, 'a timer an element', theirs, 1 / 100),
    floor(`1,000 countdowns, ${seconds} s, script`, ours, byHand),
  ];
}

/** The heap after each fifth of the churn, with everything collectable collected; ten minutes of it in the long run. */
async function churned({ page }: Open) {
  const session = await page.context().newCDPSession(page);
  await page.evaluate('annotate.ours(true)');
  await page.evaluate('annotate.churn(20)');
  const heap: number[] = [];
  const begun = Date.now();
  for (let part = 0; part < 5; part += 1) {
    const until = begun + ((part + 1) * CHURN_MS) / 5;
    do await page.evaluate('annotate.churn(20)');
    while (Date.now() < until);
    await session.send('HeapProfiler.collectGarbage');
    heap.push((await session.send('Runtime.getHeapUsage')).usedSize);
  }
  await page.evaluate('annotate.oursGo()');
  say(`heap through churn, kB: ${heap.map((bytes) => Math.round(bytes / 1_000)).join(' ')}`);
  return [
    row(
      `heap after ${Math.round(CHURN_MS / 60_000)} min of churn`,
      'bytes',
      heap.at(-1) ?? 0,
      'after a fifth of it',
      heap[0] ?? 0,
    ),
  ];
}

const middle = (times: readonly ScriptTime[]) => median(times.map(({ ms }) => ms));

const floor = (name: string, ours: readonly ScriptTime[], byHand: readonly ScriptTime[]) =>
  row(name, 'ms', middle(ours), BY_HAND, middle(byHand));

function compared(
  name: string,
  unit: string,
  ours: readonly ScriptTime[],
  against: string,
  theirs: readonly ScriptTime[],
  wanted: number,
): BenchRow {
  const made = row(name, unit, middle(ours), against, middle(theirs));
  if (made.ratio > wanted)
    say(`${name}: ${made.ratio} of the wanted ${wanted}; it goes to\n  ${ours.at(-1)?.top.join('\n  ')}`);
  return made;
}

const line = (n: number) =>
  `<li data-mail style="height:24px"><span data-email="person${n}@lead.test">person${n}@lead.test</span> <span data-subject>Subject ${n}</span></li>`;

async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: !process.env.NAMES,
      lib: { entry, formats: ['iife'], name: 'bench' },
    },
  });
  const output = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  const chunk = output.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error('vite built nothing');
  return chunk.code;
}

if (process.argv[1] === import.meta.filename)
  for (const each of await annotating()) process.stdout.write(`${JSON.stringify(each)}\n`);
