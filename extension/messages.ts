/**
 * Every message between page, panels and background, in one typed map. The background parses each
 * with the schema of the same name in `replica/border.ts` and checks its sender before it acts:
 * `page.*` may come from a content script only, `panel.*` from an extension page only.
 * `ask` and `onPush` are the only two ways a message travels.
 */
import { browser } from 'wxt/browser';
import type { ChipView } from '../shared/ui/chipView.ts';
import type { StripView } from '../shared/ui/buildStrip.ts';
import type { ToastView } from '../shared/ui/buildToast.ts';
import type { CardView } from '../shared/ui/cardView.ts';
import type { Answer, Channel, Outcome } from '../shared/lead/vocabulary.ts';
import type { Scalar } from '../shared/lead/facts.ts';

/** One way a page names a person; exactly one is set (OVR6). */
export type PersonKey =
  | { readonly email: string }
  | { readonly phone: string }
  | { readonly record: { readonly system: string; readonly object: string; readonly id: string } };

/** Recipients of the mail being written, as the page's own attributes state them. */
export interface Draft {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  /** Addresses this mail answers: a Cc counts only when answering that lead (ATT1). */
  readonly answering: readonly string[];
}

export type Connection =
  | {
      readonly state: 'signed_out';
      readonly message: string | null;
      /** Nobody answered: the browser may need to be told to let the extension reach the address. */
      readonly unreachable?: boolean | undefined;
    }
  | {
      readonly state: 'signed_in';
      readonly origin: string;
      readonly name: string;
      readonly workspace: string;
      readonly syncedAt: number | null;
      readonly pending: number;
      readonly oldestPendingAt: number | null;
      /** Commands the worker turned down: kept and shown (SYN2). */
      readonly rejected: number;
      readonly problem: string | null;
    };

export interface DeviceSettings {
  /** A mail to a lead seen being sent is logged by itself (ATT1). */
  readonly logSent: boolean;
}

export interface SiteAccess {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly why: string;
  readonly granted: boolean;
}

/** A mail whose send control was used and whose sending is not confirmed yet. */
export interface Sending {
  readonly send: string;
  readonly draft: Draft;
  readonly at: number;
  /** The person said on the strip to count this mail, whatever the options say (ATT1). */
  readonly chosen: boolean;
}

type Reply<Ask, Answer> = { readonly ask: Ask; readonly reply: Answer };
/** `done: false` carries a sentence with a next step; nothing was recorded. */
export type Done =
  { readonly done: true; readonly toast: ToastView } | { readonly done: false; readonly why: string };

export interface Messages {
  'page.people': Reply<
    { readonly people: readonly PersonKey[] },
    { readonly chips: readonly (ChipView | null)[] }
  >;
  /** A nonce for one card frame of this tab, spent by the first `panel.hello` that shows it (OVR2). */
  'page.card': Reply<{ readonly key: string }, { readonly nonce: string } | null>;
  'page.compose': Reply<{ readonly draft: Draft }, { readonly strip: StripView | null }>;
  /**
   * The person used the send control: remembered for this tab, so that a page which navigates on
   * sending loses nothing. Nothing is logged until `page.sent`.
   */
  'page.sending': Reply<Sending, null>;
  /**
   * What a freshly loaded page of this tab has still to confirm (`page.sent`) or drop (`page.unsent`),
   * and the toast whose undo still stands: a webmail that navigates on sending took it off the screen.
   */
  'page.unsettled': Reply<
    Record<never, never>,
    { readonly sends: readonly Sending[]; readonly toast?: ToastView | null | undefined }
  >;
  /** It was not sent after all: the page stayed in compose, reported an error, or the mail was undone. */
  'page.unsent': Reply<{ readonly send: string }, null>;
  /** A mail was really sent. `send` is one id per send, so a repeat logs nothing twice (ATT2). */
  'page.sent': Reply<Sending, { readonly toast: ToastView | null }>;
  'page.undo': Reply<{ readonly toast: string }, { readonly done: boolean }>;
  /**
   * Which fallback selectors were needed: structure only, never content (OVR5). `yielded`: the page
   * took a chip away three times, so the overlay gave way there and the toolbar says so (OVR4).
   */
  'page.health': Reply<
    {
      readonly site: string;
      readonly view: string;
      readonly fallback: boolean;
      readonly yielded?: boolean | undefined;
    },
    null
  >;

  /**
   * A card frame says hello with its nonce, once; afterwards it may ask again by `leadId` for what
   * that nonce showed. An address two leads share gives `choices` and no card: ask with the one
   * picked (IDN2). Popup and side panel ask by `leadId` from the start.
   */
  'panel.hello': Reply<
    { readonly nonce: string } | { readonly leadId: string },
    {
      readonly card: CardView | null;
      readonly choices?: readonly { readonly leadId: string; readonly name: string }[] | undefined;
    }
  >;
  'panel.log': Reply<
    {
      readonly leadId: string;
      readonly channel: Channel;
      readonly outcome: Outcome;
      readonly at?: number | undefined;
    },
    Done
  >;
  'panel.answer': Reply<
    {
      readonly leadId: string;
      readonly handoff: string;
      readonly answer: Answer;
      readonly reason?: string | undefined;
      readonly returnOn?: string | undefined;
    },
    Done
  >;
  'panel.set': Reply<
    { readonly leadId: string; readonly field: string; readonly value: Scalar | null },
    Done
  >;
  'panel.undo': Reply<{ readonly toast: string }, { readonly done: boolean }>;
  'panel.day': Reply<Record<never, never>, { readonly cards: readonly CardView[] }>;
  'panel.connection': Reply<Record<never, never>, Connection>;
  'panel.connect': Reply<{ readonly origin: string }, Connection>;
  /** Signs in with a pairing code where the browser cannot open the sign-in window (ACC4). */
  'panel.pair': Reply<{ readonly origin: string; readonly code: string }, Connection>;
  'panel.disconnect': Reply<Record<never, never>, Connection>;
  'panel.sites': Reply<Record<never, never>, { readonly sites: readonly SiteAccess[] }>;
  /** Reads what the person chose for this device, and changes it first when `change` is given. */
  'panel.settings': Reply<{ readonly change?: Partial<DeviceSettings> | undefined }, DeviceSettings>;
  /** After the person granted or withdrew a site in the options page. */
  'panel.sitesChanged': Reply<Record<never, never>, null>;
}

/** Pushed by the background, never answered. */
export interface Pushes {
  /** Something shown may have changed: ask again for what is on the page. */
  changed: { readonly at: number };
  /** The card of this lead changed: panels ask again. */
  card: { readonly leadId: string };
  /** Signed out, revoked or switched off here: take every trace off the page. */
  off: { readonly why: 'signed_out' | 'site_off' };
}

/**
 * What the card frame posts to the page's window that holds it (`parent.postMessage(says, '*')`): no
 * content, so the page may overhear it; believed only from the frame itself at the extension's origin.
 */
export type CardFrameSays =
  { readonly combinado: 'close' } | { readonly combinado: 'height'; readonly px: number };

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

/** Calls `receive` with every push until `signal` aborts. */
export function onPush(receive: (push: Push) => void, signal: AbortSignal): void {
  const listener = (message: unknown) => {
    // Pages of the extension also overhear what content scripts ask the background; only pushes are ours.
    if (typeof message === 'object' && message !== null && 'push' in message) receive(message as Push);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
