/**
 * A screen as everybody may meet it: in each language, light and dark, wide; and in one language a screen,
 * in turn, on a phone of 320 px, at 200 % zoom, and with forced colours and less motion.
 */
import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '../../shared/lead/vocabulary.ts';
import { faultsOf, type Asked } from './axe.ts';
import { chartFaults } from './charts.ts';
import { settled } from './console.ts';

const WIDE = { width: 1280, height: 900 };
/** What 200 % leave of a screen of that size. */
const ZOOMED = { width: 640, height: 450 };
const PHONE = { width: 320, height: 900 };
const THEMES = ['light', 'dark'] as const;
/** Another theme changes colours and nothing else. */
const COLOURS: Asked = { runOnly: ['color-contrast'] };
/** Forced colours are the system's own, and axe reads the page's. */
const FORCED: Asked = { rules: { 'color-contrast': { enabled: false } } };
const PLAIN = { forcedColors: 'none', reducedMotion: 'no-preference' } as const;

/**
 * @returns how to look at what is there now, whatever is open in it; it says what was found, named. With
 * `SHOTS=<folder>` pictures are kept there, to be looked at.
 */
export function everyLook(page: Page): (name: string) => Promise<readonly string[]> {
  const { SHOTS } = process.env;
  let turn = -1;
  return async (name) => {
    turn += 1;
    const found: string[] = [];
    const look = async (how: string, asked: Asked | null, shot = true) => {
      const faults = asked === null ? [] : await faultsOf(page, asked);
      found.push(...faults.map((fault) => `${name}, ${how}: ${fault}`));
      const wider = await tooWide(page);
      if (wider > 0) found.push(`${name}, ${how}: ${wider} px too wide`);
      if (SHOTS && shot) await page.screenshot({ path: `${SHOTS}/${name}-${how}.png`, fullPage: true });
    };
    for (const [place, language] of LANGUAGES.entries()) {
      const isTurn = place === turn % LANGUAGES.length;
      await speakBehind(page, language);
      found.push(...(await chartFaults(page)).map((fault) => `${name}, ${language}: ${fault}`));
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme, ...PLAIN });
        const isLight = colorScheme === 'light';
        await look(`${language}-${colorScheme}`, isLight ? {} : COLOURS, isTurn || isLight);
      }
      await page.setViewportSize(PHONE);
      await stood(page);
      await look(`${language}-phone`, isTurn ? {} : null);
      if (isTurn) {
        await page.setViewportSize(ZOOMED);
        await stood(page);
        await look(`${language}-zoomed`, null);
      }
      await page.setViewportSize(WIDE);
      await stood(page);
      if (isTurn) {
        await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' });
        await look(`${language}-forced`, FORCED);
      }
    }
    await page.emulateMedia({ colorScheme: 'light', ...PLAIN });
    await speakBehind(page, 'en');
    return found;
  };
}

/** The language, also while a dialog stands before its setting. */
async function speakBehind(page: Page, language: Language): Promise<void> {
  await page.locator('.person select').evaluate((select: HTMLSelectElement, wanted) => {
    if (select.value === wanted) return;
    select.value = wanted;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, language);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  await settled(page);
}

/** Everything is drawn for the width there is now. */
async function stood(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
}

/** Pixels by which the page, or the dialog before it, is wider than what shows of it. */
function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const wider = [document.documentElement, ...document.querySelectorAll('dialog[open]')].map(
      (element) => element.scrollWidth - element.clientWidth,
    );
    return Math.max(...wider);
  });
}
