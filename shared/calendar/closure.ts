/**
 * A closed period declared afterwards (CAL7): a storm, a power cut, a strike. It takes open time out
 * of a compiled calendar, so that whatever is folded again moves by itself.
 */
import { localDateOf, openDatesBetween } from '../sla/openTime.ts';
import type { Closure, CompiledCalendar, Interval, OpenPeriod } from '../time.ts';

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

/** A closed period and when a manager said so, epoch ms. */
export interface DeclaredClosure extends Interval {
  readonly declaredAt: number;
}

/**
 * The calendar without the time inside `closures`, as generation `generation`. Dates stay those they
 * were, and each closure keeps what it took, so that whoever knew the calendar before can be asked
 * (`sla/closures.ts`). May be called again on its own result with what was declared since.
 */
export function withClosures(
  calendar: CompiledCalendar,
  closures: readonly DeclaredClosure[],
  generation: number,
): CompiledCalendar {
  let periods = calendar.periods;
  const kept: Closure[] = [...(calendar.closures ?? [])];
  for (const { declaredAt, start, end } of closures.toSorted((a, b) => a.declaredAt - b.declaredAt)) {
    const taken = periods.flatMap((period) => part(period, start, end));
    // What was closed anyway moves nothing.
    if (taken.length === 0) continue;
    periods = periods.flatMap((period) => [
      ...part(period, period.start, start),
      ...part(period, end, period.end),
    ]);
    kept.push({ declaredAt, start, end, taken });
  }
  return { ...calendar, generation, periods, closures: kept };
}

/** What of a period lies in `[from, to)`: nothing, or one stretch of the same date. */
function part({ start, end, on }: OpenPeriod, from: number, to: number): readonly OpenPeriod[] {
  const inside = { start: Math.max(start, from), end: Math.min(end, to), on };
  return inside.end > inside.start ? [inside] : [];
}
