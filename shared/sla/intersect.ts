/**
 * Open time two calendars share: the policy's periods inside one person's own hours (CAL8, CLK10).
 * Dates and offsets are those of the first. Built once per pair.
 */
import { derived } from '../derived.ts';
import type { CompiledCalendar, OpenPeriod } from '../time.ts';

const withOthers = derived((calendar: CompiledCalendar) =>
  derived((other: CompiledCalendar) => build(calendar, other)),
);

export function intersect(calendar: CompiledCalendar, other: CompiledCalendar): CompiledCalendar {
  return calendar === other ? calendar : withOthers(calendar)(other);
}

/** Closures have been taken out of both; whose they were is not told any more. */
function build({ closures: _, ...calendar }: CompiledCalendar, other: CompiledCalendar): CompiledCalendar {
  const periods: OpenPeriod[] = [];
  const theirs = other.periods;
  let place = 0;
  for (const { start, end, on } of calendar.periods) {
    while ((theirs[place]?.end ?? Number.POSITIVE_INFINITY) <= start) place += 1;
    for (let next = place; ; next += 1) {
      const shared = theirs[next];
      if (shared === undefined || shared.start >= end) break;
      periods.push({ start: Math.max(start, shared.start), end: Math.min(end, shared.end), on });
    }
  }
  return {
    ...calendar,
    id: `${calendar.id}∩${other.id}`,
    generation: Math.max(calendar.generation, other.generation),
    from: Math.max(calendar.from, other.from),
    to: Math.min(calendar.to, other.to),
    periods,
  };
}
