/**
 * What sales owes first on a hand-off (CLK3): an owner by the machine, then a first response and an
 * answer by that owner.
 */
import { CONVERSATIONS } from '../../lead/vocabulary.ts';
import { earlier } from '../../time.ts';
import { firstCounted } from '../countedAttempt.ts';
import type { FoldContext } from '../foldContext.ts';
import type { Meeting, Owed } from '../owed.ts';
import { firstOwned } from '../ownership.ts';
import type { Round } from '../rounds.ts';

/** Since when a person can act on a round: the later of hand-off and active owner; null before, and when it ended first. */
export function humanStart(round: Round, { ownerships }: FoldContext): number | null {
  const owned = firstOwned(ownerships, round.start);
  return owned && (round.end === null || owned.at < round.end) ? owned.at : null;
}

/** Hand-off → active owner. Measured from when the evidence held: the machine's own delay counts (FCT7). */
export function assignment(round: Round, { ownerships }: FoldContext): readonly Owed[] {
  const { handoff, number, start } = round;
  const owned = firstOwned(ownerships, start);
  // A reopened hand-off mostly still has its owner: nobody waits for one.
  if (number > 0 && owned?.at === start) return [];
  return [
    {
      id: `${handoff.id}:assignment:${number}:1`,
      kind: 'assignment',
      handoff: handoff.id,
      step: 1,
      trial: handoff.trial,
      start: number === 0 ? Math.min(handoff.since, start) : start,
      chosenAt: start,
      meeting: () => owned,
      cancelledAt: round.end,
      byOwner: false,
    },
  ];
}

/** The first genuine attempt, whatever came of it (ATT9). */
export function firstResponse(round: Round, context: FoldContext): readonly Owed[] {
  return [
    fromOwner(round, context, 'first_response', (choice) => {
      const attempt = firstCounted(context.input.attempts, round.start, choice);
      return attempt && { at: attempt.at, factId: attempt.id };
    }),
  ];
}

/** Any answer: accepted, recycled or disqualified. */
export function acceptance(round: Round, context: FoldContext): readonly Owed[] {
  const { answer } = round;
  return [fromOwner(round, context, 'acceptance', () => answer && { at: answer.at, factId: answer.factId })];
}

function fromOwner(
  round: Round,
  context: FoldContext,
  kind: 'first_response' | 'acceptance',
  meeting: (choice: Parameters<Owed['meeting']>[0]) => Meeting | null,
): Owed {
  const { handoff, number } = round;
  const start = humanStart(round, context);
  return {
    id: `${handoff.id}:${kind}:${number}:1`,
    kind,
    handoff: handoff.id,
    step: 1,
    trial: handoff.trial,
    start,
    chosenAt: start ?? round.start,
    meeting,
    cancelledAt: round.end,
    byOwner: true,
  };
}

/** When a conversation began or sales answered: nothing more is owed to reach the lead (CLK3). */
export function reachedAt(round: Round, { input }: FoldContext): number | null {
  const inRound = ({ at }: { readonly at: number }): boolean =>
    at >= round.start && (round.end === null || at <= round.end);
  const spoke = input.attempts.find(
    (attempt) => attempt.genuine && CONVERSATIONS.includes(attempt.outcome) && inRound(attempt),
  );
  const reply = input.replies.find((one) => !one.outOfOffice && inRound(one));
  return [spoke?.at, reply?.at, round.answer?.at].reduce<number | null>(
    (first, at) => earlier(first, at ?? null),
    null,
  );
}
