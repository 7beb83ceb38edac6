/** Time counted at the ends of what a calendar was compiled for, and where a zone's clocks change. */
import { expect, test } from 'vitest';
import { intersect } from '../../../shared/sla/intersect.ts';
import { instantOfLocal, localMsOf } from '../../../shared/sla/localTime.ts';
import {
  addOpenMs,
  nextOpening,
  openingOf,
  openMsBetween,
  subtractOpenMs,
} from '../../../shared/sla/openTime.ts';
import { beforeAt, dueAt } from '../../../shared/sla/target.ts';
import { type CompiledCalendar, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { agreement, at, version } from '../lead/agreement.ts';

const office = version(agreement()).calendars['office'];
if (office === undefined) throw new Error('the agreement has office hours');

test('[CAL5] nothing taken away is the same instant; past the range nothing is known', () => {
  const noon = at('2026-03-03', '12:00');
  expect(subtractOpenMs(office, noon, 0)).toBe(noon);
  expect(subtractOpenMs(office, office.to + 1, HOUR_MS)).toBeNull();
  expect(subtractOpenMs(office, office.from + 1, HOUR_MS)).toBeNull();
});

test('[CAL4] hours before an instant are open ones, days before it dates with open time', () => {
  const tuesday = at('2026-03-03', '10:00');
  expect(beforeAt(office, tuesday, { businessHours: 2 })).toBe(at('2026-03-02', '17:00'));
  expect(beforeAt(office, tuesday, { businessDays: 1 })).toBe(at('2026-03-02', '10:00'));
  expect(beforeAt(office, office.from, { businessDays: 1 })).toBeNull();
});

test('[CAL8] a calendar shares all of its time with itself', () => {
  expect(intersect(office, office)).toBe(office);
});

test('[CAL8] what two calendars share is known where both are, and is worked out once', () => {
  const theirs = { ...short, id: 'theirs', generation: 3, from: DAY_MS, to: 5 * DAY_MS };
  const both = intersect(short, theirs);
  expect(both).toMatchObject({ id: 'short∩theirs', generation: 3, from: DAY_MS, to: 5 * DAY_MS });
  expect(intersect(theirs, short)).toMatchObject({ generation: 3, from: DAY_MS, to: 5 * DAY_MS });
  intersect(short, office);
  intersect(theirs, office);
  expect(intersect(short, theirs)).toBe(both);
});

const hour = (day: number, hours: number) => day * DAY_MS + hours * HOUR_MS;
/** Two dates in ten days, the second a short one. */
const short: CompiledCalendar = {
  id: 'short',
  zone: 'UTC',
  generation: 1,
  from: 0,
  to: 10 * DAY_MS,
  periods: [
    { start: hour(1, 9), end: hour(1, 17), on: '1970-01-02' },
    { start: hour(2, 9), end: hour(2, 12), on: '1970-01-03' },
  ],
  offsets: [[0, 0]],
};

test('[CAL5] before the first opening nothing was open', () => {
  expect(openMsBetween(short, 0, hour(1, 10))).toBe(HOUR_MS);
  expect(openMsBetween(short, hour(1, 10), 0)).toBe(0);
  expect(nextOpening(short, 0)).toBe(hour(1, 9));
  expect(openingOf(short, '1970-01-01')).toBe(hour(1, 9));
});

test('[CAL5] no time more or less is the same instant, also while closed', () => {
  expect(addOpenMs(short, hour(1, 20), 0)).toBe(hour(1, 20));
  expect(subtractOpenMs(short, hour(1, 20), 0)).toBe(hour(1, 20));
});

test('[CAL5] the first millisecond after a closing is the one after the next opening', () => {
  expect(addOpenMs(short, hour(1, 17), 1)).toBe(hour(2, 9) + 1);
});

test('[CAL5] all there is can be taken away, down to the first opening, and no more', () => {
  expect(subtractOpenMs(short, short.to, HOUR_MS)).toBe(hour(2, 11));
  expect(subtractOpenMs(short, short.to, 11 * HOUR_MS)).toBe(hour(1, 9));
  expect(subtractOpenMs(short, short.to, 11 * HOUR_MS + 1)).toBeNull();
});

test('[CAL4] the last date there is ends at its own closing; after it no date is known', () => {
  expect(dueAt(short, hour(1, 16), { businessDays: 1 })).toBe(hour(2, 12));
  expect(dueAt(short, hour(1, 16), { businessDays: 2 })).toBeNull();
});

test('[CAL3] a clock shows the new time from the instant it changes', () => {
  const later = [
    [0, -2 * HOUR_MS],
    [DAY_MS, -HOUR_MS],
  ] as const;
  expect(localMsOf(later, DAY_MS - 1)).toBe(DAY_MS - 1 - 2 * HOUR_MS);
  expect(localMsOf(later, DAY_MS)).toBe(DAY_MS - HOUR_MS);
});

test('[CAL3] missing times move forward by the gap, the first one after it is itself', () => {
  const later = [
    [0, -2 * HOUR_MS],
    [DAY_MS, -HOUR_MS],
  ] as const;
  const gap = DAY_MS - 2 * HOUR_MS;
  expect(instantOfLocal(later, gap - 1)).toBe(DAY_MS - 1);
  expect(instantOfLocal(later, gap + 30 * MINUTE_MS)).toBe(DAY_MS + 30 * MINUTE_MS);
  expect(instantOfLocal(later, gap + HOUR_MS)).toBe(DAY_MS);
});

test('[CAL3] repeated times mean the first, the one after them is itself', () => {
  const back = [
    [0, HOUR_MS],
    [DAY_MS, 0],
  ] as const;
  expect(instantOfLocal(back, DAY_MS + 30 * MINUTE_MS)).toBe(DAY_MS - 30 * MINUTE_MS);
  expect(instantOfLocal(back, DAY_MS + HOUR_MS)).toBe(DAY_MS + HOUR_MS);
});
