/**
 * The clocks of one lead (CLK): every hand-off's promises, each timed by the policy chosen for it.
 * Pure: same input, same bytes; nothing here reads a clock, a zone or a fact.
 */
import type { ClockState } from '../lead/state.ts';
import type { ClockKind } from '../lead/vocabulary.ts';
import type { ClockHandoff, ClockInput, FoldedClocks, UntimedClock } from './clockInput.ts';
import { clockStateOf } from './clockState.ts';
import { courseOf } from './course.ts';
import { contextOf } from './foldContext.ts';
import type { FoldContext } from './foldContext.ts';
import { cadence } from './kinds/cadence.ts';
import { contestAnswers } from './kinds/contest.ts';
import { briefCompletion, returnToNurture } from './kinds/marketing.ts';
import { replies } from './kinds/reply.ts';
import { acceptance, assignment, firstResponse } from './kinds/response.ts';
import { stageTimes } from './kinds/stageTime.ts';
import type { Owed } from './owed.ts';
import type { NoChoice } from './policyChoice.ts';
import { roundsOf } from './rounds.ts';
import type { Round } from './rounds.ts';

export function foldClocks(input: ClockInput): FoldedClocks {
  const context = contextOf(input);
  for (const { effectiveAt } of input.history) context.changesAt(effectiveAt);
  const found: Found = { clocks: [], untimed: [] };
  for (const [place, handoff] of input.handoffs.entries()) {
    foldHandoff(handoff, input.handoffs[place + 1], context, found);
  }
  return { ...found, validUntil: context.validUntil() };
}

interface Found {
  readonly clocks: ClockState[];
  readonly untimed: UntimedClock[];
}

function foldHandoff(
  handoff: ClockHandoff,
  next: ClockHandoff | undefined,
  context: FoldContext,
  found: Found,
): void {
  const rounds = roundsOf(handoff, context.input);
  let replyCycles = 0;
  for (const [place, round] of rounds.entries()) {
    const collect = (kind: ClockKind, states: readonly ClockState[] | NoChoice): void => {
      if (typeof states !== 'string') found.clocks.push(...states);
      // Of what is over nobody asks why it was not timed.
      else if (round.end === null) found.untimed.push({ kind, handoff: handoff.id, why: states });
    };
    const time = (all: readonly Owed[]): void => {
      for (const owed of all) {
        const course = courseOf(owed, context);
        collect(owed.kind, typeof course === 'string' ? course : [clockStateOf(owed, course, context)]);
      }
    };
    if (!handoff.accepted) {
      time(assignment(round, context));
      time(firstResponse(round, context));
      time(acceptance(round, context));
      collect('cadence', cadence(round, context));
      time(briefCompletion(round, context));
    }
    const replyStates = replies(round, replyCycles, context);
    if (typeof replyStates !== 'string') replyCycles += replyStates.length;
    collect('reply', replyStates);
    time(stageTimes(round, context));
    time(returnToNurture(round, rounds[place + 1] ?? startOf(next), context));
  }
  for (const owed of contestAnswers(handoff)) {
    const course = courseOf(owed, context);
    if (typeof course !== 'string') found.clocks.push(clockStateOf(owed, course, context));
  }
}

function startOf(next: ClockHandoff | undefined): Pick<Round, 'start'> | undefined {
  return next && { start: next.openedAt };
}
