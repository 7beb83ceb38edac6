/** What popup and side panel ask of the world around them: wired by their entrypoints, faked by their tests. */
import type { AskOf, Connection, Done, Found, ReplyOf } from '../../messages.ts';
import type { CardPort } from '../cardPort.ts';

export interface DayPort {
  readonly connection: () => Promise<Connection | undefined>;
  readonly day: () => Promise<ReplyOf<'panel.day'> | undefined>;
  readonly unsettled: () => Promise<ReplyOf<'panel.unsettled'> | undefined>;
  readonly readRefused: (ids: readonly string[]) => Promise<boolean>;
  readonly search: (text: string) => Promise<readonly Found[] | undefined>;
  readonly notices: (cursor?: string) => Promise<ReplyOf<'panel.notices'> | undefined>;
  readonly readNotices: (ask: AskOf<'panel.readNotices'>) => Promise<boolean>;
  /** Says these notices again in half an hour; resolves to when, null when it cannot. */
  readonly remind: (ids: readonly string[]) => Promise<number | null>;
  /** Calls back whenever anything may have changed, until the signal aborts. */
  readonly watch: (changed: () => void, signal: AbortSignal) => void;
  /** How the card of one lead of the day speaks to the background; `close` takes it off again. */
  readonly card: (leadId: string, close: () => void) => CardPort;
  readonly log: (ask: AskOf<'panel.log'>) => Promise<Done | undefined>;
  readonly answer: (ask: AskOf<'panel.answer'>) => Promise<Done | undefined>;
  readonly act: (ask: AskOf<'panel.do'>) => Promise<Done | undefined>;
  /** Makes a lead of an address nobody knows. */
  readonly capture: (ask: AskOf<'panel.capture'>) => Promise<Done | undefined>;
  readonly undo: (ask: AskOf<'panel.undo'>) => Promise<ReplyOf<'panel.undo'> | undefined>;
  /** Opens the settings, at one part of them. */
  readonly openOptions: (part?: 'connect' | 'sites') => void;
  /** Keeps the day, or one lead, open beside the page, straight from a click; null where nothing stands there. */
  readonly beside: ((leadId: string | null) => void) | null;
}
