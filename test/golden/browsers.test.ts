/** The golden vectors in the two browsers the extension runs in, bundled as it is bundled. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { findChromium } from '../support/chromium.ts';
import { findFirefox } from '../support/firefox.ts';
import { ROOT } from '../support/sources.ts';
import { differences, elsewiseFolded } from './differences.ts';
import type { Relived } from './relive.ts';
import { Vectors } from './vectors.ts';

const text = readFileSync(new URL('vectors.json', import.meta.url), 'utf8');
const vectors = Vectors.parse(JSON.parse(text));
const call = `JSON.stringify({ agent: navigator.userAgent, relived: golden(${JSON.stringify(text)}) })`;
let script = '';

beforeAll(async () => {
  const entry = join(ROOT, 'test/golden/page.ts');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'page' } },
  });
  const chunks = [built].flat().flatMap((part) => ('output' in part ? part.output : []));
  script = chunks.find((chunk) => chunk.type === 'chunk')?.code ?? '';
});

interface Answer {
  readonly agent: string;
  readonly relived: readonly Relived[];
}

const inChromium = findChromium();
test('[FCT6][FCT8] Chromium gives the bytes of the golden vectors, folded again too', async ({ skip }) => {
  if (!inChromium) skip('no Chrome or Chromium here: install one, or set CHROME_PATH');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: inChromium, args });
  try {
    const page = await browser.newPage();
    await page.goto('about:blank');
    await page.addScriptTag({ content: script });
    expect(faults(await page.evaluate(call), 'Chrome/')).toEqual([]);
  } finally {
    await browser.close();
  }
});

const inFirefox = findFirefox();
test('[FCT6][FCT8] Firefox gives the bytes of the golden vectors, folded again too', async ({ skip }) => {
  if (!inFirefox) skip('no Firefox here: install one, or set FIREFOX_PATH');
  const browser = await launch({ browser: 'firefox', executablePath: inFirefox, headless: true });
  try {
    const page = await browser.newPage();
    await page.goto('about:blank');
    await page.addScriptTag({ content: script });
    expect(faults(await page.evaluate(call), 'Firefox/')).toEqual([]);
  } finally {
    await browser.close();
  }
});

/** Everything that is not as it should be about a browser's answer. */
function faults(answer: unknown, agent: string): string[] {
  const { agent: seen, relived } = JSON.parse(String(answer)) as Answer;
  const stranger = seen.includes(agent) ? [] : [`this ran in ${seen}`];
  return [...stranger, ...differences(vectors, relived), ...elsewiseFolded(relived)];
}
