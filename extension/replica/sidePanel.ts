/**
 * The panel beside the page. Chromium opens it only in the same turn as a person's click, before
 * anything is awaited; Firefox opens its sidebar from its own button, a shortcut or one of our pages.
 */
import { browser, type Browser } from 'wxt/browser';

interface SidePanelApi {
  readonly open: (where: { readonly tabId: number }) => Promise<void>;
}

/**
 * A card that keeps its lead beside the page opens the panel too. Called first for every message,
 * before it was parsed: it does nothing but open our own panel, and only for a page of ours.
 * @returns whether the browser was asked.
 */
export function openBeside(message: unknown, from: Browser.runtime.MessageSender, base: string): boolean {
  const tab = from.tab?.id;
  const panel = sidePanel();
  if (!panel || tab === undefined || from.url?.startsWith(`${base}card.html`) !== true) return false;
  if (!isPin(message)) return false;
  void panel.open({ tabId: tab }).catch(() => undefined);
  return true;
}

function isPin(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('type' in message) || !('ask' in message))
    return false;
  const { type, ask } = message;
  return (
    type === 'panel.pin' &&
    typeof ask === 'object' &&
    ask !== null &&
    'leadId' in ask &&
    typeof ask.leadId === 'string'
  );
}

/** Absent in Firefox. */
function sidePanel(): SidePanelApi | undefined {
  return 'sidePanel' in browser ? (browser.sidePanel as SidePanelApi | undefined) : undefined;
}
