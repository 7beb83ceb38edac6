/**
 * From a course to what every screen may say of the clock at `now` (CLK1, CLK5, CLK6): a status and
 * instants, never time left, except while it is paused.
 */
import type { ClockState } from '../lead/state.ts';
import type { ClockStatus } from '../lead/vocabulary.ts';
import type { Span } from './clockInput.ts';
import { movesOf } from './closureMoves.ts';
import { type Course, metIn, pausedCourse } from './course.ts';
import type { FoldContext } from './foldContext.ts';
import { legsOf } from './legs.ts';
import type { Meeting, Owed } from './owed.ts';
import { applyPauses } from './pauses.ts';
import { targetMsBetween } from './target.ts';
import { riskFrom } from './warning.ts';

const NEVER_PAUSED: readonly Span[] = [];

export function clockStateOf(owed: Owed, course: Course, context: FoldContext): ClockState {
  const { now } = context.input;
  const { choice, startedAt } = course;
  const { policy, calendar } = choice;
  const met = metIn(course);
  const endedAt = met?.at ?? course.cancelledAt;
  const paused = pausedCourse(course, context);
  const stopped = paused.pauses.at(-1)?.to === null;
  const status = statusOf(course, met, paused.due, stopped, owed.trial, now);
  // Of what has not begun, or falls due beyond the compiled range, no deadline is known.
  const dueAt = Number.isFinite(paused.due) && status !== 'paused' ? paused.due : null;
  const pauses =
    context.input.snoozes.length === 0
      ? NEVER_PAUSED
      : [
          ...pausesBefore(course, context),
          ...paused.pauses.map(({ from, to }) => ({ from, to: to ?? endedAt })),
        ];
  const live = status === 'running' || status === 'breached';
  const riskAt =
    live && !owed.trial && startedAt !== null && dueAt !== null
      ? riskFrom(policy, calendar, startedAt, dueAt)
      : null;

  if (status === 'paused') context.changesAt(paused.resumesAt);
  if (status === 'running' && !owed.trial && dueAt !== null) {
    context.changesAt(riskAt);
    // Equal is in time (CLK6): it turns one millisecond later.
    context.changesAt(dueAt + 1);
  }

  return {
    id: owed.id,
    kind: owed.kind,
    party: policy.party,
    handoff: owed.handoff,
    step: owed.step,
    of: owed.kind === 'cadence' ? stepsOf(policy.repeat) : 1,
    policy: choice.named,
    status,
    atRisk: status === 'running' && riskAt !== null && now >= riskAt,
    startedAt,
    dueAt,
    riskAt,
    leftMs: status === 'paused' ? paused.leftMs : null,
    endedAt,
    metBy: met?.factId ?? null,
    tookMs: met && startedAt !== null ? targetMsBetween(calendar, policy.target, startedAt, met.at) : null,
    pauses,
    legs:
      owed.byOwner && startedAt !== null
        ? legsOf(choice, { start: startedAt, end: endedAt, due: dueAt, pauses }, context)
        : [],
    trial: owed.trial,
    moves: movesOf(owed, course, paused, context),
  };
}

/** Pauses that had moved the deadline when its last policy was chosen. */
function pausesBefore({ choice, due, startedAt, since }: Course, { input }: FoldContext): readonly Span[] {
  if (startedAt === null || since <= startedAt) return [];
  return applyPauses(choice, due, startedAt, since, input.snoozes).pauses.map(({ from, to }) => ({
    from,
    to: to ?? since,
  }));
}

/** Steps of a cadence. */
export function stepsOf(repeat: { readonly times: number } | undefined): number {
  return repeat?.times ?? 1;
}

function statusOf(
  { startedAt, cancelledAt }: Course,
  met: Meeting | null,
  due: number,
  paused: boolean,
  trial: boolean,
  now: number,
): ClockStatus {
  if (met) return met.at <= due || trial ? 'met' : 'met_late';
  // What was late when it stopped being owed stays late (HOF3).
  if (cancelledAt !== null) return cancelledAt > due && !trial ? 'breached' : 'cancelled';
  if (startedAt === null) return 'waiting';
  if (paused) return 'paused';
  return now > due && !trial ? 'breached' : 'running';
}
