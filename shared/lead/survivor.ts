/** Which facts belong to a lead when duplicates were merged, and perhaps taken apart again (IDN3). */
import type { Fact } from './facts.ts';

/**
 * The survivor folds the union of its own facts and those of the leads it absorbed and still holds.
 * Without any merge every fact given is the lead's.
 */
export function standingFacts(facts: readonly Fact[]): {
  readonly leadId: string;
  readonly facts: readonly Fact[];
} {
  const absorbed = new Set<string>();
  let survivor: string | undefined;
  for (const fact of facts) {
    if (fact.kind === 'lead.merged') {
      absorbed.add(fact.body.absorbed);
      survivor = fact.leadId;
    }
    if (fact.kind === 'lead.unmerged') absorbed.delete(fact.body.absorbed);
  }
  if (survivor === undefined) return { leadId: facts[0]?.leadId ?? '', facts };
  const leadId = survivor;
  return { leadId, facts: facts.filter((fact) => fact.leadId === leadId || absorbed.has(fact.leadId)) };
}
