/** Whether the lead's last way into sales still wants a hand-off opened (HOF1, TRI2). */
import { holdsSince } from '../lead/spans.ts';
import type { EntryCause } from '../lead/state.ts';
import { isHandedOver, isLastStage, placeOf } from '../stage/order.ts';
import type { Seen } from '../stage/entry.ts';

export interface Opening {
  readonly stage: string;
  readonly cause: EntryCause;
  readonly since: number;
  /** A person or integration put the lead beyond the hand-off stage. */
  readonly accepted: boolean;
}

/** Null while in the backlog, excluded, disqualified, out of reach, or already handed over. */
export function proposeOpening({ story, version }: Seen, exclusions: readonly string[]): Opening | null {
  const { definitions } = version;
  const { crossing, released, backlog, disqualified, handoffs, stage, entries } = story.journey;
  if (crossing === null || backlog || disqualified || exclusions.length > 0) return null;
  if (!isHandedOver(definitions, stage) || isLastStage(definitions, stage)) return null;
  if (holdsSince(story.optOuts.unreachable) !== null) return null;
  const from = released?.at ?? crossing.at;
  if (handoffs.some(({ openedAt, closed }) => closed === null || openedAt >= from)) return null;
  // A backlog lead moved on by new evidence or by hand is worked for that, not for its import.
  const wasBacklog = crossing.cause === 'import' || crossing.cause === 'publish';
  const entry = wasBacklog && released === null ? (entries.at(-1) ?? crossing) : crossing;
  const byHand = entry.cause === 'person' || entry.cause === 'integration';
  return {
    stage: entry.stage,
    cause: released?.cause === 'fast_track' ? 'fast_track' : entry.cause,
    since: released?.at ?? entry.since,
    accepted: byHand && placeOf(definitions, entry.stage) > placeOf(definitions, definitions.handoff.stage),
  };
}
