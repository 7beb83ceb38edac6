/** The one order of facts: instant, causes before effects, id (FCT4). */
import { compareText } from '../predicate/text.ts';
import { FACT_KINDS, type Fact, type FactKind } from './facts.ts';

const RANK: ReadonlyMap<FactKind, number> = new Map(FACT_KINDS.map((kind, rank) => [kind, rank]));

export function compareFacts(a: Fact, b: Fact): number {
  if (a.at !== b.at) return a.at - b.at;
  const rank = (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0);
  return rank === 0 ? compareText(a.id, b.id) : rank;
}

/** Sorted and without doubles; the input is left as it was. */
export function orderFacts(facts: Iterable<Fact>): readonly Fact[] {
  const ordered = [...facts].toSorted(compareFacts);
  // A fact never changes (FCT2), so doubles stand side by side.
  let kept = 0;
  for (const fact of ordered) {
    if (kept > 0 && ordered[kept - 1]?.id === fact.id) continue;
    ordered[kept] = fact;
    kept += 1;
  }
  ordered.length = kept;
  return ordered;
}
