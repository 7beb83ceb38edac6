/**
 * Every message between page, panels and background, in one typed map. The background parses each
 * with the schema of the same name in `replica/border.ts` and checks its sender before it acts:
 * `page.*` may come from a content script only, `panel.*` from an extension page only.
 */
import type { ChipView } from '../shared/ui/chipView.ts';
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

/** The line above a mail being written: what sending it does to the agreement (OVR3). */
export interface StripView {
  readonly tone: 'ok' | 'risk' | 'late' | 'rest' | 'stop';
  readonly text: string;
  /** Keys of the leads an attempt would be logged for; empty when nothing would be. */
  readonly counts: readonly string[];
  readonly discountLabel: string;
  readonly countLabel: string;
}

/** The line shown after something was logged, with ten seconds to undo (ATT1). */
export interface ToastView {
  readonly id: string;
  readonly text: string;
  readonly undoLabel: string | null;
  /** Until when undo is offered, epoch ms. */
  readonly undoUntil: number | null;
}

export type Connection =
  | { readonly state: 'signed_out'; readonly message: string | null }
  | {
      readonly state: 'signed_in';
      readonly origin: string;
      readonly name: string;
      readonly workspace: string;
      readonly syncedAt: number | null;
      readonly pending: number;
      readonly oldestPendingAt: number | null;
      readonly problem: string | null;
    };

export interface SiteAccess {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly why: string;
  readonly granted: boolean;
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
  /** A mail was really sent. `send` is one id per send, so a repeat logs nothing twice (ATT2). */
  'page.sent': Reply<
    { readonly send: string; readonly draft: Draft; readonly at: number },
    { readonly toast: ToastView | null }
  >;
  'page.undo': Reply<{ readonly toast: string }, { readonly done: boolean }>;
  /** Which fallback selectors were needed: structure only, never content (OVR5). */
  'page.health': Reply<{ readonly site: string; readonly view: string; readonly fallback: boolean }, null>;

  'panel.hello': Reply<
    { readonly nonce: string } | { readonly leadId: string },
    { readonly card: CardView | null }
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
  'panel.disconnect': Reply<Record<never, never>, Connection>;
  'panel.sites': Reply<Record<never, never>, { readonly sites: readonly SiteAccess[] }>;
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
