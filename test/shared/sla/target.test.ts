import { describe, expect, test } from 'vitest';
import type { Target } from '../../../shared/definitions/policy.ts';
import { openMsBetween } from '../../../shared/sla/openTime.ts';
import { beforeAt, dueAt, targetMsBetween } from '../../../shared/sla/target.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { at, calendarOf, compiled, localIn, weekOf } from '../calendar/zones.ts';
import type { Hours } from '../calendar/zones.ts';

const LUNCH: Hours = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
];
const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface Case {
  readonly zone: string;
  readonly hours?: Hours;
  readonly start: string;
  readonly target: Target;
  readonly due: string;
}

/** Due as a wall clock in the zone. November 2026: the 2nd is a Monday. */
function due(
  { zone, hours, start, target }: Omit<Case, 'due'>,
  holidays: Parameters<typeof calendarOf>[2] = [],
): string {
  const week = weekOf(hours ?? [['09:00', '17:00']]);
  const found = dueAt(
    compiled(calendarOf(zone, week, holidays), start.slice(0, 10)),
    at(zone, start),
    target,
  );
  return found === null ? 'beyond' : localIn(zone, found);
}

const tuesday = (hours: Hours) => [{ on: '2026-11-03', label: 'Short', hours }];
const h = (businessHours: number): Target => ({ businessHours });
const d = (businessDays: number): Target => ({ businessDays });

describe('open time, Monday to Friday', () => {
  const LONG: Hours = [['10:00', '18:00']];
  test.each<Case>([
    { zone: 'UTC', start: '2026-11-06 16:30', target: h(1), due: '2026-11-09 09:30' },
    { zone: 'UTC', start: '2026-11-07 18:00', target: h(1), due: '2026-11-09 10:00' },
    { zone: 'UTC', start: '2026-11-04 07:00', target: h(2), due: '2026-11-04 11:00' },
    { zone: 'UTC', hours: LONG, start: '2026-11-04 15:00', target: h(10), due: '2026-11-05 17:00' },
    { zone: 'UTC', hours: LONG, start: '2026-11-04 20:00', target: h(10), due: '2026-11-06 12:00' },
    // The clocks change on Sunday 8 March and Sunday 1 November 2026.
    { zone: 'America/New_York', start: '2026-03-06 16:30', target: h(1), due: '2026-03-09 09:30' },
    { zone: 'America/New_York', start: '2026-10-30 16:30', target: h(1), due: '2026-11-02 09:30' },
    { zone: 'Europe/Madrid', start: '2026-03-27 16:30', target: h(9), due: '2026-03-31 09:30' },
    { zone: 'Europe/Madrid', start: '2026-10-23 16:30', target: h(9), due: '2026-10-27 09:30' },
    { zone: 'Australia/Lord_Howe', start: '2026-04-03 16:30', target: h(1), due: '2026-04-06 09:30' },
    { zone: 'Australia/Lord_Howe', start: '2026-10-02 16:30', target: h(1), due: '2026-10-05 09:30' },
    { zone: 'Asia/Kathmandu', start: '2026-11-06 16:30', target: h(1), due: '2026-11-09 09:30' },
    { zone: 'America/Sao_Paulo', start: '2018-11-02 16:30', target: h(1), due: '2018-11-05 09:30' },
    { zone: 'America/Sao_Paulo', start: '2026-11-06 16:30', target: h(1), due: '2026-11-09 09:30' },
  ])('[CAL6] $zone $start + $target → $due', ({ due: expected, ...one }) => {
    expect(due(one)).toBe(expected);
  });
});

describe('open time over the change itself', () => {
  const NIGHT: Hours = [['22:00', '06:00']];
  test.each<Case>([
    // Friday and Saturday nights of the change: seven hours long in spring, nine in autumn.
    { zone: 'America/New_York', start: '2026-03-07 23:00', target: h(6), due: '2026-03-08 06:00' },
    { zone: 'America/New_York', start: '2026-10-31 23:00', target: h(8), due: '2026-11-01 06:00' },
    { zone: 'Europe/Madrid', start: '2026-03-28 22:00', target: h(7), due: '2026-03-29 06:00' },
    { zone: 'Australia/Lord_Howe', start: '2026-10-03 22:00', target: h(7.5), due: '2026-10-04 06:00' },
    { zone: 'Australia/Lord_Howe', start: '2026-04-04 22:00', target: h(8.5), due: '2026-04-05 06:00' },
    // São Paulo went from 24:00 to 01:00 on 4 November 2018, and no longer does.
    { zone: 'America/Sao_Paulo', start: '2018-11-03 22:00', target: h(7), due: '2018-11-04 06:00' },
    { zone: 'America/Sao_Paulo', start: '2026-11-07 22:00', target: h(8), due: '2026-11-08 06:00' },
  ])('[CAL6] $zone $start + $target → $due', ({ zone, start, target, due: expected }) => {
    const calendar = compiled(calendarOf(zone, weekOf(NIGHT, EVERY_DAY)), start.slice(0, 10));
    expect(localIn(zone, dueAt(calendar, at(zone, start), target) ?? 0)).toBe(expected);
  });

  test('[CAL6] wall time does not care: 24 hours are 24 hours', () => {
    const found = due({ zone: 'America/New_York', start: '2026-03-07 16:00', target: { hours: 24 } });
    expect(found).toBe('2026-03-08 17:00');
    expect(due({ zone: 'UTC', start: '2026-11-06 16:30', target: { minutes: 90 } })).toBe('2026-11-06 18:00');
  });
});

describe('business days', () => {
  test.each<Case>([
    { zone: 'UTC', hours: LUNCH, start: '2026-11-02 12:30', target: d(1), due: '2026-11-03 13:00' },
    { zone: 'UTC', start: '2026-11-02 10:15', target: d(1), due: '2026-11-03 10:15' },
    { zone: 'UTC', start: '2026-11-06 10:15', target: d(1), due: '2026-11-09 10:15' },
    { zone: 'UTC', start: '2026-11-06 10:15', target: d(5), due: '2026-11-13 10:15' },
    { zone: 'UTC', start: '2026-11-07 18:00', target: d(1), due: '2026-11-10 09:00' },
    { zone: 'UTC', start: '2026-11-02 07:00', target: d(1), due: '2026-11-03 09:00' },
    { zone: 'UTC', start: '2026-11-02 17:00', target: d(1), due: '2026-11-04 09:00' },
    // Same local time, not 24 hours.
    { zone: 'America/New_York', start: '2026-03-06 10:15', target: d(1), due: '2026-03-09 10:15' },
    { zone: 'Europe/Madrid', start: '2026-10-23 10:15', target: d(2), due: '2026-10-27 10:15' },
    { zone: 'Australia/Lord_Howe', start: '2026-10-02 10:15', target: d(1), due: '2026-10-05 10:15' },
    { zone: 'America/Sao_Paulo', start: '2018-11-02 10:15', target: d(1), due: '2018-11-05 10:15' },
    { zone: 'Asia/Kathmandu', start: '2026-11-06 16:59', target: d(1), due: '2026-11-09 16:59' },
  ])('[CAL4] $zone $start + $target → $due', ({ due: expected, ...one }) => {
    expect(due(one)).toBe(expected);
  });

  test('[CAL4] dates with shorter hours: before the opening, in a gap, after the closing', () => {
    const one = { zone: 'UTC', target: d(1) };
    expect(due({ ...one, start: '2026-11-02 09:30' }, tuesday([['10:00', '12:00']]))).toBe(
      '2026-11-03 10:00',
    );
    expect(due({ ...one, start: '2026-11-02 12:30' }, tuesday(LUNCH))).toBe('2026-11-03 13:00');
    expect(due({ ...one, start: '2026-11-02 15:00' }, tuesday([['10:00', '12:00']]))).toBe(
      '2026-11-03 12:00',
    );
    expect(due({ ...one, start: '2026-11-02 15:00' }, [{ on: '2026-11-03', label: 'Closed' }])).toBe(
      '2026-11-04 15:00',
    );
  });

  test("[CAL4] 03:00 inside Friday's night shift is Friday 27:00", () => {
    const calendar = compiled(calendarOf('Europe/Madrid', weekOf([['22:00', '06:00']])), '2026-11-06');
    const found = dueAt(calendar, at('Europe/Madrid', '2026-11-07 03:00'), d(1));
    expect(localIn('Europe/Madrid', found ?? 0)).toBe('2026-11-10 03:00');
  });

  test('[CAL5] exactly at a closing stays there, also before a break', () => {
    const calendar = calendarOf('UTC', weekOf([['09:00', '17:00']]), [
      { on: '2026-11-03', label: 'Lunch', hours: LUNCH },
    ]);
    const found = dueAt(compiled(calendar, '2026-11-02'), at('UTC', '2026-11-02 12:00'), d(1));
    expect(localIn('UTC', found ?? 0)).toBe('2026-11-03 12:00');
  });
});

describe('edges', () => {
  const office = compiled(calendarOf('UTC'), '2026-11-02');

  test('[CAL5] due exactly at closing stays at closing', () => {
    expect(due({ zone: 'UTC', start: '2026-11-06 16:00', target: h(1) })).toBe('2026-11-06 17:00');
    expect(due({ zone: 'UTC', start: '2026-11-06 18:00', target: h(8) })).toBe('2026-11-09 17:00');
  });

  test('[CAL3] beyond the compiled range nothing is known', () => {
    expect(dueAt(office, office.from, { businessHours: 10_000 })).toBeNull();
    expect(dueAt(office, office.from, { businessDays: 1_000 })).toBeNull();
    expect(dueAt(office, office.from - 1, h(1))).toBeNull();
    expect(dueAt(office, office.to + HOUR_MS, h(1))).toBeNull();
  });

  test('[CAL4] time between is counted as the target counts it', () => {
    const [a, b] = [at('UTC', '2026-11-06 16:00'), at('UTC', '2026-11-09 10:00')];
    expect(targetMsBetween(office, h(1), a, b)).toBe(2 * HOUR_MS);
    expect(targetMsBetween(office, d(1), a, b)).toBe(2 * HOUR_MS);
    expect(targetMsBetween(office, { hours: 1 }, a, b)).toBe(66 * HOUR_MS);
    expect(openMsBetween(office, b, a)).toBe(0);
  });

  test('[CAL4] a target before an instant, for warnings', () => {
    const end = at('UTC', '2026-11-09 10:00');
    const said = (target: Target) => localIn('UTC', beforeAt(office, end, target) ?? 0);
    expect(said(h(2))).toBe('2026-11-06 16:00');
    expect(said(d(1))).toBe('2026-11-06 10:00');
    expect(said({ minutes: 30 })).toBe('2026-11-09 09:30');
    expect(beforeAt(office, end, { businessHours: 10_000 })).toBeNull();
  });

  test('[CAL4] dates before an instant in closed time are counted from the closing before it', () => {
    const before = (said: string) => localIn('UTC', beforeAt(office, at('UTC', said), d(1)) ?? 0);
    expect(before('2026-11-10 08:00')).toBe('2026-11-06 17:00');
    expect(before('2026-11-08 12:00')).toBe('2026-11-05 17:00');
    expect(before('2026-11-10 17:00')).toBe('2026-11-09 17:00');
    expect(before('2026-11-10 20:00')).toBe('2026-11-09 17:00');
  });
});
