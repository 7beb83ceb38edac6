/** Says what is wrong with a calendar, as faults of the request that brought it (CAL2). */
import { checkCalendar } from '../../../shared/calendar/check.ts';
import { compileRange } from '../../../shared/calendar/compile.ts';
import type { Reason } from '../../../shared/protocol/reason.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import { faultAt } from '../../reasons.ts';

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
        return faultAt(`${pointer}/zone`, { code: 'no_zone', name: problem.zone });
      case 'no_open_time':
        return faultAt(`${pointer}/week`, 'no_open_time');
      case 'closed_too_long':
        return faultAt(`${pointer}/holidays`, { code: 'closed_too_long', n: problem.days });
    }
  });
}
