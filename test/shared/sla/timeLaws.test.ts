/** What holds for counting in any calendar: targets, closures, dates. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { checkCalendar } from '../../../shared/calendar/check.ts';
import { type DeclaredClosure, withClosures } from '../../../shared/calendar/closure.ts';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import type { Target } from '../../../shared/definitions/policy.ts';
import { calendarKnownAt } from '../../../shared/sla/closures.ts';
import { dateOfDay, dayOfDate, instantOfLocal, localMsOf } from '../../../shared/sla/localTime.ts';
import {
  isOpen,
  localDateOf,
  nextOpening,
  openDatesBetween,
  openingOf,
  openMsBetween,
} from '../../../shared/sla/openTime.ts';
import { addTime, beforeAt, dueAt, subtractTime, targetMsBetween } from '../../../shared/sla/target.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { FROM, TO, weeks, ZONES, zonedCalendars } from '../calendar/arbitrary.ts';

vi.setConfig(patience);
const many = { numRuns: RUNS };

const instant = fc.integer({ min: FROM + 5 * DAY_MS, max: TO - 90 * DAY_MS });
const shortly = fc.integer({ min: 0, max: 10 * DAY_MS });
const amount = fc.integer({ min: 1, max: 3_000 });
const target: fc.Arbitrary<Target> = fc.oneof(
  amount.map((minutes) => ({ minutes })),
  amount.map((businessMinutes) => ({ businessMinutes })),
  fc.integer({ min: 1, max: 8 }).map((businessDays) => ({ businessDays })),
);
const closure: fc.Arbitrary<DeclaredClosure> = fc
  .tuple(instant, fc.integer({ min: 1, max: 3 * DAY_MS }), instant)
  .map(([start, lasts, declaredAt]) => ({ declaredAt, start, end: start + lasts }));
const past = (at: number | null) => at ?? Infinity;

describe('targets', () => {
  test('[CAL4] begun later is never due earlier', () => {
    fc.assert(
      fc.property(zonedCalendars, target, instant, shortly, (calendar, own, start, later) => {
        expect(past(dueAt(calendar, start + later, own))).toBeGreaterThanOrEqual(
          past(dueAt(calendar, start, own)),
        );
      }),
      many,
    );
  });

  test('[CAL4] longer is due later', () => {
    fc.assert(
      fc.property(zonedCalendars, instant, amount, amount, (calendar, start, one, more) => {
        const short = past(dueAt(calendar, start, { businessMinutes: one }));
        const long = past(dueAt(calendar, start, { businessMinutes: one + more }));
        expect(long > short || long === Infinity).toBe(true);
      }),
      many,
    );
  });

  test('[CAL4] wall time asks no calendar, and an hour is sixty minutes of either kind', () => {
    fc.assert(
      fc.property(zonedCalendars, instant, fc.integer({ min: 1, max: 50 }), (calendar, start, hours) => {
        expect(dueAt(calendar, start, { hours })).toBe(start + hours * HOUR_MS);
        expect(dueAt(calendar, start, { minutes: hours * 60 })).toBe(start + hours * HOUR_MS);
        const open = dueAt(calendar, start, { businessMinutes: hours * 60 });
        expect(dueAt(calendar, start, { businessHours: hours })).toBe(open);
      }),
      many,
    );
  });

  test('[CAL4] what begins while closed is due as if it had begun at the opening', () => {
    fc.assert(
      fc.property(
        zonedCalendars,
        instant,
        amount,
        fc.integer({ min: 1, max: 5 }),
        (calendar, start, minutes, days) => {
          const opening = nextOpening(calendar, start) ?? start;
          for (const own of [{ businessMinutes: minutes }, { businessDays: days }]) {
            expect(dueAt(calendar, opening, own)).toBe(dueAt(calendar, start, own));
          }
        },
      ),
      many,
    );
  });

  test('[CAL4] some days and then some more are as many together, from an opening on', () => {
    const days = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(zonedCalendars, instant, days, days, (calendar, start, one, more) => {
        const on = localDateOf(calendar, nextOpening(calendar, start) ?? start);
        const opening = openingOf(calendar, on) ?? start;
        const first = dueAt(calendar, opening, { businessDays: one });
        const dates = openDatesBetween(calendar, on, localDateOf(calendar, first ?? opening));
        const both = dueAt(calendar, opening, { businessDays: one + more });
        expect(first === null ? one : dates).toBe(one);
        expect(past(both)).toBeGreaterThan(first ?? 0);
      }),
      many,
    );
  });

  test('[CAL4] a target before an instant leaves that much open time until it', () => {
    fc.assert(
      fc.property(zonedCalendars, instant, amount, (calendar, end, businessMinutes) => {
        const before = beforeAt(calendar, end, { businessMinutes });
        const open = before === null ? null : openMsBetween(calendar, before, end);
        expect([null, businessMinutes * MINUTE_MS]).toContain(open);
        expect(before ?? FROM).toBeLessThan(end);
        expect(beforeAt(calendar, end, { minutes: businessMinutes })).toBe(end - businessMinutes * MINUTE_MS);
      }),
      many,
    );
  });

  test('[CAL4] adding and taking away time are measured as the target measures', () => {
    fc.assert(
      fc.property(zonedCalendars, target, instant, amount, (calendar, own, at, ms) => {
        const later = addTime(calendar, own, at, ms * 1_000);
        const sooner = subtractTime(calendar, own, at, ms * 1_000);
        expect(targetMsBetween(calendar, own, at, later ?? at)).toBe(later === null ? 0 : ms * 1_000);
        expect(targetMsBetween(calendar, own, sooner ?? at, at)).toBe(sooner === null ? 0 : ms * 1_000);
      }),
      many,
    );
  });
});

describe('closures', () => {
  test('[CAL7] take away exactly the open time inside them', () => {
    fc.assert(
      fc.property(zonedCalendars, closure, instant, shortly, (calendar, closed, from, lasts) => {
        const to = from + lasts;
        const [start, end] = [Math.max(from, closed.start), Math.min(to, closed.end)];
        expect(openMsBetween(withClosures(calendar, [closed], 2), from, to)).toBe(
          openMsBetween(calendar, from, to) - openMsBetween(calendar, start, Math.max(start, end)),
        );
      }),
      many,
    );
  });

  test('[CAL7] never bring a deadline nearer', () => {
    fc.assert(
      fc.property(zonedCalendars, target, closure, instant, (calendar, own, closed, start) => {
        const after = dueAt(withClosures(calendar, [closed], 2), start, own);
        expect(past(after)).toBeGreaterThanOrEqual(past(dueAt(calendar, start, own)));
      }),
      many,
    );
  });

  test('[CAL7] come in any order, and twice, to the same hours', () => {
    fc.assert(
      fc.property(zonedCalendars, closure, closure, (calendar, one, other) => {
        const { periods } = withClosures(calendar, [one, other], 2);
        expect(withClosures(calendar, [other, one], 2).periods).toEqual(periods);
        expect(withClosures(calendar, [one, other, one], 2).periods).toEqual(periods);
      }),
      many,
    );
  });

  test('[CAL7][STG5] leave what was known before them to be asked, whether declared at once or in turn', () => {
    fc.assert(
      fc.property(zonedCalendars, closure, closure, (calendar, one, other) => {
        const [first, second] = [one, other].toSorted((a, b) => a.declaredAt - b.declaredAt);
        if (first === undefined || second === undefined) throw new Error('there are two');
        fc.pre(first.declaredAt < second.declaredAt);
        const alone = withClosures(calendar, [first], 2);
        const both = withClosures(alone, [second], 3);
        expect(withClosures(calendar, [second, first], 3)).toEqual(both);
        expect(calendarKnownAt(both, second.declaredAt)).toBe(both);
        expect(calendarKnownAt(both, first.declaredAt - 1).periods).toEqual(calendar.periods);
        expect(calendarKnownAt(both, first.declaredAt).periods).toEqual(alone.periods);
        expect(calendarKnownAt(calendar, 0)).toBe(calendar);
      }),
      many,
    );
  });
});

describe('openings and dates', () => {
  test('[CAL3] the next opening is open, not before now, with nothing open in between', () => {
    fc.assert(
      fc.property(zonedCalendars, instant, (calendar, at) => {
        const opening = nextOpening(calendar, at) ?? at;
        expect(opening).toBeGreaterThanOrEqual(at);
        expect(isOpen(calendar, opening)).toBe(true);
        expect(openMsBetween(calendar, at, opening)).toBe(0);
      }),
      many,
    );
  });

  test('[CAL3] a date means its own first opening or that of the next open one, none between', () => {
    fc.assert(
      fc.property(zonedCalendars, instant, (calendar, at) => {
        const on = localDateOf(calendar, at);
        const opening = openingOf(calendar, on) ?? at;
        const opens = localDateOf(calendar, opening);
        expect(opens >= on).toBe(true);
        const before = calendar.periods.find((period) => period.on >= on);
        expect(before).toMatchObject({ start: opening, on: opens });
      }),
      many,
    );
  });

  test('[CAL3] open dates add up over any date between', () => {
    fc.assert(
      fc.property(zonedCalendars, instant, shortly, shortly, (calendar, at, one, more) => {
        const [a = '', b = '', c = ''] = [at, at + one, at + one + more].map((when) =>
          dateOfDay(Math.floor(when / DAY_MS)),
        );
        const whole = openDatesBetween(calendar, a, c);
        expect(openDatesBetween(calendar, a, b) + openDatesBetween(calendar, b, c)).toBe(whole);
        const listed = new Set(calendar.periods.filter(({ on }) => on > a && on <= c).map(({ on }) => on));
        expect(whole).toBe(listed.size);
      }),
      many,
    );
  });

  test('[CAL3] a wall clock read off an instant leads back to it, or to the first that shows it', () => {
    fc.assert(
      fc.property(zonedCalendars, instant, ({ offsets }, at) => {
        const back = instantOfLocal(offsets, localMsOf(offsets, at));
        expect(back).toBeLessThanOrEqual(at);
        expect(localMsOf(offsets, back)).toBe(localMsOf(offsets, at));
      }),
      many,
    );
  });

  test('[CAL3] dates and days since 1970 are two names of one thing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        fc.pre(day > -719_162 && day < 2_932_896);
        expect(dayOfDate(dateOfDay(day))).toBe(day);
        expect(dateOfDay(day)).toBe(new Date(day * DAY_MS).toISOString().slice(0, 10));
      }),
      many,
    );
  });
});

describe('compiling', () => {
  const MARCH = Date.UTC(2026, 2, 1);
  const stated: fc.Arbitrary<Calendar> = fc.record({
    label: fc.constant('any'),
    zone: fc.constantFrom(...ZONES),
    week: weeks,
    holidays: fc.constant<Calendar['holidays']>([]),
  });

  test('[CAL3] a shorter range is the longer one cut', () => {
    fc.assert(
      fc.property(stated, fc.integer({ min: 0, max: 9 * 24 * 60 }), (calendar, minutes) => {
        const cutAt = MARCH + 4 * DAY_MS + minutes * MINUTE_MS;
        const wide = compileCalendar('c', calendar, MARCH, MARCH + 20 * DAY_MS, 1);
        const short = compileCalendar('c', calendar, MARCH, cutAt, 1);
        const cut = wide.periods
          .filter(({ start }) => start < cutAt)
          .map((period) => ({ ...period, end: Math.min(period.end, cutAt) }));
        expect(short.periods).toEqual(cut);
        expect(short.offsets).toEqual(wide.offsets.filter(([at]) => at < cutAt));
      }),
      many,
    );
  });

  test('[CAL2] a week with open time and no holidays is fit to publish', () => {
    fc.assert(
      fc.property(stated, (calendar) => {
        expect(checkCalendar(calendar, MARCH, MARCH + 30 * DAY_MS)).toEqual([]);
        expect(checkCalendar({ ...calendar, week: {} }, MARCH, MARCH + 30 * DAY_MS)).toEqual([
          { kind: 'no_open_time' },
        ]);
      }),
      many,
    );
  });
});
