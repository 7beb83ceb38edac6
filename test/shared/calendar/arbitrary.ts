/** Random calendars in zones that do something unusual, over the years in which they did it. */
import * as fc from 'fast-check';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import { WEEKDAYS } from '../../../shared/definitions/calendar.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import { DAY_MS } from '../../../shared/time.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';
import { RUNS } from '../../support/runs.ts';
import type { Hours } from './zones.ts';

export const FROM = Date.UTC(2026, 0, 15);
export const TO = Date.UTC(2026, 11, 1);

/** Zones with the first day of a stretch worth looking at: changes, a skipped day, odd offsets. */
export const STRETCHES: readonly (readonly [zone: string, firstOn: string])[] = [
  ['America/Sao_Paulo', '2018-10-28'],
  ['America/Sao_Paulo', '2018-02-11'],
  ['America/Sao_Paulo', '2026-10-18'],
  ['America/New_York', '2026-03-01'],
  ['America/New_York', '2026-10-25'],
  ['Europe/Madrid', '2026-03-22'],
  ['Europe/Madrid', '2026-10-18'],
  ['Australia/Lord_Howe', '2026-03-29'],
  ['Australia/Lord_Howe', '2026-09-27'],
  ['Asia/Kathmandu', '2026-06-01'],
  ['Pacific/Kiritimati', '2026-06-01'],
  ['Africa/Casablanca', '2019-05-01'],
  ['Africa/Casablanca', '2019-06-05'],
  ['America/Santiago', '2026-04-01'],
  ['America/Santiago', '2026-09-01'],
  ['Pacific/Apia', '2011-12-25'],
  ['Pacific/Apia', '2012-03-28'],
  ['UTC', '2026-11-01'],
];
export const ZONES = [...new Set(STRETCHES.map(([zone]) => zone))];

const minuteOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 });
const quarterOfDay = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);

function said(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Morning and afternoon, one stretch, a night shift, an odd pair of minutes, up to midnight, round the clock. */
export const hours: fc.Arbitrary<Hours> = fc.oneof(
  fc.constant<Hours>([
    ['09:00', '12:00'],
    ['13:00', '18:00'],
  ]),
  fc.tuple(quarterOfDay, quarterOfDay).map(([opens, closes]): Hours => [[said(opens), said(closes)]]),
  fc.tuple(minuteOfDay, minuteOfDay).map(([opens, closes]): Hours => [[said(opens), said(closes)]]),
  fc.constantFrom<Hours>(
    [['22:00', '06:00']],
    [['00:00', '24:00']],
    [['18:30', '24:00']],
    [['01:30', '02:30']],
  ),
  fc.tuple(quarterOfDay, quarterOfDay, quarterOfDay).map((times): Hours => {
    const [a = 0, b = 0, c = 0] = times.toSorted((x, y) => x - y);
    return [
      [said(a), said(b)],
      [said(c), '24:00'],
    ];
  }),
);

export const weeks: fc.Arbitrary<Calendar['week']> = fc
  .tuple(hours, hours, fc.subarray([...WEEKDAYS], { minLength: 1 }), fc.subarray([...WEEKDAYS]))
  .map(([usual, special, days, specials]) => {
    const week: Calendar['week'] = {};
    for (const day of days) week[day] = usual;
    for (const day of specials) week[day] = special;
    return week;
  });

/** Some dates of the `days` after `firstOn` closed, some with hours of their own. */
export function holidaysFrom(firstOn: string, days: number): fc.Arbitrary<Calendar['holidays']> {
  const on = fc
    .integer({ min: 0, max: days - 1 })
    .map((day) => new Date(Date.parse(firstOn) + day * DAY_MS).toISOString().slice(0, 10));
  return fc.uniqueArray(
    fc.record({ on, label: fc.constant('Holiday'), hours: fc.option(hours, { nil: undefined }) }),
    { maxLength: 3, selector: (holiday) => holiday.on },
  );
}

const anyCalendar: fc.Arbitrary<CompiledCalendar> = fc
  .record({
    label: fc.constant('any'),
    zone: fc.constantFrom(...ZONES),
    week: weeks,
    holidays: holidaysFrom('2026-03-01', 60),
  })
  .map((calendar) => compileCalendar('any', calendar, FROM, TO, 1));

/**
 * Compiled calendars over most of 2026. Compiling costs a hundred times what is asked of them, so a
 * short run draws from other 150 each time; the long one compiles every case.
 */
export const zonedCalendars: fc.Arbitrary<CompiledCalendar> =
  RUNS > 10_000 ? anyCalendar : fc.constantFrom(...fc.sample(anyCalendar, 150));
