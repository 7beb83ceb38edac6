/**
 * Every message between page, panels and background, in one typed map. The background parses each
 * with the schema of the same name in `replica/border.ts` and checks its sender before it acts:
 * `page.*` may come from a content script only, `panel.*` from an extension page only.
 * `ask` and `onPush` are the only two ways a message travels.
 */
import { browser } from 'wxt/browser';
import type { Site } from './sites/site.ts';
import type { ChipView } from '../shared/ui/chipView.ts';
import type { SiteView } from '../shared/definitions/site.ts';
import type { ChatView } from '../shared/ui/buildChat.ts';
import type { StripView } from '../shared/ui/buildStrip.ts';
import type { DayRow } from '../shared/ui/buildDayRow.ts';
import type { ToastView } from '../shared/ui/buildToast.ts';
import type { CardHistory, CardView } from '../shared/ui/cardView.ts';
import type { ForeignView } from '../shared/ui/foreignView.ts';
import type { Answer, Channel, Language, Outcome, Side } from '../shared/lead/vocabulary.ts';
import type { Scalar } from '../shared/lead/facts.ts';
import type { CommandBodyOf } from '../shared/protocol/commands.ts';
import type { ProposalAbout } from '../shared/protocol/proposals.ts';
import type { RecordedResponse } from '../shared/protocol/recorded.ts';

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
      /** The address the company set for this browser, filled in already (PRI2). */
      readonly preset?: string | undefined;
      /** Commands sealed here until whoever gave them connects again (PRI3). */
      readonly waiting?: number | undefined;
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

export const DENSITIES = ['full', 'clock', 'today'] as const;
/** How much a chip says (OVR1): everything, its clock only, or nothing but what is due today. */
export type Density = (typeof DENSITIES)[number];

export interface DeviceSettings {
  /** A mail to a lead seen being sent is logged by itself (ATT1). */
  readonly logSent: boolean;
  readonly density: Density;
  /** Null: the browser's. */
  readonly language: Language | null;
  /** Whether the system shows notices; the browser's permission is asked from a click in the options. */
  readonly notify: boolean;
  /** Whether those name the lead: whoever stands behind may read them. */
  readonly notifyNames: boolean;
  /** Local hours without notices, `HH:MM`; over midnight when `from` is later than `to`. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
}

/** Commands about one lead that have no message of their own; the lead is named beside them. */
export const ACTS = [
  'reply.log',
  'handoff.correct',
  'handoff.contest',
  'handoff.decide',
  'lead.optOut',
  'lead.optIn',
  'lead.snooze',
  'lead.resume',
  'stage.set',
  'stage.release',
  'owner.assign',
  'nurture.start',
  'material.use',
  'attempt.withdraw',
  'attempt.refuse',
] as const;
export type ActKind = (typeof ACTS)[number];
export type ActOf<K extends ActKind> = {
  readonly kind: K;
  readonly body: Omit<CommandBodyOf<K>, 'leadId'>;
};
export type Act = { [K in ActKind]: ActOf<K> }[ActKind];

/** Somebody a lead may be given to. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly team: string | null;
  readonly away: boolean;
  readonly me: boolean;
}

/** A notice as it is shown: `name` is the lead's as this device knows it, null where it does not. */
export interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly leadId: string | null;
  readonly name: string | null;
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
  readonly read: boolean;
}

/** One entry of the person's own; `name` is null where this device does not know the lead any more. */
export interface Unsettled {
  readonly id: string;
  readonly leadId: string;
  readonly name: string | null;
  /** What it says, or why it was turned down with the next step. */
  readonly text: string;
  /** Epoch ms by the device's clock. */
  readonly at: number;
}

export interface Found {
  readonly leadId: string;
  readonly name: string;
  readonly company: string | null;
  /** Short stage label. */
  readonly stage: string;
}

export interface SiteAccess {
  readonly id: string;
  readonly name: string;
  /** None where each company hosts it itself and says where. */
  readonly origins: readonly string[];
  readonly why: string;
  readonly granted: boolean;
  /** Its notice is to be read first: asked for by itself, never together with others. */
  readonly alone?: boolean | undefined;
}

/** What the bar of a lesson says; `{n}` and `{who}` are what was found. */
export interface LessonWords {
  readonly name: string;
  readonly click: string;
  readonly content: string;
  readonly nothing: string;
  readonly finds: { readonly one: string; readonly other: string };
  readonly keep: string;
  readonly again: string;
  readonly leave: string;
}

/** A mail whose send control was used and whose sending is not confirmed yet. */
export interface Sending {
  readonly send: string;
  readonly draft: Draft;
  readonly at: number;
  /** The person said on the strip to count this mail, whatever the options say (ATT1). */
  readonly chosen: boolean;
  /** It goes out by itself then: the day and hour as the page writes them, `language` as it states its own. */
  readonly later?: { readonly text: string; readonly language: string } | undefined;
  /** Nothing on the page proved it: a page that comes back with the same mail says it was not sent. */
  readonly unproven?: boolean | undefined;
}

/** What one click beside an open chat logs. */
export const CHAT_DEEDS = ['sent', 'replied', 'no_answer'] as const;
export type ChatDeed = (typeof CHAT_DEEDS)[number];

type Reply<Ask, Answer> = { readonly ask: Ask; readonly reply: Answer };
/** `done: false` carries a sentence with a next step; nothing was recorded. */
export type Done =
  { readonly done: true; readonly toast: ToastView } | { readonly done: false; readonly why: string };

export interface Messages {
  /**
   * What this page may be, asked once by a starting overlay: the first whose signs stand on the page is
   * meant (`siteOn`); none where the overlay is switched off. The page's script carries no site itself.
   */
  'page.site': Reply<Record<never, never>, { readonly sites: readonly Site[] }>;
  'page.people': Reply<
    { readonly people: readonly PersonKey[] },
    { readonly chips: readonly (ChipView | null)[] }
  >;
  /** A nonce for one card frame of this tab, spent by the first `panel.hello` that shows it (OVR2). */
  'page.card': Reply<{ readonly key: string }, { readonly nonce: string } | null>;
  'page.compose': Reply<{ readonly draft: Draft }, { readonly strip: StripView | null }>;
  /** A material was copied for the lead a strip was about: counted, where the agreement knows it (DEF7). */
  'page.used': Reply<{ readonly key: string; readonly material: string }, null>;
  /**
   * A page the person is teaching asks for its words (OVR5); null for any other. `share` is what offers it
   * to everybody, where the person may.
   */
  'page.lesson': Reply<
    Record<never, never>,
    { readonly words: LessonWords; readonly share: string | null } | null
  >;
  /** What was learnt there, kept for the person's own device and, when `share`, offered to everybody. */
  'page.taught': Reply<{ readonly view: SiteView; readonly share: boolean }, { readonly text: string }>;
  /** What is said beside an open chat; null for strangers and for numbers of two leads. */
  'page.chat': Reply<{ readonly person: PersonKey }, { readonly strip: ChatView | null }>;
  /** One click beside a chat, for a lead whose strip this tab was shown (ATT1). */
  'page.log': Reply<{ readonly key: string; readonly did: ChatDeed }, { readonly toast: ToastView | null }>;
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
  /**
   * It was not sent after all: the page stayed in compose, reported an error, or the webmail's own undo
   * took it back, which may be later than ours; what was logged for it is withdrawn.
   */
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
      /** Instead of a card: a colleague's lead (ACC3). */
      readonly foreign?: ForeignView | undefined;
      /** Instead of a card: nobody is signed in here any more. */
      readonly signedOut?: boolean | undefined;
    }
  >;
  /** The newest `shown` lines of a lead's history, at most 500. */
  'panel.history': Reply<{ readonly leadId: string; readonly shown: number }, CardHistory>;
  'panel.log': Reply<
    {
      readonly leadId: string;
      readonly gesture?: string | undefined;
      readonly channel: Channel;
      readonly outcome: Outcome;
      readonly at?: number | undefined;
    },
    Done
  >;
  'panel.answer': Reply<
    {
      readonly leadId: string;
      readonly gesture?: string | undefined;
      readonly handoff: string;
      readonly answer: Answer;
      readonly reason?: string | undefined;
      readonly returnOn?: string | undefined;
      readonly comment?: string | undefined;
      readonly mark?: 'great' | 'fine' | 'weak' | undefined;
      readonly toStage?: string | undefined;
    },
    Done
  >;
  /** Everything else a person does to one lead: the very command, whose lead is named beside it. */
  'panel.do': Reply<
    { readonly leadId: string; readonly gesture?: string | undefined; readonly act: Act },
    Done
  >;
  /** Makes a lead of an address or phone nobody knows: from our own pages only, by an explicit click (OVR7). */
  'panel.capture': Reply<
    {
      readonly address: string;
      readonly name?: string | undefined;
      readonly company?: string | undefined;
    },
    Done
  >;
  /** Claims a lead nobody owns (ACC3). */
  'panel.take': Reply<{ readonly leadId: string; readonly gesture?: string | undefined }, Done>;
  /** Who this lead may be given to; empty for whoever may not give it. */
  'panel.colleagues': Reply<{ readonly leadId: string }, { readonly colleagues: readonly Colleague[] }>;
  /** Asks for a change of the agreement (TGT7): needs the workspace to answer, nothing is queued. */
  'panel.propose': Reply<
    {
      readonly title: string;
      readonly text?: string | undefined;
      readonly about: ProposalAbout;
      /** A lead that shows why. */
      readonly leadId?: string | undefined;
    },
    Done
  >;
  /** The lead after (1) or before (-1) this one in the day's queue; `place` counts from 1, 0 = not in it. */
  'panel.step': Reply<
    { readonly leadId: string | null; readonly step: 1 | -1 },
    { readonly leadId: string | null; readonly place: number; readonly of: number }
  >;
  /**
   * The lead the side panel keeps in view; changes it first when `leadId` is given. From a real click
   * in the card it also opens the side panel, where the browser has one.
   */
  'panel.pin': Reply<
    { readonly leadId?: string | null | undefined },
    { readonly leadId: string | null; readonly opened: boolean }
  >;
  /** The lead the page in this tab is about, for the side panel that follows it; null when not exactly one. */
  'panel.here': Reply<{ readonly tab: number }, { readonly leadId: string | null }>;
  /** Leads on this device by name, company, address or phone; at most 20, best first. */
  'panel.search': Reply<{ readonly text: string }, { readonly found: readonly Found[] }>;
  /** What one was told, newest first: those on the device when the workspace does not answer (`whole: false`). */
  'panel.notices': Reply<
    { readonly cursor?: string | undefined },
    {
      readonly notices: readonly NoticeView[];
      readonly cursor: string | null;
      readonly unread: number;
      readonly whole: boolean;
    }
  >;
  'panel.readNotices': Reply<
    { readonly ids: readonly string[] } | { readonly all: true },
    { readonly done: boolean }
  >;
  /** What is recorded about the person (PRI5), in their language; null with a sentence when it cannot be asked. */
  'panel.recorded': Reply<
    Record<never, never>,
    { readonly recorded: RecordedResponse | null; readonly problem: string | null }
  >;
  /** What helps to find a fault, as text to copy: counts, ages and versions, no personal data. */
  'panel.diagnostics': Reply<Record<never, never>, { readonly text: string }>;
  'panel.set': Reply<
    {
      readonly leadId: string;
      readonly gesture?: string | undefined;
      readonly field: string;
      readonly value: Scalar | null;
    },
    Done
  >;
  'panel.undo': Reply<{ readonly toast: string }, { readonly done: boolean }>;
  /** What the person owes, earliest due first, up to 500 of them, and what they did today. */
  'panel.day': Reply<
    Record<never, never>,
    {
      readonly rows: readonly DayRow[];
      /** How many leads owe something in all. */
      readonly of: number;
      readonly language: Language;
      /** Nothing was signed yet (TRI1). */
      readonly trial: boolean;
      /** False until the first pull: there may be leads nobody has seen yet. */
      readonly ready: boolean;
    }
  >;
  /** The person's own entries that wait to be sent or were turned down (SYN2, SYN7), the newest first. */
  'panel.unsettled': Reply<
    Record<never, never>,
    { readonly waiting: readonly Unsettled[]; readonly refused: readonly Unsettled[] }
  >;
  'panel.connection': Reply<Record<never, never>, Connection>;
  'panel.connect': Reply<{ readonly origin: string }, Connection>;
  /** Signs in with a pairing code where the browser cannot open the sign-in window (ACC4). */
  'panel.pair': Reply<{ readonly origin: string; readonly code: string }, Connection>;
  'panel.disconnect': Reply<Record<never, never>, Connection>;
  'panel.sites': Reply<Record<never, never>, { readonly sites: readonly SiteAccess[] }>;
  /** Reads what the person chose for this device, and changes it first when `change` is given. */
  'panel.settings': Reply<{ readonly change?: Partial<DeviceSettings> | undefined }, DeviceSettings>;
  /**
   * Begins a lesson on the page in front, or on an open one of `origin` (a match pattern); `text` says what
   * to do next.
   */
  'panel.teach': Reply<
    { readonly origin?: string | undefined },
    { readonly started: boolean; readonly text: string }
  >;
  /** Sites the person taught on this device; one is forgotten first when `forget` is given. */
  'panel.taught': Reply<
    { readonly forget?: string | undefined },
    { readonly sites: readonly { readonly id: string; readonly name: string }[] }
  >;
  /** After the person granted or withdrew a site in the options page. */
  'panel.sitesChanged': Reply<Record<never, never>, null>;
}

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
