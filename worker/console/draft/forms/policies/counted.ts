/** Which time a promise counted on its way to its deadline, for whoever wants to see it added up. */
import { isWallTime } from '../../../../../shared/sla/target.ts';
import type { ClockState } from '../../../../../shared/lead/state.ts';
import type { CompiledCalendar, OpenPeriod } from '../../../../../shared/time.ts';

/** Open periods between start and deadline, cut at both; none in wall time, where all time counts. */
export function countedPeriods(clock: ClockState, calendar: CompiledCalendar): readonly OpenPeriod[] {
  const { startedAt, dueAt, policy } = clock;
  if (startedAt === null || dueAt === null || isWallTime(policy.target)) return [];
  return periodsBetween(calendar, startedAt, dueAt);
}

export function periodsBetween(calendar: CompiledCalendar, from: number, to: number): readonly OpenPeriod[] {
  return calendar.periods.flatMap(({ start, end, on }) =>
    end > from && start < to ? [{ start: Math.max(start, from), end: Math.min(end, to), on }] : [],
  );
}
