/** Answers to a hand-off and contests of a return, held against the agreement (HOF3–HOF5). */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import { mayContest } from '../../../shared/handoff/contest.ts';
import { knownChannels } from '../../../shared/handoff/optOut.ts';
import { maySnooze, type SnoozeProblem } from '../../../shared/handoff/snooze.ts';
import { owedBeforeUnreachable } from '../../../shared/handoff/unreachable.ts';
import type { HandoffState, LeadState } from '../../../shared/lead/state.ts';
import type { CommandOf } from '../../../shared/protocol/commands.ts';
import { placeOf } from '../../../shared/stage/order.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { Refusal } from './command.ts';
import type { StoredFact } from '../leads/facts.ts';
import type { PlainReason } from '../../../shared/protocol/reason.ts';

const malformed = (pointer: string, reason: PlainReason, detail: string): Refusal => ({
  code: 'malformed',
  pointer,
  reason,
  detail,
});
const UNKNOWN: Refusal = { code: 'not_found', pointer: '/body/handoff' };

function handoffOf(state: LeadState, id: string): HandoffState | undefined {
  return state.handoffs.find((handoff) => handoff.id === id);
}

export function checkAnswer(
  version: Version,
  command: CommandOf<'handoff.answer'> | CommandOf<'handoff.correct'>,
  state: LeadState,
): Refusal | undefined {
  const { definitions } = version;
  const { handoff: id, answer, reason, toStage } = command.body;
  const handoff = handoffOf(state, id);
  if (!handoff) return UNKNOWN;
  const answered = handoff.answer !== null;
  if (answered !== (command.kind === 'handoff.correct') || (!answered && handoff.closed !== null))
    return { code: 'conflict', theirs: handoff.answer };
  if (toStage !== undefined && !definitions.stages.some((stage) => stage.id === toStage))
    return malformed('/body/toStage', 'no_such_stage', 'the agreement has no such stage');
  if (answer === 'accepted') return undefined;
  const known = definitions.handoff.reasons.find((one) => one.id === reason);
  if (known?.answer !== answer)
    return malformed(
      '/body/reason',
      'reason_needed',
      `${answer} needs one of the agreement's reasons for it`,
    );
  if (known.unreachable !== true) return undefined;
  const owed = owedBeforeUnreachable({
    attempts: state.attempts,
    openedAt: handoff.openedAt,
    minimum: definitions.handoff.unreachable,
    calendar: workspaceCalendarOf(version),
    channels: knownChannels(state),
    now: command.at,
  });
  return owed.allowed === null ? { code: 'not_yet', pointer: '/body/reason', theirs: owed } : undefined;
}

/** Marketing may contest a return once, within the agreed open days. */
export function checkContest(
  version: Version,
  command: CommandOf<'handoff.contest'>,
  state: LeadState,
): Refusal | undefined {
  const handoff = handoffOf(state, command.body.handoff);
  if (!handoff) return UNKNOWN;
  const calendar = workspaceCalendarOf(version);
  const withinDays = version.definitions.handoff.contestWithinDays;
  const problem = mayContest({ handoff, withinDays, calendar, at: command.at });
  if (problem === null) return undefined;
  return problem === 'too_late' ? { code: 'too_late' } : { code: 'conflict', theirs: handoff.contest };
}

/** What was accepted does not go back without a reason (HOF3). */
export function checkStage(
  definitions: Definitions,
  { body: { stage, reason } }: CommandOf<'stage.set'>,
  state: LeadState,
): Refusal | undefined {
  const place = placeOf(definitions, stage);
  if (place < 0) return malformed('/body/stage', 'no_such_stage', 'the agreement has no such stage');
  const accepted = state.handoffs.at(-1)?.answer?.answer === 'accepted';
  const back = place < placeOf(definitions, state.stage.id);
  return accepted && back && reason === undefined
    ? malformed('/body/reason', 'reason_needed', 'a step back after acceptance needs a reason')
    : undefined;
}

const SNOOZE_PROBLEMS: Readonly<Record<SnoozeProblem, Refusal>> = {
  unknown_reason: malformed('/body/reason', 'no_such_reason', 'the agreement has no such reason'),
  past: malformed('/body/untilOn', 'date_begun', 'this date has begun already'),
  too_long: malformed('/body/untilOn', 'too_far_ahead', 'further ahead than the agreement allows'),
  too_often: {
    code: 'conflict',
    pointer: '/body',
    reason: 'snoozed_enough',
    detail: 'snoozed as often as the agreement allows',
  },
};

/** A lead rests so often and so long as was agreed (CLK5). */
export function checkSnooze(
  version: Version,
  command: CommandOf<'lead.snooze'>,
  facts: readonly StoredFact[],
): Refusal | undefined {
  const problem = maySnooze(command.body, facts, version, command.at);
  return problem === null ? undefined : SNOOZE_PROBLEMS[problem];
}

export function checkDecision(command: CommandOf<'handoff.decide'>, state: LeadState): Refusal | undefined {
  const handoff = handoffOf(state, command.body.handoff);
  if (!handoff) return UNKNOWN;
  const open = handoff.contest !== null && handoff.contest.decided === null;
  return open ? undefined : { code: 'conflict', theirs: handoff.contest };
}

export function checkComment(command: CommandOf<'handoff.comment'>, state: LeadState): Refusal | undefined {
  return handoffOf(state, command.body.handoff) ? undefined : UNKNOWN;
}
