/** Where the overlay only just finds its way, or gave way (OVR4, OVR5): counts and names of views, no content. */
import { browser } from 'wxt/browser';
import * as z from 'zod';
import type { Language } from '../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';

const Health = z.record(z.string(), z.object({ fallback: z.number(), yielded: z.number() }));
export type Health = z.infer<typeof Health>;
const KEY = 'health';

export interface Report {
  readonly site: string;
  readonly view: string;
  readonly fallback: boolean;
  readonly yielded?: boolean | undefined;
}

/** Counts it; a page where the overlay gave way is marked in the toolbar. */
export async function noteHealth(
  tab: number,
  { site, view, fallback, yielded = false }: Report,
  language: Language,
): Promise<void> {
  const held = await readHealth();
  const at = `${site}/${view}`;
  const counted = held[at] ?? { fallback: 0, yielded: 0 };
  const next = {
    fallback: counted.fallback + (fallback ? 1 : 0),
    yielded: counted.yielded + (yielded ? 1 : 0),
  };
  await browser.storage.local.set({ [KEY]: { ...held, [at]: next } });
  if (!yielded) return;
  await browser.action.setBadgeText({ tabId: tab, text: '!' });
  await browser.action.setTitle({ tabId: tab, title: messagesFor(language).options.yielded });
}

export async function readHealth(): Promise<Health> {
  const stored = await browser.storage.local.get(KEY);
  return Health.safeParse(stored[KEY]).data ?? {};
}
