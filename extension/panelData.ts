/** What the extension's own pages are told: connection, settings, sites, notices, and the acts they may ask for. */
import type { ToastView } from '../shared/ui/buildToast.ts';
import type { Language, Side } from '../shared/lead/vocabulary.ts';
import type { CommandBodyOf } from '../shared/protocol/commands.ts';

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

/** `done: false` carries a sentence with a next step; nothing was recorded. */
export type Done =
  { readonly done: true; readonly toast: ToastView } | { readonly done: false; readonly why: string };
