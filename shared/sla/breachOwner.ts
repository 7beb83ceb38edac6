/** Whose breach it is (CLK10): the person who had the time for it, or the team. */
import { memberAt } from '../lead/memberAt.ts';
import type { Room } from '../lead/room.ts';
import type { ClockState } from '../lead/state.ts';

/**
 * The owner whose own deadline had passed when the lead's clock was missed and who was not away;
 * null when it belongs to the team, or when nothing was missed.
 */
export function breachOwner(clock: Pick<ClockState, 'status' | 'dueAt' | 'legs'>, room: Room): string | null {
  const { dueAt, status } = clock;
  if (dueAt === null || (status !== 'breached' && status !== 'met_late')) return null;
  const leg = clock.legs.find(({ from, to }) => from <= dueAt && (to === null || to > dueAt));
  if (!leg || leg.dueAt === null || leg.dueAt > dueAt) return null;
  const isAway = (memberAt(room, leg.owner, dueAt)?.awayUntil ?? null) !== null;
  return isAway ? null : leg.owner;
}
