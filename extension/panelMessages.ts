/** What the card, the popup, the side panel and the options may ask of the background. */
import type { DayRow } from '../shared/ui/buildDayRow.ts';
import type { CardHistory, CardView } from '../shared/ui/cardView.ts';
import type { ForeignView } from '../shared/ui/foreignView.ts';
import type { Answer, Channel, Language, Outcome } from '../shared/lead/vocabulary.ts';
import type { Scalar } from '../shared/lead/facts.ts';
import type { ProposalAbout } from '../shared/protocol/proposals.ts';
import type { RecordedResponse } from '../shared/protocol/recorded.ts';
import type { Reply } from './pageMessages.ts';
import type {
  Connection,
  DeviceSettings,
  Act,
  Colleague,
  NoticeView,
  Unsettled,
  Found,
  SiteAccess,
  Done,
} from './panelData.ts';

export interface PanelMessages {
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
  /** The day's queue: who is late, at risk or due today comes first, and `today` says how many these are. */
  'panel.queue': Reply<Record<never, never>, { readonly leads: readonly string[]; readonly today: number }>;
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
      /** Whether the system shows notices here, so that one can be put off. */
      readonly reminds: boolean;
    }
  >;
  /** Says these again in half an hour; `at` by the device's clock, null when the device holds none of them. */
  'panel.remind': Reply<{ readonly ids: readonly string[] }, { readonly at: number | null }>;
  'panel.readNotices': Reply<
    { readonly ids: readonly string[] } | { readonly all: true },
    { readonly done: boolean }
  >;
  /** What is recorded about the person (PRI5), in their language; null with a sentence when it cannot be asked. `whole`: with the records. */
  'panel.recorded': Reply<
    { readonly whole: boolean },
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
  /** The person has read why these were turned down: they are shown no more. */
  'panel.readRefused': Reply<{ readonly ids: readonly string[] }, { readonly done: boolean }>;
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
