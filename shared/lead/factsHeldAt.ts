/** What was a lead's own at an instant, where duplicates were merged into it since (IDN3). */
import type { Fact } from './facts.ts';

/**
 * Those facts of a survivor that were the lead's at an instant: before a merge, what another lead
 * brought into it was not.
 */
export function factsHeldAt<T extends Fact>(facts: readonly T[], leadId: string, at: number): readonly T[] {
  if (!facts.some(({ kind }) => kind === 'lead.merged')) return facts;
  const into = new Map<string, string>();
  for (const fact of facts) {
    if (fact.at > at) continue;
    if (fact.kind === 'lead.merged') into.set(fact.body.absorbed, fact.leadId);
    if (fact.kind === 'lead.unmerged') into.delete(fact.body.absorbed);
  }
  const isHeld = (id: string): boolean => {
    let holder = id;
    for (let steps = into.size; steps > 0; steps -= 1) holder = into.get(holder) ?? holder;
    return holder === leadId;
  };
  return facts.filter((fact) => isHeld(fact.leadId));
}
