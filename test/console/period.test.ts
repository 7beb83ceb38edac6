/** The stretches of days Today counts over. */
import { describe, expect, test } from 'vitest';
import { datesOf, periodNamed, targetIn } from '../../worker/console/ui/period.ts';

describe('periods and the one before', () => {
  test.each([
    ['week', '2026-11-22', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['month', '2026-11-22', '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31'],
    ['month', '2026-01-31', '2026-01-01', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28', '2026-01-01', '2026-01-31'],
    ['lastMonth', '2026-01-02', '2025-12-01', '2025-12-31', '2025-11-01', '2025-11-30'],
    ['quarter', '2028-02-29', '2028-01-01', '2028-03-31', '2027-10-01', '2027-12-31'],
    ['last90', '2026-03-01', '2025-12-02', '2026-03-01', '2025-09-03', '2025-12-01'],
  ] as const)('%s of %s', (name, today, from, to, beforeFrom, beforeTo) => {
    expect(datesOf(name, today)).toEqual({
      now: { from, to },
      before: { from: beforeFrom, to: beforeTo },
    });
  });

  test('an unknown name is this month', () => {
    expect(periodNamed('fortnight')).toBe('month');
    expect(periodNamed(undefined)).toBe('month');
  });
});

test('[TGT3] a goal is held against a period that holds whole ones of its own, and no other', () => {
  const monthly = { target: 600, period: 'month' } as const;
  expect(targetIn('month', monthly)).toBe(600);
  expect(targetIn('lastMonth', monthly)).toBe(600);
  expect(targetIn('quarter', monthly)).toBe(1_800);
  expect(targetIn('week', monthly)).toBeNull();
  expect(targetIn('last90', monthly)).toBeNull();
  expect(targetIn('quarter', { target: 9, period: 'quarter' })).toBe(9);
  expect(targetIn('month', undefined)).toBeNull();
});
