/**
 * What an escalation does to the owner (CLK7): gives the lead to the next in turn, or back to the
 * pool, once, at the instant of its receipt. The lead's clock goes on; the new owner has a leg (CLK10).
 */
import type { Fact, FactOf } from '../lead/facts.ts';
import type { ReadLead } from '../lead/fold.ts';
import type { Room } from '../lead/room.ts';
import type { ClockState } from '../lead/state.ts';
import type { Story } from '../lead/story.ts';
import { SYSTEM_ACTOR } from '../lead/vocabulary.ts';

export interface Reassignment {
  /** The receipt that calls for it. */
  readonly escalation: FactOf<'clock.escalated'>;
  readonly action: 'reassign' | 'return_to_pool';
  readonly handoff: string;
  readonly owner: string;
}

/** Null when no escalation of this very instant takes an open hand-off from its owner. */
export function proposeReassignment({ story }: ReadLead, clocks: readonly ClockState[]): Reassignment | null {
  const { journey, owners, facts, now } = story;
  const handoff = journey.handoffs.at(-1);
  const standing = owners.at(-1);
  if (handoff === undefined || handoff.closed !== null) return null;
  // Whoever got it in this instant keeps it, whatever else falls due in it.
  if (standing === undefined || standing.owner === null || standing.at === now) return null;
  for (let place = facts.length - 1; place >= 0 && facts[place]?.at === now; place -= 1) {
    const escalation = facts[place];
    if (escalation?.kind !== 'clock.escalated') continue;
    const { clock, action } = escalation.body;
    if (action !== 'reassign' && action !== 'return_to_pool') continue;
    const escalated = clocks.find(({ id }) => id === clock);
    if (escalated?.party !== 'sales' || escalated.handoff !== handoff.id) continue;
    return { escalation, action, handoff: handoff.id, owner: standing.owner };
  }
  return null;
}

/** The room without the one who is to lose it. */
export function roomWithout(room: Room, memberId: string): Room {
  return { ...room, members: room.members.filter(({ id }) => id !== memberId) };
}

/** Given back to the pool during the current hand-off: somebody has to take it, nobody is given it. */
export function isPooled({ owners, journey, facts }: Story): boolean {
  const standing = owners.at(-1);
  const handoff = journey.handoffs.at(-1);
  if (standing === undefined || standing.owner !== null || handoff === undefined) return false;
  return standing.at >= handoff.openedAt && facts.some((fact) => isGivingBack(fact, standing.factId));
}

function isGivingBack({ id, actor }: Fact, factId: string): boolean {
  return id === factId && actor === SYSTEM_ACTOR;
}
