/** Who owned the lead when: assigned, routed, or taken by whoever made the first attempt (ATT9). */
import type { OwnerChange } from '../sla/clockInput.ts';
import type { Fact } from './facts.ts';
import { memberAt } from './memberAt.ts';
import type { Room } from './room.ts';
import type { Attempt } from './state.ts';

interface Handoff {
  readonly openedAt: number;
  readonly closed: { readonly at: number } | null;
}

/** Ascending; entries that change nothing are left out. */
export function ownersOf(
  facts: readonly Fact[],
  attempts: readonly Attempt[],
  handoffs: readonly Handoff[],
  room: Room,
): readonly OwnerChange[] {
  const given: (OwnerChange & { readonly taken: boolean })[] = [];
  for (const fact of facts) {
    if (fact.kind !== 'owner.assigned' && fact.kind !== 'owner.routed') continue;
    given.push({ at: fact.at, owner: fact.body.owner, factId: fact.id, taken: false });
  }
  for (const attempt of attempts) {
    if (!attempt.genuine || !handoffs.some((handoff) => isOpenAt(handoff, attempt.at))) continue;
    given.push({ at: attempt.at, owner: attempt.by, factId: attempt.id, taken: true });
  }
  // Stable: at one instant what was assigned comes before what was taken.
  const changes: OwnerChange[] = [];
  const inTurn = given.length < 2 ? given : given.toSorted((a, b) => a.at - b.at);
  for (const { at, owner, factId, taken } of inTurn) {
    const standing = changes.at(-1)?.owner ?? null;
    if (owner === standing) continue;
    if (taken && memberAt(room, standing, at)?.active === true) continue;
    changes.push({ at, owner, factId });
  }
  return changes;
}

function isOpenAt({ openedAt, closed }: Handoff, at: number): boolean {
  return openedAt <= at && (closed === null || closed.at > at);
}
