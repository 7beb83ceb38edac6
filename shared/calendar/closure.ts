/**
 * A closed period declared afterwards (CAL7): a storm, a power cut, a strike. It takes open time out
 * of a compiled calendar, so that whatever is folded again moves by itself.
 */
import { localDateOf, openDatesBetween } from '../sla/openTime.ts';
import type { CompiledCalendar, Interval, OpenPeriod } from '../time.ts';

/** How far back a closure may begin, in dates that have open time. */
export const CLOSURE_REACH_DAYS = 5;

export type ClosureProblem = 'empty' | 'too_long_ago' | 'not_begun';

/** Why a closure may not be declared at `now`; null when it may: today, or within the past open days. */
export function checkClosure(
  calendar: CompiledCalendar,
  { start, end }: Interval,
  now: number,
): ClosureProblem | null {
  if (end <= start) return 'empty';
  const [on, today] = [localDateOf(calendar, start), localDateOf(calendar, now)];
  if (on > today) return 'not_begun';
  return openDatesBetween(calendar, on, today) > CLOSURE_REACH_DAYS ? 'too_long_ago' : null;
}

/** The calendar without the time inside `closures`, as generation `generation`. Dates stay those they were. */
export function withClosures(
  calendar: CompiledCalendar,
  closures: readonly Interval[],
  generation: number,
): CompiledCalendar {
  let periods: readonly OpenPeriod[] = calendar.periods;
  for (const closure of closures) periods = periods.flatMap((period) => without(period, closure));
  return { ...calendar, generation, periods };
}

/** What is left of a period: nothing, one part, or one on each side. */
function without({ start, end, on }: OpenPeriod, closure: Interval): OpenPeriod[] {
  const before = { start, end: Math.min(end, closure.start), on };
  const after = { start: Math.max(start, closure.end), end, on };
  return closure.end <= closure.start || closure.start >= end || closure.end <= start
    ? [{ start, end, on }]
    : [before, after].filter((part) => part.end > part.start);
}
