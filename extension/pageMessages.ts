/** What a page may ask of the background: for the people on it, and for the mails and chats it saw. */
import type { Prepared } from './sites/prepared.ts';
import type { ChipView } from '../shared/ui/chipView.ts';
import type { SiteView } from '../shared/definitions/site.ts';
import type { ChatView } from '../shared/ui/buildChat.ts';
import type { StripView } from '../shared/ui/buildStrip.ts';
import type { ToastView } from '../shared/ui/buildToast.ts';

/** A question and its answer. */
export type Reply<Ask, Answer> = { readonly ask: Ask; readonly reply: Answer };

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

export interface PageMessages {
  /**
   * What this page may be, asked once by a starting overlay: the first whose signs stand on the page is
   * meant (`siteOn`); none where the overlay is switched off. The page's script carries no site itself.
   */
  'page.site': Reply<Record<never, never>, { readonly sites: readonly Prepared[] }>;
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
}
