/** How long a lead may stay in a stage (CLK3): from its entry, or the hand-off if later, to the next stage. */
import type { StageEntry } from '../../lead/state.ts';
import { versionAt } from '../../lead/versionAt.ts';
import { earlier } from '../../time.ts';
import type { FoldContext } from '../foldContext.ts';
import type { Owed } from '../owed.ts';
import { choicesOf } from '../policyChoice.ts';
import type { Round } from '../rounds.ts';

/** One for every stage of the round that some policy times. */
export function stageTimes(round: Round, context: FoldContext): readonly Owed[] {
  const { entries, history } = context.input;
  const { handoff } = round;
  const owed: Owed[] = [];
  for (const [place, entry] of entries.entries()) {
    const next = entries[place + 1];
    const start = Math.max(entry.at, round.start);
    if ((next && next.at <= round.start) || (round.end !== null && start >= round.end)) continue;
    const version = versionAt(history, start);
    if (!choicesOf(version, 'stage_time').some(({ policy }) => policy.stage === entry.stage)) continue;
    const forward = next !== undefined && isForward(version.definitions.stages, entry, next);
    owed.push({
      id: `${handoff.id}:stage_time:${round.number}.${place}:1`,
      kind: 'stage_time',
      handoff: handoff.id,
      step: 1,
      trial: handoff.trial,
      start,
      chosenAt: start,
      stage: entry.stage,
      meeting: () => (forward && next ? { at: next.at, factId: next.factId } : null),
      cancelledAt: earlier(round.end, next && !forward ? next.at : null),
      byOwner: true,
    });
  }
  return owed;
}

/** A step back does not keep the promise to move on; it ends it. */
function isForward(stages: readonly { readonly id: string }[], from: StageEntry, to: StageEntry): boolean {
  const place = (wanted: string): number => stages.findIndex(({ id }) => id === wanted);
  return place(to.stage) < 0 || place(to.stage) > place(from.stage);
}
