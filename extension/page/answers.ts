/**
 * What the background said of whom the page shows, kept by key: each is asked about once, many at a
 * time, and again when something changed.
 */
import type { PersonKey, ask as askBackground } from '../messages.ts';
import type { ChipView } from '../../shared/ui/chipView.ts';

/** In one message; the rest waits for its answer, so that a page of thousands floods nobody. */
const AT_ONCE = 1_000;
/** No address is longer, nor any record's name: a page that states one means no person, but to be turned away. */
const LONGEST_ADDRESS = 320;
const LONGEST_RECORD = 200;
/** Answers kept; the oldest go first and are asked for again when they come into sight. */
const KEPT = 5_000;

export interface Answers {
  /** Null for a stranger; undefined while it is not known. */
  of(text: string): ChipView | null | undefined;
  /** Asks about them with the next message, unless that was done. */
  want(text: string, key: PersonKey): void;
  /** Sends what is wanted. */
  send(): void;
  /** What was said may no longer hold: asks about these anew and forgets the rest. */
  renew(shown: ReadonlyMap<string, PersonKey>): void;
}

/** @param came new answers are here; those known before may be among them. */
export function keepAnswers(
  ask: typeof askBackground,
  came: (renewed: boolean) => void,
  signal: AbortSignal,
): Answers {
  const known = new Map<string, ChipView | null>();
  const wanted = new Map<string, PersonKey>();
  const asking = new Set<string>();
  /** Asked in vain (signed out, or the background away): not again before something changed. */
  const refused = new Set<string>();

  let renewing = false;

  async function send(): Promise<void> {
    if (asking.size > 0) return;
    while (wanted.size > 0 && !signal.aborted) {
      const batch = [...wanted].slice(0, AT_ONCE);
      for (const [text] of batch) {
        wanted.delete(text);
        asking.add(text);
      }
      const reply = await ask('page.people', { people: batch.map(([, key]) => key) });
      asking.clear();
      if (signal.aborted) return;
      for (const [index, [text]] of batch.entries()) {
        const chip = reply?.chips[index];
        if (chip === undefined) refused.add(text);
        else known.set(text, chip);
      }
      for (const text of known.keys()) {
        if (known.size <= KEPT) break;
        known.delete(text);
      }
      came(renewing);
    }
    renewing = false;
  }

  return {
    of: (text) => known.get(text),
    want(text, key) {
      // One that is refused would have all refused that are asked about with it.
      if (text.length > ('record' in key ? LONGEST_RECORD : LONGEST_ADDRESS)) known.set(text, null);
      else if (!known.has(text) && !asking.has(text) && !refused.has(text)) wanted.set(text, key);
    },
    send: () => void send(),
    renew(shown) {
      refused.clear();
      renewing = true;
      for (const text of known.keys()) if (!shown.has(text)) known.delete(text);
      for (const [text, key] of shown) wanted.set(text, key);
      void send();
    },
  };
}
