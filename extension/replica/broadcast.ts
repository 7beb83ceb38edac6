/** Tells pages and panels that something they show may have changed; nobody need be there to hear it. */
import { browser } from 'wxt/browser';
import type { Push } from '../messages.ts';

export interface Broadcast {
  /**
   * What is on pages and panels may be another; several in a row become one.
   * @param sites how sites are read may be another, too (OVR5).
   */
  changed(sites?: boolean): void;
  /** Panels alone: what they list beside leads may be another. */
  listed(): void;
  /** Calls back after each of these, gathered likewise. */
  listen(listener: () => void): void;
  /** The cards of these leads. */
  cards(leadIds: readonly string[]): void;
  /** The side panel keeps this lead in view now. */
  pinned(leadId: string | null): void;
  /** Takes the overlay off these tabs. */
  off(why: 'signed_out' | 'site_off', tabs: readonly number[]): Promise<void>;
}

/** Long enough to gather a page of rows, short enough not to be seen. */
const GATHER_MS = 50;
/** Above this many at once, `changed` alone says it. */
const FEW = 20;

export function createBroadcast(patterns: () => readonly string[]): Broadcast {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sitesToo = false;
  const listeners: (() => void)[] = [];
  const tellListeners = () => listeners.forEach((listener) => listener());
  return {
    changed(sites = false) {
      sitesToo ||= sites;
      timer ??= setTimeout(() => {
        timer = undefined;
        const push: Push = { push: 'changed', body: { at: Date.now(), sites: sitesToo } };
        sitesToo = false;
        toPanels(push);
        void tabsAt(patterns()).then((tabs) => toTabs(push, tabs));
        tellListeners();
      }, GATHER_MS);
    },
    listed() {
      toPanels({ push: 'changed', body: { at: Date.now() } });
      tellListeners();
    },
    listen: (listener) => void listeners.push(listener),
    cards(leadIds) {
      if (leadIds.length <= FEW) for (const leadId of leadIds) toPanels({ push: 'card', body: { leadId } });
    },
    pinned: (leadId) => toPanels({ push: 'pinned', body: { leadId } }),
    async off(why, tabs) {
      const push: Push = { push: 'off', body: { why } };
      await toTabs(push, tabs);
      if (why !== 'signed_out') return;
      toPanels(push);
      tellListeners();
    },
  };
}

/** Open tabs these patterns cover; only granted ones can be found this way. */
export async function tabsAt(patterns: readonly string[]): Promise<readonly number[]> {
  if (patterns.length === 0) return [];
  const tabs = await browser.tabs.query({ url: [...patterns] });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

function toPanels(push: Push): void {
  browser.runtime.sendMessage(push).catch(() => undefined);
}

async function toTabs(push: Push, tabs: readonly number[]): Promise<void> {
  await Promise.all(tabs.map((tab) => browser.tabs.sendMessage(tab, push).catch(() => undefined)));
}
