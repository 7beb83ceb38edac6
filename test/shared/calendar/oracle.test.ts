import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import { dateOfDay } from '../../../shared/sla/localTime.ts';
import { isOpen, localDateOf, openMsBetween } from '../../../shared/sla/openTime.ts';
import { dueAt } from '../../../shared/sla/target.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import { holidaysFrom, STRETCHES, weeks } from './arbitrary.ts';
import { Oracle } from './oracle.ts';

const DAYS = 21;
const numRuns = process.env['LONG'] ? 300 : 10;

function minuteSince(from: number, moment: number | null): number | null {
  return moment && (moment - from) / MINUTE_MS;
}

describe.each(STRETCHES)('minute by minute in %s from %s', (zone, firstOn) => {
  const from = Date.parse(firstOn);
  const cases = fc.record({
    week: weeks,
    holidays: holidaysFrom(firstOn, DAYS),
    asked: fc.array(
      fc.record({
        start: fc.integer({ min: 0, max: DAYS * 1_440 - 1 }),
        for: fc.integer({ min: 1, max: 4_000 }),
        days: fc.integer({ min: 1, max: 6 }),
      }),
      { minLength: 5, maxLength: 5 },
    ),
  });
  const both = (parts: Pick<Calendar, 'week' | 'holidays'>) => {
    const calendar = { ...parts, label: zone, zone };
    const compiled = compileCalendar('c', calendar, from, from + DAYS * DAY_MS, 1);
    return { compiled, oracle: new Oracle(calendar, from, DAYS) };
  };

  test('[CAL3] the same minutes are open, for the same dates', () => {
    fc.assert(
      fc.property(cases, ({ week, holidays }) => {
        const { oracle, compiled } = both({ week, holidays });
        const differing = [...oracle.openFor.keys()].find((minute) => {
          const day = oracle.openFor[minute] ?? Number.NaN;
          const moment = from + minute * MINUTE_MS;
          if (isOpen(compiled, moment) === Number.isNaN(day)) return true;
          // Dates are asked of every thirteenth minute, which over a stretch meets every minute of the hour.
          if (minute % 13 > 0) return false;
          const on = dateOfDay(Number.isNaN(day) ? Math.floor(oracle.wallOf(minute) / 1_440) : day);
          return localDateOf(compiled, moment) !== on;
        });
        expect(differing).toBeUndefined();
      }),
      { numRuns },
    );
  });

  test('[CAL4] [CAL6] the same sums and deadlines', () => {
    fc.assert(
      fc.property(cases, ({ week, holidays, asked }) => {
        const { oracle, compiled } = both({ week, holidays });
        for (const { start, for: length, days } of asked) {
          const moment = from + start * MINUTE_MS;
          const open = openMsBetween(compiled, moment, moment + length * MINUTE_MS) / MINUTE_MS;
          expect(open).toBe(oracle.openBetween(start, start + length));
          const due = dueAt(compiled, moment, { businessMinutes: length });
          expect(minuteSince(from, due)).toBe(oracle.dueAfter(start, length));
          expect(minuteSince(from, dueAt(compiled, moment, { businessDays: days }))).toBe(
            oracle.dueAfterDates(start, days),
          );
        }
      }),
      { numRuns },
    );
  });
});
