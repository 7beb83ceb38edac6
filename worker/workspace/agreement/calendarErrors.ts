/** Says what is wrong with a calendar, as faults of the request that brought it (CAL2). */
import { checkCalendar } from '../../../shared/calendar/check.ts';
import { compileRange } from '../../../shared/calendar/compile.ts';
import type { Reason } from '../../../shared/protocol/reason.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';

export interface Fault {
  readonly pointer: string;
  readonly detail: string;
  /** For whoever says it in another language. */
  readonly reason?: Reason | undefined;
}

export function calendarErrors(calendar: Calendar, pointer: string, now: number): Fault[] {
  const { from, to } = compileRange(now);
  return checkCalendar(calendar, from, to).map((problem): Fault => {
    switch (problem.kind) {
      case 'unknown_zone':
        return { pointer: `${pointer}/zone`, detail: `unknown time zone "${problem.zone}"` };
      case 'no_open_time':
        return { pointer: `${pointer}/week`, detail: 'a week needs some open time' };
      case 'closed_too_long':
        return {
          pointer: `${pointer}/holidays`,
          detail: `closed for ${problem.days} days in a row, 92 at most`,
        };
    }
  });
}
