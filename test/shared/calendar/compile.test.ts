import { describe, expect, test } from 'vitest';
import { checkCalendar } from '../../../shared/calendar/check.ts';
import { compileCalendar, compileRange } from '../../../shared/calendar/compile.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';
import { at, calendarOf, localIn, weekOf } from './zones.ts';

/** Periods as `on opens–closes` in the calendar's own zone. */
function said({ periods, zone }: CompiledCalendar): string[] {
  return periods.map(({ start, end, on }) => `${on}: ${localIn(zone, start)} – ${localIn(zone, end)}`);
}

function week(calendar: Calendar, firstOn: string, days = 7): string[] {
  const from = at(calendar.zone, `${firstOn} 00:00`);
  return said(compileCalendar('c', calendar, from, from + days * DAY_MS, 1));
}

/** So many closed dates from New Year 2027. */
function daysOff(days: number): Calendar['holidays'] {
  return Array.from({ length: days }, (_, day) => ({
    on: new Date(Date.UTC(2027, 0, 1) + day * DAY_MS).toISOString().slice(0, 10),
    label: 'Closed',
  }));
}

describe('hours as stated', () => {
  test('[CAL1] come in any order, and of two entries for a holiday the closed one wins', () => {
    const hours: [string, string][] = [
      ['13:00', '18:00'],
      ['09:00', '12:00'],
    ];
    const calendar = calendarOf('UTC', { fri: hours });
    expect(week(calendar, '2026-11-20', 1)).toEqual([
      '2026-11-20: 2026-11-20 09:00 – 2026-11-20 12:00',
      '2026-11-20: 2026-11-20 13:00 – 2026-11-20 18:00',
    ]);
    const half = { on: '2026-11-20', label: 'Half', hours: [['09:00', '12:00']] as [string, string][] };
    const shut = { on: '2026-11-20', label: 'Shut' };
    const days = (...holidays: Calendar['holidays']) => week({ ...calendar, holidays }, '2026-11-20', 1);
    expect(days(half)).toHaveLength(1);
    expect([days(half, shut), days(shut, half)]).toEqual([[], []]);
  });

  test('[CAL1] several periods a day, closed days left out', () => {
    const calendar = calendarOf('Europe/Madrid', {
      fri: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    });
    expect(week(calendar, '2026-11-20', 4)).toEqual([
      '2026-11-20: 2026-11-20 09:00 – 2026-11-20 12:00',
      '2026-11-20: 2026-11-20 13:00 – 2026-11-20 18:00',
    ]);
  });

  test('[CAL1] a night shift runs past midnight and belongs to the evening it began', () => {
    const calendar = calendarOf('Europe/Madrid', { fri: [['22:00', '06:00']] });
    expect(week(calendar, '2026-11-20', 3)).toEqual(['2026-11-20: 2026-11-20 22:00 – 2026-11-21 06:00']);
  });

  test('[CAL1] 24:00 closes at midnight; equal times are a whole day', () => {
    const calendar = calendarOf('UTC', { fri: [['18:00', '24:00']], sun: [['06:00', '06:00']] });
    expect(week(calendar, '2026-11-20', 4)).toEqual([
      '2026-11-20: 2026-11-20 18:00 – 2026-11-21 00:00',
      '2026-11-22: 2026-11-22 06:00 – 2026-11-23 06:00',
    ]);
  });

  test('[CAL1] a holiday closes the day or gives it hours of its own; of two for one date the closed wins', () => {
    const calendar = calendarOf('America/Sao_Paulo', weekOf([['09:00', '17:00']]), [
      { on: '2026-11-18', label: 'Half day', hours: [['09:00', '12:00']] },
      { on: '2026-11-20', label: 'Consciência Negra' },
      { on: '2026-11-19', label: 'Half day', hours: [['09:00', '12:00']] },
      { on: '2026-11-19', label: 'City day' },
    ]);
    expect(week(calendar, '2026-11-17', 4)).toEqual([
      '2026-11-17: 2026-11-17 09:00 – 2026-11-17 17:00',
      '2026-11-18: 2026-11-18 09:00 – 2026-11-18 12:00',
    ]);
  });

  test('[CAL1] a holiday with hours opens a day the week keeps closed', () => {
    const calendar = calendarOf('UTC', weekOf([['09:00', '17:00']]), [
      { on: '2026-11-21', label: 'Stocktaking', hours: [['10:00', '11:00']] },
    ]);
    expect(week(calendar, '2026-11-21', 2)).toEqual(['2026-11-21: 2026-11-21 10:00 – 2026-11-21 11:00']);
  });
});

describe('periods that meet', () => {
  test('[CAL3] overlapping and touching periods of one date become one', () => {
    const calendar = calendarOf('UTC', {
      fri: [
        ['12:00', '18:00'],
        ['09:00', '12:00'],
        ['10:00', '13:00'],
      ],
    });
    expect(week(calendar, '2026-11-20', 1)).toEqual(['2026-11-20: 2026-11-20 09:00 – 2026-11-20 18:00']);
  });

  test('[CAL3] the shared part of two dates belongs to the one that opened first', () => {
    const calendar = calendarOf('UTC', { fri: [['22:00', '06:00']], sat: [['05:00', '09:00']] });
    expect(week(calendar, '2026-11-20', 3)).toEqual([
      '2026-11-20: 2026-11-20 22:00 – 2026-11-21 06:00',
      '2026-11-21: 2026-11-21 06:00 – 2026-11-21 09:00',
    ]);
  });

  test('[CAL3] open round the clock still opens once a date', () => {
    const all = weekOf([['00:00', '24:00']], ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
    expect(week(calendarOf('UTC', all), '2026-11-20', 3)).toEqual([
      '2026-11-20: 2026-11-20 00:00 – 2026-11-21 00:00',
      '2026-11-21: 2026-11-21 00:00 – 2026-11-22 00:00',
      '2026-11-22: 2026-11-22 00:00 – 2026-11-23 00:00',
    ]);
  });
});

describe('clocks that change', () => {
  test('[CAL3] a missing time moves forward by the gap, a repeated one means the first', () => {
    const sundays = calendarOf('America/New_York', { sun: [['01:30', '02:30']] });
    // 8 March 2026: 02:00 → 03:00, so 02:30 is 03:30. 1 November: 01:30 comes twice.
    expect(week(sundays, '2026-03-08', 1)).toEqual(['2026-03-08: 2026-03-08 01:30 – 2026-03-08 03:30']);
    const autumn = compileCalendar('c', sundays, Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 2), 1);
    expect(autumn.periods).toEqual([
      { start: Date.UTC(2026, 10, 1, 5, 30), end: Date.UTC(2026, 10, 1, 7, 30), on: '2026-11-01' },
    ]);
  });

  test('[CAL3] a period wholly inside a gap does not exist', () => {
    const sundays = calendarOf('America/New_York', { sun: [['02:00', '03:00']] });
    expect(week(sundays, '2026-03-08', 1)).toEqual([]);
  });

  test('[CAL3] a date the zone jumped over has no hours', () => {
    const apia = calendarOf('Pacific/Apia', weekOf([['09:00', '17:00']]));
    const from = at('Pacific/Apia', '2011-12-28 00:00');
    const found = compileCalendar('c', apia, from, at('Pacific/Apia', '2012-01-04 00:00'), 1);
    expect(found.periods.map(({ on }) => on)).toEqual([
      '2011-12-28',
      '2011-12-29',
      '2012-01-02',
      '2012-01-03',
    ]);
  });

  test('[CAL3] offset changes over the range, the first entry at its start', () => {
    const from = Date.UTC(2026, 0, 1);
    const { offsets } = compileCalendar(
      'c',
      calendarOf('Australia/Lord_Howe'),
      from,
      Date.UTC(2027, 0, 1),
      1,
    );
    expect(offsets).toEqual([
      [from, 11 * HOUR_MS],
      [Date.UTC(2026, 3, 4, 15), 10.5 * HOUR_MS],
      [Date.UTC(2026, 9, 3, 15, 30), 11 * HOUR_MS],
    ]);
  });
});

describe('range and generation', () => {
  test('[CAL3] from one year back to three ahead, periods cut at the ends', () => {
    const now = Date.UTC(2026, 10, 21, 13, 7);
    const { from, to } = compileRange(now);
    expect(from).toBeLessThanOrEqual(Date.UTC(2025, 10, 21));
    expect(to).toBeGreaterThanOrEqual(Date.UTC(2029, 10, 21));
    const cut = compileCalendar(
      'c',
      calendarOf('UTC'),
      Date.UTC(2026, 10, 20, 10),
      Date.UTC(2026, 10, 20, 11),
      7,
    );
    expect(cut).toEqual({
      id: 'c',
      zone: 'UTC',
      generation: 7,
      from: Date.UTC(2026, 10, 20, 10),
      to: Date.UTC(2026, 10, 20, 11),
      periods: [{ start: Date.UTC(2026, 10, 20, 10), end: Date.UTC(2026, 10, 20, 11), on: '2026-11-20' }],
      offsets: [[Date.UTC(2026, 10, 20, 10), 0]],
    });
  });
});

describe('unfit to publish', () => {
  const { from, to } = compileRange(Date.UTC(2026, 10, 21));

  test('[CAL2] no open time and an unknown zone are both said at once', () => {
    expect(checkCalendar(calendarOf('Atlantis/Capital', { mon: [] }), from, to)).toEqual([
      { kind: 'unknown_zone', zone: 'Atlantis/Capital' },
      { kind: 'no_open_time' },
    ]);
    expect(checkCalendar(calendarOf('+03:00'), from, to)).toEqual([{ kind: 'unknown_zone', zone: '+03:00' }]);
  });

  const everyDay = weekOf([['00:00', '24:00']], ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

  test('[CAL2] 92 closed days pass, 93 do not', () => {
    expect(checkCalendar(calendarOf('UTC', everyDay, daysOff(92)), from, to)).toEqual([]);
    expect(checkCalendar(calendarOf('UTC', everyDay, daysOff(93)), from, to)).toEqual([
      { kind: 'closed_too_long', from: Date.UTC(2027, 0, 1), to: Date.UTC(2027, 3, 4), days: 93 },
    ]);
  });
});
