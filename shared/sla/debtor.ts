/** Who answers for a clock (CLK2): the person it is shown to as theirs, or nobody in particular. */
import type { Definitions } from '../definitions/definitions.ts';
import { memberAt } from '../lead/memberAt.ts';
import type { Room } from '../lead/room.ts';
import type { ClockState, HandoffState, LeadState } from '../lead/state.ts';

type Owing = Pick<ClockState, 'kind' | 'party' | 'handoff'>;
type Lead = Pick<LeadState, 'source'> & {
  readonly handoffs: readonly Pick<HandoffState, 'id' | 'source'>[];
  readonly owner: { readonly id: string } | null;
};

/**
 * Sales' clocks are the owner's; marketing's the marketer's of the hand-off's source, else their
 * team's manager's; a contest waits for the referee. Whoever has left owes nothing. Null = nobody in
 * particular: an assignment, or a side without anybody named.
 */
export function debtorOf(
  clock: Owing,
  lead: Lead,
  definitions: Definitions,
  room: Room,
  at: number,
): string | null {
  const candidates = candidatesFor(clock, lead, definitions, room);
  return candidates.find((id) => memberAt(room, id ?? null, at)?.active === true) ?? null;
}

function candidatesFor(
  clock: Owing,
  lead: Lead,
  { handoff, sources }: Definitions,
  room: Room,
): readonly (string | null | undefined)[] {
  if (clock.kind === 'contest_answer') return [handoff.referee];
  if (clock.kind === 'assignment') return [];
  if (clock.party === 'sales') return [lead.owner?.id];
  if (clock.party !== 'marketing') return [];
  const cameFrom = lead.handoffs.find(({ id }) => id === clock.handoff)?.source ?? lead.source;
  const managers = room.teams.filter(({ side }) => side === 'marketing').map(({ manager }) => manager);
  return [sources.find(({ id }) => id === cameFrom)?.marketer, ...managers];
}
