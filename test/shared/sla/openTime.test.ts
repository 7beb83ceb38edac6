import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import { intersect } from '../../../shared/sla/intersect.ts';
import { dateOfDay, dayOfDate } from '../../../shared/sla/localTime.ts';
import {
  addOpenMs,
  isOpen,
  localDateOf,
  nextOpening,
  openDatesBetween,
  openingOf,
  openMsBetween,
  subtractOpenMs,
} from '../../../shared/sla/openTime.ts';
import { dueAt } from '../../../shared/sla/target.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { at, calendarOf, compiled, localIn, weekOf } from '../calendar/zones.ts';
import { FROM, TO, zonedCalendars } from '../calendar/arbitrary.ts';
import { patience, RUNS } from '../../support/runs.ts';

vi.setConfig(patience);

const madrid = compiled(calendarOf('Europe/Madrid', weekOf([['22:00', '06:00']])), '2026-11-06');
const inMadrid = (said: string): number => at('Europe/Madrid', said);

describe('dates and openings', () => {
  test('[CAL3] a date means its first opening, a closed one the next', () => {
    expect(openingOf(madrid, '2026-11-06')).toBe(inMadrid('2026-11-06 22:00'));
    expect(openingOf(madrid, '2026-11-07')).toBe(inMadrid('2026-11-09 22:00'));
    expect(openingOf(madrid, '2031-01-01')).toBeNull();
    expect(openingOf(madrid, '2020-01-01')).toBeNull();
  });

  test('[CAL3] the small hours of a night shift count for the evening it began', () => {
    expect(localDateOf(madrid, inMadrid('2026-11-07 05:59'))).toBe('2026-11-06');
    expect(localDateOf(madrid, inMadrid('2026-11-07 06:00'))).toBe('2026-11-07');
  });

  test('[CAL3] the next opening is now while open', () => {
    expect(nextOpening(madrid, inMadrid('2026-11-07 05:59'))).toBe(inMadrid('2026-11-07 05:59'));
    expect(nextOpening(madrid, inMadrid('2026-11-07 06:00'))).toBe(inMadrid('2026-11-09 22:00'));
    expect(nextOpening(madrid, madrid.to)).toBeNull();
    expect(nextOpening(madrid, madrid.from - 1)).toBeNull();
    expect(isOpen(madrid, inMadrid('2026-11-06 21:59'))).toBe(false);
  });

  test('[CAL3] open dates after one date and up to another', () => {
    expect(openDatesBetween(madrid, '2026-11-05', '2026-11-10')).toBe(3);
    expect(openDatesBetween(madrid, '2026-11-06', '2026-11-08')).toBe(0);
    expect(openDatesBetween(madrid, '2026-11-10', '2026-11-05')).toBe(0);
  });

  test('[CAL3] civil dates agree with the platform for four hundred years', () => {
    const wrong: string[] = [];
    for (let day = -73_000; day <= 73_100; day += 1) {
      const on = new Date(day * DAY_MS).toISOString().slice(0, 10);
      if (dateOfDay(day) !== on || dayOfDate(on) !== day) wrong.push(on);
    }
    expect(wrong).toEqual([]);
    expect(dateOfDay(dayOfDate('0999-12-31'))).toBe('0999-12-31');
  });
});

describe('laws', () => {
  const instant = fc.integer({ min: FROM, max: TO });
  const someMs = fc.integer({ min: 1, max: 40 * HOUR_MS });

  test('[CAL5] openMsBetween(start, dueAt(start, t)) = t, and no earlier instant has it', () => {
    fc.assert(
      fc.property(
        zonedCalendars,
        instant,
        fc.integer({ min: 1, max: 3_000 }),
        (calendar, start, businessMinutes) => {
          const due = dueAt(calendar, start, { businessMinutes });
          if (due === null) return;
          expect(openMsBetween(calendar, start, due)).toBe(businessMinutes * 60_000);
          expect(openMsBetween(calendar, start, due - 1)).toBeLessThan(businessMinutes * 60_000);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('[CAL5] adding up: a to b and b to c is a to c; adding twice is adding the sum', () => {
    fc.assert(
      fc.property(zonedCalendars, instant, someMs, someMs, (calendar, start, one, two) => {
        const [a, b, c] = [start, start + one, start + one + two];
        expect(openMsBetween(calendar, a, b) + openMsBetween(calendar, b, c)).toBe(
          openMsBetween(calendar, a, c),
        );
        const first = addOpenMs(calendar, start, one);
        const both = first === null ? null : addOpenMs(calendar, first, two);
        expect(both).toBe(addOpenMs(calendar, start, one + two));
      }),
      { numRuns: RUNS },
    );
  });

  test('[CAL5] taking away what was added leaves no more open time than was there', () => {
    fc.assert(
      fc.property(zonedCalendars, instant, someMs, (calendar, start, ms) => {
        const due = addOpenMs(calendar, start, ms);
        fc.pre(due !== null);
        const back = subtractOpenMs(calendar, due, ms);
        fc.pre(back !== null);
        expect(openMsBetween(calendar, back, due)).toBe(ms);
      }),
      { numRuns: RUNS },
    );
  });

  test('[CAL4] business days: later days are never due earlier, and a due is open or at a closing', () => {
    fc.assert(
      fc.property(
        zonedCalendars,
        instant,
        fc.integer({ min: 1, max: 8 }),
        (calendar, start, businessDays) => {
          const due = dueAt(calendar, start, { businessDays });
          const later = dueAt(calendar, start, { businessDays: businessDays + 1 });
          if (due === null) return;
          expect(due).toBeGreaterThan(start);
          expect(later ?? Infinity).toBeGreaterThan(due);
          expect(isOpen(calendar, due) || isOpen(calendar, due - 1)).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('[CAL8] [CLK10] shared open time is open in both, and is all of it', () => {
    fc.assert(
      fc.property(zonedCalendars, zonedCalendars, instant, (one, two, moment) => {
        expect(isOpen(intersect(one, two), moment)).toBe(isOpen(one, moment) && isOpen(two, moment));
        const both = intersect(one, two);
        for (const [place, { start, end }] of both.periods.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(both.periods[place + 1]?.start ?? Infinity).toBeGreaterThanOrEqual(end);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('[CAL3] compiling twice gives the same bytes, periods sorted and disjoint', () => {
    fc.assert(
      fc.property(zonedCalendars, (calendar) => {
        for (const [place, { start, end, on }] of calendar.periods.entries()) {
          expect(end).toBeGreaterThan(start);
          const next = calendar.periods[place + 1];
          expect(next?.start ?? Infinity).toBeGreaterThanOrEqual(end);
          expect((next?.on ?? on) >= on).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
    const twice = [1, 2].map(() =>
      JSON.stringify(compileCalendar('c', calendarOf('America/Santiago'), FROM, TO, 1)),
    );
    expect(twice[0]).toBe(twice[1]);
  });

  test('[CAL3] local dates agree with the platform while closed', () => {
    fc.assert(
      fc.property(zonedCalendars, instant, (calendar, moment) => {
        fc.pre(!isOpen(calendar, moment));
        expect(localDateOf(calendar, moment)).toBe(localIn(calendar.zone, moment).slice(0, 10));
      }),
      { numRuns: RUNS },
    );
  });
});
