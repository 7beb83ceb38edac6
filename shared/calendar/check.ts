/**
 * What makes a calendar unfit to publish (CAL2): problems as values, each with what a sentence
 * about it needs.
 */
import type { Calendar } from '../definitions/calendar.ts';
import { DAY_MS } from '../time.ts';
import { compileCalendar } from './compile.ts';
import { isKnownZone } from './offsets.ts';

/** Longest closed run a promise may have to sleep through. */
export const LONGEST_CLOSED_DAYS = 92;

export type CalendarProblem =
  | { readonly kind: 'unknown_zone'; readonly zone: string }
  | { readonly kind: 'no_open_time' }
  /** Closed from the end of one period to the start of the next, epoch ms. */
  | { readonly kind: 'closed_too_long'; readonly from: number; readonly to: number; readonly days: number };

/** All problems at once, over the range the calendar would be compiled for. Empty = fit to publish. */
export function checkCalendar(calendar: Calendar, from: number, to: number): readonly CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (!isKnownZone(calendar.zone)) problems.push({ kind: 'unknown_zone', zone: calendar.zone });
  if (!Object.values(calendar.week).some((hours) => hours.length > 0))
    problems.push({ kind: 'no_open_time' });
  if (problems.length > 0) return problems;

  let closedSince = from;
  const openings = compileCalendar('', calendar, from, to, 0).periods;
  for (const { start, end } of [...openings, { start: to, end: to }]) {
    const closedMs = start - closedSince;
    if (closedMs > LONGEST_CLOSED_DAYS * DAY_MS) {
      problems.push({
        kind: 'closed_too_long',
        from: closedSince,
        to: start,
        days: Math.floor(closedMs / DAY_MS),
      });
    }
    closedSince = end;
  }
  return problems;
}
