/** Whatever a process takes for its own zone, calendars, deadlines and clocks come out the same. */
import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import { foldClocks } from '../../../shared/sla/clocks.ts';
import { localDateOf } from '../../../shared/sla/openTime.ts';
import { dueAt } from '../../../shared/sla/target.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { STRETCHES } from '../calendar/arbitrary.ts';
import { calendarOf, PROCESS_ZONES, weekOf } from '../calendar/zones.ts';
import { happenings, minute, toldAt } from './happenings.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const stories = fc.sample(fc.tuple(happenings, minute), 100);

function answers(): string {
  const counted = STRETCHES.map(([zone, firstOn]) => {
    const from = Date.parse(firstOn);
    const night = calendarOf(zone, weekOf([['22:00', '06:00']]));
    const calendar = compileCalendar('c', night, from, from + 30 * DAY_MS, 1);
    const starts = Array.from({ length: 15 * 24 }, (_, hour) => from + hour * HOUR_MS);
    const asked = starts.map((at) => [
      dueAt(calendar, at, { businessHours: 5 }),
      dueAt(calendar, at, { businessDays: 2 }),
      localDateOf(calendar, at),
    ]);
    return { calendar, asked };
  });
  return JSON.stringify([counted, stories.map(([all, now]) => foldClocks(toldAt(all, now)))]);
}

test('[FCT6] [CAL6] the same bytes in a process of any zone', () => {
  const said = PROCESS_ZONES.map((own) => {
    vi.stubEnv('TZ', own);
    expect(new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset()).toBe(
      { UTC: 0, 'America/Sao_Paulo': 180, 'Pacific/Kiritimati': -840 }[own],
    );
    return answers();
  });
  expect(said[1]).toBe(said[0]);
  expect(said[2]).toBe(said[0]);
});
