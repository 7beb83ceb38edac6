/**
 * Connects the extension to a worker the way a person does: the invite's link, the options page, the
 * browser's sign-in window with its consent page, and the sites given one by one.
 */
import type { Page } from '@playwright/test';
import { allowWithoutAsking, type ExtensionBrowser } from './browser.ts';

export interface ConnectOptions {
  /** Of the worker, no slash at the end. */
  readonly origin: string;
  /** Single-use invite link of the member to sign in as. */
  readonly invite: string;
  /** Addresses of pages the overlay may show on, as a person types them. */
  readonly sites: readonly string[];
  /** Switches on that mail seen being sent is logged by itself. */
  readonly logSent: boolean;
}

/** Leaves the options page open and returns it. */
export async function connectExtension(browser: ExtensionBrowser, options: ConnectOptions): Promise<Page> {
  await acceptInvite(browser, options.invite);
  const page = await optionsPage(browser);
  await signInThere(browser, page, options.origin);
  await allowWithoutAsking(browser, options.sites.map(patternOf));
  for (const site of options.sites) {
    await giveSite(page, site);
  }
  if (options.logSent) {
    const tick = page.locator('input[name=logSent]');
    if (!(await tick.isChecked())) await tick.click();
  }
  return page;
}

/** The one the extension opened when it was installed, or a new one. */
async function optionsPage(browser: ExtensionBrowser): Promise<Page> {
  const url = browser.pageUrl('options.html');
  const there = browser.context.pages().find((page) => page.url() === url);
  if (there) return there;
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
}

async function acceptInvite(browser: ExtensionBrowser, link: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(link);
  await page.locator('button').click();
  await page.locator('button').waitFor({ state: 'detached' });
  await page.close();
}

async function signInThere(browser: ExtensionBrowser, page: Page, origin: string): Promise<void> {
  const address = page.locator('input[name=address]');
  const signOut = page.locator('button[aria-describedby=sign-out-hint]');
  await address.or(signOut).waitFor();
  // Signed in to where the worker was before: that address answers no more.
  if (await signOut.isVisible()) await signOut.click();
  await address.fill(origin);
  const window = browser.context.waitForEvent('page');
  await page.locator('form:has(input[name=address]) button').click();
  const consent = await window;
  const closed = consent.waitForEvent('close');
  await consent.locator('form button[type=submit]').click();
  const done = page.locator('input[name=address]').waitFor({ state: 'detached', timeout: 20_000 });
  const refused = page
    .locator('.problem:not(:empty)')
    .first()
    .textContent({ timeout: 20_000 })
    .then((said) => Promise.reject(new Error(`Signing in was refused: ${said}`)));
  refused.catch(() => undefined);
  await Promise.race([done, refused]);
  // While its window is going, no tab can be opened.
  await closed;
  await page.bringToFront();
}

/** The permission itself was given before, so the browser asks nothing. */
async function giveSite(page: Page, site: string): Promise<void> {
  await page.locator('input[name=site]').fill(site);
  await page.locator('form:has(input[name=site]) button').click();
  const granted = { origins: [patternOf(site)] };
  await page.waitForFunction(isGiven, granted);
}

/** Runs in the options page, where the browser's own API is. */
function isGiven(wanted: { readonly origins: readonly string[] }): Promise<boolean> {
  interface Granting {
    permissions: { contains(wanted: { readonly origins: readonly string[] }): Promise<boolean> };
  }
  const api: Granting = Reflect.get(globalThis, 'chrome');
  return api.permissions.contains(wanted);
}

/** Browsers give hosts without ports. */
function patternOf(site: string): string {
  const { protocol, hostname } = new URL(site);
  return `${protocol}//${hostname}/*`;
}
