/**
 * The agreed rhythm of trying (CLK3): K steps, one attempt per date, each due from the attempt that
 * satisfied the one before; over with a conversation or an answer.
 */
import type { ClockState, Attempt } from '../../lead/state.ts';
import { UNDELIVERED } from '../../lead/vocabulary.ts';
import { earlier } from '../../time.ts';
import { clockStateOf, stepsOf } from '../clockState.ts';
import { firstCounted } from '../countedAttempt.ts';
import { courseOf } from '../course.ts';
import type { FoldContext } from '../foldContext.ts';
import { localDateOf } from '../openTime.ts';
import type { Owed } from '../owed.ts';
import type { Choice, NoChoice } from '../policyChoice.ts';
import type { Round } from '../rounds.ts';
import { humanStart, reachedAt } from './response.ts';

/** Every step reached so far: those satisfied and the one that runs. */
export function cadence(round: Round, context: FoldContext): readonly ClockState[] | NoChoice {
  const { handoff, number } = round;
  const cancelledAt = earlier(round.end, reachedAt(round, context));
  const steps: ClockState[] = [];
  let start = humanStart(round, context);
  let carried: Choice | undefined;
  let previous: Attempt | null = null;
  for (let step = 1; ; step += 1) {
    const last: Attempt | null = previous;
    let satisfying: Attempt | null = null;
    const owed: Owed = {
      id: `${handoff.id}:cadence:${number}:${step}`,
      kind: 'cadence',
      handoff: handoff.id,
      step,
      trial: handoff.trial,
      start,
      chosenAt: start ?? round.start,
      carried,
      meeting: (choice) => {
        satisfying = nextStep(context.input.attempts, last, round.start, choice);
        return satisfying && { at: satisfying.at, factId: satisfying.id };
      },
      cancelledAt,
      byOwner: true,
    };
    const course = courseOf(owed, context);
    if (typeof course === 'string') return course;
    const state = clockStateOf(owed, course, context);
    steps.push(state);
    const isMet = state.status === 'met' || state.status === 'met_late';
    if (!isMet || state.endedAt === null || step >= stepsOf(course.choice.policy.repeat)) return steps;
    if (cancelledAt !== null && state.endedAt >= cancelledAt) return steps;
    start = state.endedAt;
    carried = course.choice;
    previous = satisfying;
  }
}

/** The first counted attempt that reached somebody's door, on a later date than the last one. */
function nextStep(
  attempts: readonly Attempt[],
  last: Attempt | null,
  from: number,
  choice: Choice,
): Attempt | null {
  const on = last && localDateOf(choice.calendar, last.at);
  return firstCounted(
    attempts,
    last?.at ?? from,
    choice,
    ({ at, outcome }) =>
      !UNDELIVERED.includes(outcome) && (on === null || localDateOf(choice.calendar, at) > on),
  );
}
