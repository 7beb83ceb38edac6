/**
 * The signals each engagement rule asks for, picked out in one pass: a scoring may have hundreds of
 * rules, and a lead's signals are read once for all of them.
 */
import type { EngagementRule } from '../definitions/scoring.ts';
import type { PredicateContext, SeenSignal } from '../predicate/context.ts';
import { compileHolds } from '../predicate/signalCount.ts';

/** By the rule's place; undefined where no signal matched. Ascending by instant. */
export type Sifted = readonly (readonly SeenSignal[] | undefined)[];

interface Asking {
  readonly place: number;
  readonly holds: ReturnType<typeof compileHolds>;
}

const NOTHING: Sifted = [];

export function compileSieve(rules: readonly EngagementRule[]): (context: PredicateContext) => Sifted {
  const bySignal = new Map<string, Asking[]>();
  for (const [place, { signal, where }] of rules.entries()) {
    const asking = { place, holds: compileHolds(where) };
    const others = bySignal.get(signal);
    if (others === undefined) bySignal.set(signal, [asking]);
    else others.push(asking);
  }
  return ({ signals, list }) => {
    if (signals.length === 0) return NOTHING;
    const sifted = rules.map((): SeenSignal[] | undefined => undefined);
    for (const seen of signals) {
      const asked = bySignal.get(seen.signal);
      if (asked === undefined) continue;
      for (const { place, holds } of asked) {
        if (!holds(seen, list)) continue;
        const matching = sifted[place];
        if (matching === undefined) sifted[place] = [seen];
        else matching.push(seen);
      }
    }
    return sifted;
  };
}
