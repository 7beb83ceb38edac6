/** Which facts belong to a lead when duplicates were merged, and perhaps taken apart again (IDN3). */
import { DAY_MS } from '../time.ts';
import type { Fact } from './facts.ts';

/** How long a merge can be taken back. */
export const UNDO_MERGE_MS = 30 * DAY_MS;

/**
 * The survivor folds the union of its own facts and those of the leads it absorbed and still holds,
 * and of the leads those hold. Without any merge every fact given is the lead's.
 */
export function standingFacts(facts: readonly Fact[]): {
  readonly leadId: string;
  readonly facts: readonly Fact[];
} {
  const first = facts.findIndex(({ kind }) => kind === 'lead.merged');
  if (first === -1) return { leadId: facts[0]?.leadId ?? '', facts };
  const heldBy = new Map<string, string>();
  let survivor = '';
  for (const fact of facts.slice(first)) {
    if (fact.kind === 'lead.merged') {
      heldBy.set(fact.body.absorbed, fact.leadId);
      survivor = fact.leadId;
    }
    if (fact.kind === 'lead.unmerged') heldBy.delete(fact.body.absorbed);
  }
  const leadId = holderOf(survivor, heldBy);
  return { leadId, facts: facts.filter((fact) => holderOf(fact.leadId, heldBy) === leadId) };
}

/** Up the chain of merges; two leads that absorbed each other end where they began. */
function holderOf(lead: string, heldBy: ReadonlyMap<string, string>): string {
  let holder = lead;
  for (let steps = heldBy.size; steps > 0; steps -= 1) holder = heldBy.get(holder) ?? holder;
  return holder;
}

/** Why a merge may not be taken back at `now`, epoch ms; null when it may. */
export function mayUnmerge(
  facts: readonly Fact[],
  absorbed: string,
  now: number,
): 'not_merged' | 'too_late' | null {
  const last = facts.findLast(
    (fact) =>
      (fact.kind === 'lead.merged' || fact.kind === 'lead.unmerged') && fact.body.absorbed === absorbed,
  );
  if (last?.kind !== 'lead.merged') return 'not_merged';
  return now - last.at > UNDO_MERGE_MS ? 'too_late' : null;
}
