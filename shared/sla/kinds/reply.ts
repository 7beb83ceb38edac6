/**
 * Their message → ours (CLK3): after the first response, until nothing is owed on the hand-off. Any
 * number of their messages before we answer are one clock.
 */
import type { ClockState } from '../../lead/state.ts';
import { clockStateOf } from '../clockState.ts';
import { firstCounted } from '../countedAttempt.ts';
import { courseOf } from '../course.ts';
import type { FoldContext } from '../foldContext.ts';
import type { NoChoice } from '../policyChoice.ts';
import type { Round } from '../rounds.ts';

export function replies(
  round: Round,
  cycles: number,
  context: FoldContext,
): readonly ClockState[] | NoChoice {
  const { handoff } = round;
  const { attempts, replies: received } = context.input;
  const firstAt = attempts.find(({ genuine, at }) => genuine && at >= handoff.openedAt)?.at;
  // Opened already accepted, there is no first response to wait for (HOF1).
  if (firstAt === undefined && !handoff.accepted) return [];
  const states: ClockState[] = [];
  let quietSince = Math.max(
    round.start,
    firstAt === undefined || handoff.accepted ? round.start : firstAt + 1,
  );
  for (const { at, outOfOffice } of received) {
    if (outOfOffice || at < quietSince) continue;
    if (round.end !== null && at >= round.end) break;
    const owed = {
      id: `${handoff.id}:reply:${cycles + states.length}:1`,
      kind: 'reply' as const,
      handoff: handoff.id,
      step: 1,
      trial: handoff.trial,
      start: at,
      chosenAt: at,
      meeting: (choice: Parameters<typeof firstCounted>[2]) => {
        const ours = firstCounted(attempts, at, choice);
        return ours && { at: ours.at, factId: ours.id };
      },
      cancelledAt: round.end,
      byOwner: true,
    };
    const course = courseOf(owed, context);
    if (typeof course === 'string') return states.length > 0 ? states : course;
    const state = clockStateOf(owed, course, context);
    states.push(state);
    if (state.endedAt === null) break;
    quietSince = state.endedAt + 1;
  }
  return states;
}
