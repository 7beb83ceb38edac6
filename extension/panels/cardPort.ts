/** What the card asks of the world around it: wired to the background by its entrypoint, faked by its tests. */
import type { Done, Messages, ReplyOf } from '../messages.ts';

type AskOf<T extends keyof Messages> = Messages[T]['ask'];
/** `undefined`: refused, or nobody there any more. */
type Reply<T extends keyof Messages> = Promise<ReplyOf<T> | undefined>;

export interface CardPort {
  /** First draw, with whatever proves the right to it; afterwards by `leadId`. */
  readonly hello: (leadId: string | null) => Reply<'panel.hello'>;
  readonly log: (ask: AskOf<'panel.log'>) => Promise<Done | undefined>;
  readonly answer: (ask: AskOf<'panel.answer'>) => Promise<Done | undefined>;
  readonly set: (ask: AskOf<'panel.set'>) => Promise<Done | undefined>;
  readonly undo: (ask: AskOf<'panel.undo'>) => Reply<'panel.undo'>;
  /** Calls back whenever this lead may have changed, until the signal aborts. */
  readonly watch: (leadId: string, changed: () => void, signal: AbortSignal) => void;
  /** The person is done with the card. */
  readonly close: () => void;
  /** Opens the place that the page cannot cover; null where there is none. */
  readonly elsewhere: (() => void) | null;
}
