/** Time taken away, at the ends of what a calendar was compiled for. */
import { expect, test } from 'vitest';
import { intersect } from '../../../shared/sla/intersect.ts';
import { subtractOpenMs } from '../../../shared/sla/openTime.ts';
import { beforeAt } from '../../../shared/sla/target.ts';
import { HOUR_MS } from '../../../shared/time.ts';
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
