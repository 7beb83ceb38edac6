/** Cards begun while their frame still loads: the frame's first hello finds its own ready. */

import type { CardView } from '../../shared/ui/cardView.ts';
import type { ForeignView } from '../../shared/ui/foreignView.ts';

/** A card, or no more than may be told of a colleague's lead (ACC3); undefined when it is not on the device. */
export type Asked =
  { readonly card: CardView } | { readonly card: null; readonly foreign: ForeignView } | undefined;

/** A frame that did not come for its card by then gets a fresh one. */
const WAITS_MS = 3_000;

export interface FirstCards {
  prepare(leadId: string, make: () => Promise<Asked>): void;
  /** Undefined when none was begun lately, or something changed since. */
  take(leadId: string): Promise<Asked> | undefined;
  /** The card of this lead would be another now. */
  forget(leadId: string): void;
  /** Something about some lead is another now. */
  forgetAll(): void;
}

export function createFirstCards(): FirstCards {
  const begun = new Map<string, { readonly card: Promise<Asked>; readonly at: number }>();
  return {
    prepare(leadId, make) {
      const card = make();
      // Whoever takes it hears of a failure; nobody need take it.
      card.catch(() => undefined);
      begun.set(leadId, { card, at: performance.now() });
    },
    take(leadId) {
      const found = begun.get(leadId);
      begun.delete(leadId);
      return found && performance.now() - found.at < WAITS_MS ? found.card : undefined;
    },
    forget: (leadId) => void begun.delete(leadId),
    forgetAll: () => begun.clear(),
  };
}
