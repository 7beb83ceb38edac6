/** What the side panel asks beside the day's questions. */
import type { ReplyOf } from '../../messages.ts';
import type { CardPort } from '../cardPort.ts';
import type { DayPort } from '../day/dayPort.ts';

export interface SidePort extends DayPort {
  /** How the card that stays speaks to the background: it has no closing cross. */
  readonly stay: (leadId: string) => CardPort;
  /** Reads which lead is kept in view; changes it first when `leadId` is given. */
  readonly pinned: (leadId?: string | null) => Promise<string | null>;
  /** Whom the day's queue holds now, in its order. */
  readonly queue: () => Promise<ReplyOf<'panel.queue'> | undefined>;
  readonly watchPinned: (changed: (leadId: string | null) => void, signal: AbortSignal) => void;
  /** The lead the page in view is about; null when it is about nobody or several. */
  readonly leadHere: () => Promise<string | null>;
  /** Calls back whenever the page in view may be another, until the signal aborts. */
  readonly watchPage: (changed: () => void, signal: AbortSignal) => void;
  /** Id of the notice of the system that opened this page; null when none did. */
  readonly ledHere: () => string | null;
  /** Whether the person asked for it on this device. */
  readonly following: () => boolean;
  readonly follow: (yes: boolean) => void;
}
