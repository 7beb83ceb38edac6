/**
 * A clock's course: the policy it started with, every later choice, and the deadline they add up to
 * before the pauses still ahead (CLK4, CLK8). A met or breached clock keeps what it had.
 */
import type { ClockState } from '../lead/state.ts';
import { versionAt } from '../lead/versionAt.ts';
import { earlier } from '../time.ts';
import type { ChoiceEvent, FoldContext } from './foldContext.ts';
import type { Meeting, Owed } from './owed.ts';
import { applyPauses, type PausedDue } from './pauses.ts';
import { choosePolicy } from './policyChoice.ts';
import type { Choice, NoChoice } from './policyChoice.ts';
import { dueAt } from './target.ts';

export interface Course {
  readonly choice: Choice;
  /** Null while waiting for an owner. */
  readonly startedAt: number | null;
  readonly meeting: Meeting | null;
  readonly cancelledAt: number | null;
  /** Deadline as it stood at `since`, epoch ms; `Infinity` beyond the compiled range. */
  readonly due: number;
  readonly since: number;
  /** What moved it until then. */
  readonly moves: Moves;
}

type Moves = ClockState['moves'];

/** Follows one thing owed from its first choice to `now`, or says why no policy times it (CLK1). */
export function courseOf(owed: Owed, context: FoldContext): Course | NoChoice {
  const { input } = context;
  let course = begin(owed, context);
  if (course === 'no_policy') return course;
  for (const event of context.eventsOf(owed.kind)) {
    if (event.at < owed.chosenAt || (event.at === owed.chosenAt && !owed.carried)) continue;
    if (typeof course === 'string') {
      course = beginLate(owed, event, context) ?? course;
      continue;
    }
    const ended = Math.min(course.meeting?.at ?? Infinity, course.cancelledAt ?? Infinity);
    if (event.at >= ended) break;
    const paused = applyPauses(course.choice, course.due, course.since, event.at, input.snoozes);
    if (paused.due < event.at && !owed.trial) break;
    course = choseAgain(course, paused, owed, event, context);
  }
  return course;
}

/** The choice at the start, or since when it waits. */
function begin(owed: Owed, { input }: FoldContext): Course | NoChoice {
  const version = versionAt(input.history, owed.chosenAt);
  const choice = owed.carried ?? choosePolicy(input, version, owed.kind, owed.chosenAt, owed.stage);
  return typeof choice === 'string' ? choice : startWith(choice, owed);
}

/** Nothing matched at first; a field has become known that a policy needed. */
function beginLate(owed: Owed, event: ChoiceEvent, { input }: FoldContext): Course | null {
  if (event.version !== versionAt(input.history, owed.chosenAt)) return null;
  if (owed.cancelledAt !== null && owed.cancelledAt <= event.at) return null;
  const choice = choosePolicy(input, event.version, owed.kind, event.at, owed.stage);
  if (typeof choice === 'string') return null;
  const course = startWith(choice, owed);
  if (course.meeting && course.meeting.at < event.at) return null;
  const due = Math.max(course.due, dueOf(choice, event.at));
  return { ...course, due, since: Math.max(course.since, event.at) };
}

function startWith(choice: Choice, owed: Owed): Course {
  const meeting = owed.meeting(choice);
  // Made while no owner was active: met with no open time spent (ATT9).
  const startedAt = earlier(meeting?.at ?? null, owed.start);
  const since = startedAt ?? owed.chosenAt;
  const due = startedAt === null ? Infinity : dueOf(choice, startedAt);
  return { choice, startedAt, meeting, cancelledAt: owed.cancelledAt, due, since, moves: [] };
}

/** New due = max(start + new target, min(old due, that instant + new target)), for CLK4 and CLK8 alike. */
function choseAgain(
  course: Course,
  before: PausedDue,
  owed: Owed,
  event: ChoiceEvent,
  context: FoldContext,
): Course {
  const { input } = context;
  if (event.cause === 'rechosen' && event.version !== course.choice.version) return course;
  const choice = choosePolicy(input, event.version, owed.kind, event.at, owed.stage);
  if (choice === 'unknown') return course;
  if (choice === 'no_policy') {
    // The agreement in force no longer promises this.
    return event.cause === 'published' ? { ...course, cancelledAt: event.at } : course;
  }
  if (choice.policy === course.choice.policy && choice.version === course.choice.version) return course;
  const meeting = owed.meeting(choice);
  if (course.startedAt === null) return { ...course, choice, meeting };
  const rebased = applyPauses(
    choice,
    dueOf(choice, course.startedAt),
    course.startedAt,
    event.at,
    input.snoozes,
  ).due;
  const due = Math.max(rebased, Math.min(before.due, dueOf(choice, event.at)));
  const moves: Moves[number][] = [...course.moves, ...before.moves];
  if (due !== before.due && Number.isFinite(due)) {
    moves.push({ at: event.at, cause: event.cause, dueAt: due });
  }
  return { ...course, choice, meeting, due, since: event.at, moves };
}

/** What met it, unless it had stopped being owed before; one gesture may both meet and end it. */
export function metIn({ meeting, cancelledAt }: Course): Meeting | null {
  return meeting && (cancelledAt === null || meeting.at <= cancelledAt) ? meeting : null;
}

/** The deadline after the pauses since its last choice, up to its end or `now`. Nothing pauses what has not begun. */
export function pausedCourse(course: Course, { input }: FoldContext): PausedDue {
  const { choice, due, since, startedAt, cancelledAt } = course;
  const upTo = metIn(course)?.at ?? cancelledAt ?? input.now;
  return applyPauses(choice, due, since, upTo, startedAt === null ? [] : input.snoozes);
}

function dueOf({ calendar, policy }: Choice, start: number): number {
  return dueAt(calendar, start, policy.target) ?? Infinity;
}
