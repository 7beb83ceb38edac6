/** Signs the extension in with a pairing code, by the message its options page sends: no window, no clicks. */
import type { Page } from '@playwright/test';
import * as z from 'zod';
import { invite, type Api } from './api.ts';
import type { ExtensionBrowser } from './browser.ts';

/** Eight characters of a page that only the member signed in there sees (ACC4). */
export async function pairingCode(admin: Api, memberId: string): Promise<string> {
  const { origin } = admin;
  const token = new URL(await invite(admin, memberId)).hash.slice(1);
  const accepted = await fetch(`${origin}/v1/invites/accept`, {
    method: 'POST',
    headers: { Origin: origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const cookie = accepted.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const shown = await fetch(`${origin}/v1/pair/new`, {
    method: 'POST',
    headers: { Origin: origin, Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  const code = /<p class="code">([^<]+)</.exec(await shown.text())?.[1];
  if (code === undefined) throw new Error(`no pairing code: ${shown.status}`);
  return code;
}

/** One of the extension's own pages, from which `tell` speaks to the background. */
export async function ownPage(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl('options.html'));
  return page;
}

/** Sends a message as a panel does; undefined when nobody answered. */
export function tell(page: Page, type: string, ask: object): Promise<unknown> {
  return page.evaluate(send, { type, ask });
}

/** Runs in the page, where the extension's API is. */
async function send(message: { readonly type: string; readonly ask: object }): Promise<unknown> {
  interface Sending {
    runtime: { sendMessage(message: unknown): Promise<unknown> };
  }
  const api: Sending = Reflect.get(globalThis, 'chrome');
  try {
    return await api.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}

/** Tells it again, as the panels do, until the background answered. */
export async function tellSurely(page: Page, type: string, ask: object): Promise<unknown> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await tell(page, type, ask);
    if (answer !== undefined && answer !== null) return answer;
  }
  throw new Error(`nobody answered ${type}`);
}

const SignedIn = z.object({ state: z.literal('signed_in') });

export async function pairExtension(page: Page, admin: Api, memberId: string): Promise<void> {
  const code = await pairingCode(admin, memberId);
  SignedIn.parse(await tell(page, 'panel.pair', { origin: admin.origin, code }));
}
