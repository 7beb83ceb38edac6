/** Annotating a list of 1,000 rows that are all on screen, against mark.js marking the same addresses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { ensureChromium } from '../support/chromium.ts';
import { ROOT } from '../support/sources.ts';
import { type BenchRow, median, row } from './row.ts';

const ROWS = 1_000;
const ROUNDS = 9;

export async function annotating(): Promise<BenchRow[]> {
  const script = await bundled(join(ROOT, 'test/bench/annotatingPage.ts'));
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/mark.js/package.json'), 'utf8'));
  const found = ensureChromium(() => {});
  if ('missing' in found) throw new Error(found.missing);
  const browser = await chromium.launch({
    executablePath: found.path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 900, height: ROWS * 24 + 100 } });
    await page.setContent(
      `<!doctype html><ul>${Array.from({ length: ROWS }, (_, n) => line(n)).join('')}</ul>`,
    );
    await page.addScriptTag({ content: script });
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await page.evaluate(`annotate.ours(${ROWS})`));
      theirs.push(await page.evaluate(`annotate.theirs(${ROWS})`));
    }
    // The first round warms both up.
    return [
      row('annotate 1,000 rows', 'ms', median(ours.slice(1)), `mark.js ${version}`, median(theirs.slice(1))),
    ];
  } finally {
    await browser.close();
  }
}

const line = (n: number) =>
  `<li data-mail style="height:24px"><span data-email="person${n}@lead.test">person${n}@lead.test</span> <span data-subject>Subject ${n}</span></li>`;

async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const output = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  const chunk = output.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error('vite built nothing');
  return chunk.code;
}
