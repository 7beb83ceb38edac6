/** Which of a lead's clocks a chip shows, and in which order the card lists them (OVR1). */
import type { ClockState } from '../lead/state.ts';
import type { ClockStatus, Role, Side } from '../lead/vocabulary.ts';

const URGENCY: Readonly<Record<ClockStatus, number>> = {
  breached: 0,
  running: 1,
  paused: 2,
  waiting: 3,
  met: 4,
  met_late: 4,
  cancelled: 5,
};

const DONE: ReadonlySet<ClockStatus> = new Set(['met', 'met_late']);

/** The clocks a person of this role is shown: those their own side owes, and the neutral ones. */
export function clocksOfSide(clocks: readonly ClockState[], role: Role): ClockState[] {
  return clocks.filter(({ party }) => !isOfOtherSide(party, role));
}

export function isOfOtherSide(party: Side, role: Role): boolean {
  return party === (role === 'marketer' ? 'sales' : 'marketing');
}

/** What the other side still owes: the card says it too, after one's own. */
export function clocksOfOthers(clocks: readonly ClockState[], role: Role): ClockState[] {
  return byUrgency(clocks.filter((clock) => isOfOtherSide(clock.party, role) && isOwed(clock)));
}

/** Breached before running, earliest due first; what is met comes after, the newest first. */
export function byUrgency(clocks: readonly ClockState[]): ClockState[] {
  return clocks.toSorted(
    (a, b) =>
      URGENCY[a.status] - URGENCY[b.status] ||
      (a.dueAt ?? 0) - (b.dueAt ?? 0) ||
      (b.endedAt ?? 0) - (a.endedAt ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Somebody still has to act on it. A breach whose hand-off is closed stays on record and asks nothing. */
export function isOwed({ status, endedAt }: ClockState): boolean {
  return endedAt === null && (status === 'running' || status === 'breached' || status === 'paused');
}

/** Worth a line of its own: owed or kept, and waiting only where somebody has to act to start it. */
export function isShown(clock: ClockState): boolean {
  return (
    isOwed(clock) || DONE.has(clock.status) || (clock.status === 'waiting' && clock.kind === 'first_response')
  );
}

/**
 * What the card lists: not the machine's own promise once kept, nor the steps of the cadence that are
 * made (the dots say them) or that the first response is ahead of.
 */
export function cardClocks(clocks: readonly ClockState[]): ClockState[] {
  const answering = clocks.some(
    ({ kind, status }) => kind === 'first_response' && !DONE.has(status) && status !== 'cancelled',
  );
  const listed = clocks.filter((clock) => {
    if (!isShown(clock)) return false;
    if (clock.kind === 'assignment') return !DONE.has(clock.status);
    if (clock.kind !== 'cadence') return true;
    return !DONE.has(clock.status) && !(answering && clock.step === 1 && clock.status !== 'breached');
  });
  return byUrgency(listed);
}

/** The one clock a chip shows; null when the lead has none worth showing. */
export function nearestClock(clocks: readonly ClockState[]): ClockState | null {
  return byUrgency(clocks.filter(isShown))[0] ?? null;
}
