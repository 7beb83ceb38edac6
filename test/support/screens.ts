/** Screens of the console, each a place and what is open there, walked and looked at as everybody may meet them. */
import type { Page } from '@playwright/test';
import { settled } from './console.ts';
import { everyLook } from './everyLook.ts';

export interface Screen {
  readonly name: string;
  /** Its address after `/console/`. */
  readonly path: string;
  /** What is there once it is whole. */
  readonly ready: string;
  /** Opens what is looked at, in English. */
  readonly open?: (page: Page) => Promise<unknown>;
}

/** A screen that does not open is told beside the others' faults, soon. */
const PATIENCE_MS = 20_000;

/** @returns what was found on any of them, named; `SCREENS=<pattern>` looks at some only */
export async function walk(
  page: Page,
  origin: string,
  screens: readonly Screen[],
): Promise<readonly string[]> {
  const look = everyLook(page);
  const found: string[] = [];
  const wanted = new RegExp(process.env['SCREENS'] ?? '');
  page.setDefaultTimeout(PATIENCE_MS);
  for (const screen of screens) {
    const { name } = screen;
    if (!wanted.test(name)) continue;
    const faults = await opened(page, origin, screen)
      .then(() => look(name))
      .catch((error: unknown) => [`${name} does not open: ${String(error).slice(0, 300)}`]);
    if (process.env['SHOTS']) console.info(name, faults);
    found.push(...faults);
  }
  return found;
}

async function opened(page: Page, origin: string, { path, ready, open }: Screen): Promise<void> {
  await page.goto(`${origin}/console/${path}`);
  await page.locator(ready).first().waitFor();
  await settled(page);
  await open?.(page);
  await settled(page);
}

/** Presses the first button whose name has this in it. */
export const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().click();
