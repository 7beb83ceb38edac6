/** Answers to a hand-off and contests of a return, held against the agreement (HOF3–HOF5). */
import type { Version } from '../../shared/definitions/version.ts';
import { knownChannels } from '../../shared/handoff/optOut.ts';
import { owedBeforeUnreachable } from '../../shared/handoff/unreachable.ts';
import type { HandoffState, LeadState } from '../../shared/lead/state.ts';
import type { CommandOf } from '../../shared/protocol/commands.ts';
import { dueAt } from '../../shared/sla/target.ts';
import type { Refusal } from './command.ts';

const malformed = (pointer: string, detail: string): Refusal => ({ code: 'malformed', pointer, detail });
const UNKNOWN: Refusal = { code: 'not_found', pointer: '/body/handoff' };

function handoffOf(state: LeadState, id: string): HandoffState | undefined {
  return state.handoffs.find((handoff) => handoff.id === id);
}

export function checkAnswer(
  { definitions, calendars }: Version,
  command: CommandOf<'handoff.answer'> | CommandOf<'handoff.correct'>,
  state: LeadState,
): Refusal | undefined {
  const { handoff: id, answer, reason, toStage } = command.body;
  const handoff = handoffOf(state, id);
  if (!handoff) return UNKNOWN;
  const answered = handoff.answer !== null;
  if (answered !== (command.kind === 'handoff.correct') || (!answered && handoff.closed !== null))
    return { code: 'conflict', theirs: handoff.answer };
  if (toStage !== undefined && !definitions.stages.some((stage) => stage.id === toStage))
    return malformed('/body/toStage', 'the agreement has no such stage');
  if (answer === 'accepted') return undefined;
  const known = definitions.handoff.reasons.find((one) => one.id === reason);
  if (known?.answer !== answer)
    return malformed('/body/reason', `${answer} needs one of the agreement's reasons for it`);
  const calendar = calendars[definitions.workspaceCalendar];
  if (known.unreachable !== true || calendar === undefined) return undefined;
  const owed = owedBeforeUnreachable({
    attempts: state.attempts,
    openedAt: handoff.openedAt,
    minimum: definitions.handoff.unreachable,
    calendar,
    channels: knownChannels(state),
    now: command.at,
  });
  return owed.allowed === null ? { code: 'not_yet', pointer: '/body/reason', theirs: owed } : undefined;
}

/** Marketing may contest a return once, within the agreed open days. */
export function checkContest(
  { definitions, calendars }: Version,
  command: CommandOf<'handoff.contest'>,
  state: LeadState,
): Refusal | undefined {
  const handoff = handoffOf(state, command.body.handoff);
  if (!handoff) return UNKNOWN;
  const { answer, contest } = handoff;
  if (answer === null || answer.answer === 'accepted' || contest !== null)
    return { code: 'conflict', theirs: contest };
  const calendar = calendars[definitions.workspaceCalendar];
  const until =
    calendar && dueAt(calendar, answer.at, { businessDays: definitions.handoff.contestWithinDays });
  return until !== undefined && until !== null && command.at > until ? { code: 'too_late' } : undefined;
}

export function checkDecision(command: CommandOf<'handoff.decide'>, state: LeadState): Refusal | undefined {
  const handoff = handoffOf(state, command.body.handoff);
  if (!handoff) return UNKNOWN;
  const open = handoff.contest !== null && handoff.contest.decided === null;
  return open ? undefined : { code: 'conflict', theirs: handoff.contest };
}
