/**
 * Every message between page, panels and background, in one typed map. The background parses each
 * with the schema of the same name in `replica/border.ts` and checks its sender before it acts:
 * `page.*` may come from a content script only, `panel.*` from an extension page only.
 * `ask` and `onPush` are the only two ways a message travels.
 */
import { browser } from 'wxt/browser';
import type { PageMessages } from './pageMessages.ts';
import type { PanelMessages } from './panelMessages.ts';

export { CHAT_DEEDS } from './pageMessages.ts';
export type { PersonKey, Draft, LessonWords, Sending, ChatDeed } from './pageMessages.ts';
export { DENSITIES, ACTS } from './panelData.ts';
export type {
  Connection,
  Density,
  DeviceSettings,
  ActKind,
  ActOf,
  Act,
  Colleague,
  NoticeView,
  Unsettled,
  Found,
  SiteAccess,
  Done,
} from './panelData.ts';

export interface Messages extends PageMessages, PanelMessages {}

/** Pushed by the background, never answered. */
export interface Pushes {
  /** Something shown may have changed: ask again for what is on the page; with `sites` also what site it is. */
  changed: { readonly at: number; readonly sites?: boolean | undefined };
  /** The card of this lead changed: panels ask again. */
  card: { readonly leadId: string };
  /** The side panel keeps this lead in view now. */
  pinned: { readonly leadId: string | null };
  /** Signed out, revoked or switched off here: take every trace off the page. */
  off: { readonly why: 'signed_out' | 'site_off' };
}

/**
 * What the card frame posts to the page's window that holds it (`parent.postMessage(says, '*')`): no
 * content, so the page may overhear it; believed only from the frame itself at the extension's origin.
 * `ready`: it listens for its nonce.
 */
export type CardFrameSays =
  | { readonly combinado: 'ready' }
  | { readonly combinado: 'close' }
  | { readonly combinado: 'height'; readonly px: number };

/**
 * What is posted into the card frame, at the extension's origin alone. A page may post the like: it knows
 * no nonce, and a wrong one shows nothing.
 */
export interface CardFrameHears {
  readonly combinado: 'open';
  /** Said again once the page moved it: what is pressed right after was meant for what was there (OVR2). */
  readonly nonce: string;
}

export type MessageType = keyof Messages;
export type AskOf<T extends MessageType> = Messages[T]['ask'];
export type ReplyOf<T extends MessageType> = Messages[T]['reply'];

/** What travels through `runtime.sendMessage`; the reply is the bare `ReplyOf`, `undefined` when refused. */
export interface Envelope<T extends MessageType = MessageType> {
  readonly type: T;
  readonly ask: AskOf<T>;
}

/** What the background sends to tabs and panels. */
export type Push = { [K in keyof Pushes]: { readonly push: K; readonly body: Pushes[K] } }[keyof Pushes];

/**
 * Asks the background. Never throws: `undefined` means it refused, or that this copy of the
 * extension was replaced or switched off and nobody is there to answer.
 */
export async function ask<T extends MessageType>(type: T, body: AskOf<T>): Promise<ReplyOf<T> | undefined> {
  try {
    return await browser.runtime.sendMessage({ type, ask: body });
  } catch {
    return undefined;
  }
}

/** What records something: each has a `gesture`, by which the background knows one click told twice (ATT2). */
export type Recording = 'panel.log' | 'panel.answer' | 'panel.set' | 'panel.do' | 'panel.take';

/**
 * Asks for one click to be recorded, and again under the same id when nobody answered: the service
 * worker may have been stopped before it recorded anything, or after it did and before it said so.
 */
export async function askSurely<T extends Recording>(
  type: T,
  body: AskOf<T>,
): Promise<ReplyOf<T> | undefined> {
  const told: AskOf<T> = { ...body, gesture: crypto.randomUUID() };
  return (await ask(type, told)) ?? ask(type, told);
}

/** Calls `receive` with every push until `signal` aborts. */
export function onPush(receive: (push: Push) => void, signal: AbortSignal): void {
  const listener = (message: unknown) => {
    // Pages of the extension also overhear what content scripts ask the background; only pushes are ours.
    if (typeof message === 'object' && message !== null && 'push' in message) receive(message as Push);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
