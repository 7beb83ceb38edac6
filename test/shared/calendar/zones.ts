/** Calendars and local times the calendar and clock tests are written in: `ny('2026-03-06 16:30')` reads as a wall clock. */
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Calendar, Weekday } from '../../../shared/definitions/calendar.ts';
import { DAY_MS } from '../../../shared/time.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';

export type Hours = [opens: string, closes: string][];

export const WORKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
export const NINE_TO_FIVE: Hours = [['09:00', '17:00']];

/** What a process may think its own zone is; `vi.stubEnv('TZ', …)` makes it so. */
export const PROCESS_ZONES = ['UTC', 'America/Sao_Paulo', 'Pacific/Kiritimati'] as const;

/** The same hours from Monday to Friday. */
export function weekOf(hours: Hours, days: readonly Weekday[] = WORKDAYS): Calendar['week'] {
  return Object.fromEntries(days.map((day) => [day, hours]));
}

export function calendarOf(
  zone: string,
  week: Calendar['week'] = weekOf(NINE_TO_FIVE),
  holidays: Calendar['holidays'] = [],
): Calendar {
  return { label: zone, zone, week, holidays };
}

/** Compiled from a month before `firstOn` to two months after `lastOn`. */
export function compiled(calendar: Calendar, firstOn: string, lastOn: string = firstOn): CompiledCalendar {
  const from = Date.parse(firstOn) - 31 * DAY_MS;
  return compileCalendar('test', calendar, from, Date.parse(lastOn) + 62 * DAY_MS, 1);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Wall clock of an instant by the runtime's own zone data, `YYYY-MM-DD HH:MM`. */
export function localIn(zone: string, at: number): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return format.format(at).replace(',', '');
}

/**
 * First instant at which the wall clock in `zone` shows `local` (`YYYY-MM-DD HH:MM`), looked for in
 * quarter hours then minutes with the runtime's own zone data: shares nothing with the code under test.
 */
export function at(zone: string, local: string): number {
  const guess = Date.parse(`${local.replace(' ', 'T')}:00Z`);
  for (let instant = guess - 15 * 3_600_000; instant <= guess + 15 * 3_600_000; instant += 15 * 60_000) {
    if (localIn(zone, instant) === local) return instant;
  }
  for (let instant = guess - 15 * 3_600_000; instant <= guess + 15 * 3_600_000; instant += 60_000) {
    if (localIn(zone, instant) === local) return instant;
  }
  throw new Error(`${local} does not exist in ${zone}`);
}
