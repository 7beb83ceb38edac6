/** Who sent a message: a page the person let us in on, one card frame, or a page of our own. */
import type { Browser } from 'wxt/browser';
import type { MessageType } from '../messages.ts';

export type Sender =
  | { readonly kind: 'page'; readonly tab: number; readonly origin: string; readonly url: string }
  /** The card in a page's frame; `frame` names that one document. */
  | { readonly kind: 'card'; readonly tab: number; readonly frame: string }
  /** Popup, side panel or options. */
  | { readonly kind: 'panel' };

/** Only what shows one lead may be asked for by a frame that stands in somebody else's page. */
const CARD_ASKS: ReadonlySet<MessageType> = new Set([
  'panel.hello',
  'panel.history',
  'panel.log',
  'panel.answer',
  'panel.set',
  'panel.do',
  'panel.take',
  'panel.colleagues',
  'panel.propose',
  'panel.pin',
  'panel.undo',
]);

/** Pages a web page cannot frame; `card.html` is the one it can. */
const PANEL_PAGES = new Set(['/popup.html', '/options.html', '/sidepanel.html', '/onboarding.html']);

/**
 * @param own `base` is the address of the extension's own pages, with its last slash: their `origin` is
 * opaque to a standard `URL`.
 * @param granted whether the person gave us this address (PRI2).
 * @returns undefined for anybody we do not listen to.
 */
export function senderOf(
  sender: Browser.runtime.MessageSender,
  own: { readonly id: string; readonly base: string },
  granted: (url: string) => boolean,
): Sender | undefined {
  const { id, url, tab, frameId, documentId } = sender;
  if (id !== own.id || url === undefined || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  if (url.startsWith(own.base)) {
    if (PANEL_PAGES.has(pathname)) return { kind: 'panel' };
    const frame = documentId ?? (frameId === undefined ? undefined : String(frameId));
    if (pathname !== '/card.html' || tab?.id === undefined || frame === undefined) return undefined;
    return { kind: 'card', tab: tab.id, frame };
  }
  return tab?.id !== undefined && granted(url) ? { kind: 'page', tab: tab.id, origin, url } : undefined;
}

/** Pages ask for what is on them, panels for the rest, card frames only about their lead. */
export function mayAsk(sender: Sender, type: MessageType): boolean {
  if (sender.kind === 'page') return type.startsWith('page.');
  return type.startsWith('panel.') && (sender.kind === 'panel' || CARD_ASKS.has(type));
}
