/**
 * Why this due (CAL7, CLK4, CLK5, CLK8): what moved it since the start, each as it was known then.
 * Closed periods are declared afterwards, so a deadline they moved is followed twice: by the calendar
 * as it was, and by the one they left.
 */
import type { History } from '../definitions/version.ts';
import { derived } from '../derived.ts';
import type { ClockState } from '../lead/state.ts';
import type { Closure } from '../time.ts';
import { calendarKnownAt, historyKnownAt } from './closures.ts';
import { type Course, courseOf, pausedCourse } from './course.ts';
import { contextOf, type FoldContext } from './foldContext.ts';
import type { Owed } from './owed.ts';
import type { PausedDue } from './pauses.ts';
import type { Choice } from './policyChoice.ts';

type Moves = ClockState['moves'];

/** `course` and `paused` by the calendars as they are now. */
export function movesOf(owed: Owed, course: Course, paused: PausedDue, context: FoldContext): Moves {
  const declared = declaredSince(course, paused.due, context);
  const moves = course.moves.length === 0 ? paused.moves : [...course.moves, ...paused.moves];
  if (declared.length === 0) return moves;
  const told: Moves[number][] = [];
  let from = -Infinity;
  for (const at of declared) {
    const before = followed(owed, context, at, at - 1);
    const after = followed(owed, context, at, at);
    told.push(...before.moves.filter((move) => move.at >= from && move.at < at));
    if (after.due !== before.due && Number.isFinite(after.due)) {
      told.push({ at, cause: 'closure', dueAt: after.due });
    }
    from = at;
  }
  return [...told, ...moves.filter((move) => move.at >= from)];
}

/** When closures were declared that lie between the start and the deadline, ascending. */
function declaredSince({ startedAt }: Course, due: number, { input }: FoldContext): readonly number[] {
  const closures = closuresIn(input.history);
  if (startedAt === null || closures.length === 0) return [];
  const instants = closures
    .filter(({ declaredAt, start, end }) => declaredAt > startedAt && end > startedAt && start < due)
    .map(({ declaredAt }) => declaredAt);
  return [...new Set(instants)].toSorted((a, b) => a - b);
}

/** Those of all calendars of its versions, which have none but for a few days of a year. */
const closuresIn = derived((history: History): readonly Closure[] =>
  history.flatMap(({ calendars }) => Object.values(calendars).flatMap(({ closures }) => closures ?? [])),
);

/** Deadline and moves up to `at`, by the calendars as they were known at `known`. */
function followed(
  owed: Owed,
  { input }: FoldContext,
  at: number,
  known: number,
): { readonly due: number; readonly moves: Moves } {
  const history = historyKnownAt(input.history, known);
  const context = contextOf({ ...input, now: Math.min(at, input.now), history });
  const course = courseOf({ ...owed, carried: carriedIn(history, owed.carried, known) }, context);
  // Whether any policy times it does not depend on open hours.
  if (typeof course === 'string') return { due: Infinity, moves: [] };
  const paused = pausedCourse(course, context);
  return { due: paused.due, moves: [...course.moves, ...paused.moves] };
}

function carriedIn(history: History, carried: Choice | undefined, known: number): Choice | undefined {
  const version = history.find((one) => one.version === carried?.version.version);
  if (carried === undefined || version === undefined) return carried;
  return { ...carried, version, calendar: calendarKnownAt(carried.calendar, known) };
}
