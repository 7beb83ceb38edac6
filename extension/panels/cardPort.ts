/** What the card asks of the world around it: wired to the background by its entrypoint, faked by its tests. */
import type { Colleague } from '../../shared/ui/card/cardAct.ts';
import type { CardHistory } from '../../shared/ui/cardView.ts';
import type { Done, Messages, ReplyOf } from '../messages.ts';

type AskOf<T extends keyof Messages> = Messages[T]['ask'];
/** `undefined`: refused, or nobody there any more. */
type Reply<T extends keyof Messages> = Promise<ReplyOf<T> | undefined>;

/** The same on every face: what is asked about a lead, once it is known which. */
export interface CardAsks {
  readonly log: (ask: AskOf<'panel.log'>) => Promise<Done | undefined>;
  readonly answer: (ask: AskOf<'panel.answer'>) => Promise<Done | undefined>;
  readonly set: (ask: AskOf<'panel.set'>) => Promise<Done | undefined>;
  readonly do: (ask: AskOf<'panel.do'>) => Promise<Done | undefined>;
  readonly take: (ask: AskOf<'panel.take'>) => Promise<Done | undefined>;
  readonly propose: (ask: AskOf<'panel.propose'>) => Promise<Done | undefined>;
  readonly undo: (ask: AskOf<'panel.undo'>) => Reply<'panel.undo'>;
  readonly colleagues: (leadId: string) => Promise<readonly Colleague[]>;
  /** The newest `shown` lines; undefined when they cannot be had. */
  readonly history: (leadId: string, shown: number) => Promise<CardHistory | undefined>;
  /** Must be called straight from a click; resolves to whether the clipboard has it. */
  readonly copy: (text: string) => Promise<boolean>;
}

export interface CardPort extends CardAsks {
  /** First draw, with whatever proves the right to it; afterwards by `leadId`. */
  readonly hello: (leadId: string | null) => Reply<'panel.hello'>;
  /** Calls back whenever this lead may have changed, until the signal aborts. */
  readonly watch: (leadId: string, changed: () => void, signal: AbortSignal) => void;
  /** The person is done with the card; null where it stays. */
  readonly close: (() => void) | null;
  /** Opens the place that the page cannot cover; null where there is none. */
  readonly elsewhere: (() => void) | null;
  /** Opens the settings, where a lost connection is mended; null where that cannot be done. */
  readonly openOptions: (() => void) | null;
}
