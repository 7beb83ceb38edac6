/** A country's holidays as plain dates (CAL1): the right ones, moved ones too, and when they run out. */
import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../../shared/calendar/coverage.ts';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import {
  countries,
  countryOfZone,
  daysIn,
  regionsOf,
  statesOf,
} from '../../../worker/console/ui/holidays/countryHolidays.ts';
import { holidayOf, type OfferedDay, ticked } from '../../../worker/console/ui/holidays/offeredDay.ts';

const OFFICE: Calendar['week'] = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [
    day,
    [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
  ]),
);

function days(
  country: string,
  state: string,
  from: string,
  to: string,
  language: 'en' | 'pt-BR' | 'es' = 'en',
) {
  return daysIn({ country, state, region: null }, from, to, language);
}

const datesOf = (all: readonly OfferedDay[], kind: OfferedDay['kind']) =>
  all.filter((day) => day.kind === kind).map(({ on }) => on);

describe('[CAL1] the public holidays of a place', () => {
  test('São Paulo in 2027: the country’s, the state’s own, and 20 November, in force in the country since 2023', () => {
    expect(datesOf(days('BR', 'SP', '2027-01-01', '2027-12-31'), 'public')).toEqual([
      '2027-01-01',
      '2027-03-26',
      '2027-04-21',
      '2027-05-01',
      '2027-07-09',
      '2027-09-07',
      '2027-10-12',
      '2027-11-02',
      '2027-11-15',
      '2027-11-20',
      '2027-12-25',
    ]);
  });

  test('Carnival moves with Easter and is offered apart, Ash Wednesday until 14:00', () => {
    const optional = days('BR', 'SP', '2027-02-01', '2027-02-28').filter(({ kind }) => kind === 'optional');
    expect(optional.map(({ on, closed }) => [on, closed])).toEqual([
      ['2027-02-06', null],
      ['2027-02-07', null],
      ['2027-02-08', null],
      ['2027-02-09', null],
      ['2027-02-10', ['00:00', '14:00']],
    ]);
    expect(datesOf(days('BR', 'SP', '2026-02-10', '2026-02-20'), 'optional')).toContain('2026-02-17');
  });

  test('Catalonia in 2027: its own days, and one moved from a Saturday', () => {
    const found = days('ES', 'CT', '2027-01-01', '2027-12-31');
    const dates = datesOf(found, 'public');
    for (const on of ['2027-01-06', '2027-03-26', '2027-03-29', '2027-06-24', '2027-09-11', '2027-12-26'])
      expect(dates).toContain(on);
    expect(found.find(({ on }) => on === '2027-05-03')?.isMoved).toBe(true);
    // The day of the Community of Madrid is Madrid's alone; 2 May is nothing in Catalonia but Mothers' Day.
    expect(dates).not.toContain('2027-05-02');
  });

  test('California in 2027: Monday holidays, and the Fourth of July kept on Monday the fifth', () => {
    const found = days('US', 'CA', '2027-01-01', '2027-12-31');
    const dates = datesOf(found, 'public');
    for (const on of ['2027-01-18', '2027-02-15', '2027-05-31', '2027-09-06', '2027-11-25', '2027-11-26'])
      expect(dates).toContain(on);
    expect(found.find(({ on }) => on === '2027-07-05')?.isMoved).toBe(true);
    // California does not keep Columbus Day, though the country does.
    expect(dates).not.toContain('2027-10-11');
  });

  test('a range over the turn of a year takes from both, and nothing beside it', () => {
    const dates = days('BR', 'SP', '2026-11-22', '2027-11-21').map(({ on }) => on);
    expect(dates).toContain('2026-12-25');
    expect(dates).toContain('2027-11-20');
    expect(dates.every((on) => on >= '2026-11-22' && on <= '2027-11-21')).toBe(true);
    expect(new Set(dates).size).toBe(dates.length);
  });

  test('names are in the reader’s language where the library has them', () => {
    const christmas = (language: 'en' | 'pt-BR' | 'es') =>
      days('BR', 'SP', '2027-12-25', '2027-12-25', language)[0]?.label;
    expect([christmas('en'), christmas('pt-BR'), christmas('es')]).toEqual([
      'Christmas Day',
      'Natal',
      'Navidad',
    ]);
    expect(countries('pt-BR').find(({ id }) => id === 'ES')?.label).toBe('Espanha');
    expect(countries('es').find(({ id }) => id === 'US')?.label).toBe('Estados Unidos');
    expect(statesOf('BR', 'en').find(({ id }) => id === 'SP')?.label).toBe('São Paulo');
    expect(regionsOf('ES', 'CT', 'es').length).toBeGreaterThan(0);
    expect(countries('en').length).toBeGreaterThan(100);
  });

  test('a zone of one country says which', () => {
    expect([
      countryOfZone('America/Sao_Paulo'),
      countryOfZone('Europe/Madrid'),
      countryOfZone('UTC'),
    ]).toEqual(['BR', 'ES', null]);
  });
});

describe('[CAL1] what is ticked becomes a plain date', () => {
  const offered = (on: string, closed: OfferedDay['closed'] = null): OfferedDay => ({
    on,
    label: 'Day',
    kind: 'public',
    isMoved: false,
    closed,
  });

  test('a whole day closes; half a day keeps the other half of its weekday’s hours', () => {
    expect(holidayOf(offered('2027-02-10'), OFFICE)).toEqual({ on: '2027-02-10', label: 'Day' });
    expect(holidayOf(offered('2027-02-10', ['00:00', '14:00']), OFFICE)).toEqual({
      on: '2027-02-10',
      label: 'Day',
      hours: [['14:00', '18:00']],
    });
    expect(holidayOf(offered('2027-12-24', ['14:00', '24:00']), OFFICE).hours).toEqual([
      ['09:00', '12:00'],
      ['13:00', '14:00'],
    ]);
    // A Saturday is closed anyway.
    expect(holidayOf(offered('2027-12-25', ['14:00', '24:00']), OFFICE).hours).toBeUndefined();
  });

  test('ticking keeps what a person made of that date; unticking takes it out; dates stay in order', () => {
    const own = { on: '2027-07-09', label: 'Ours', hours: [['09:00', '12:00']] satisfies [string, string][] };
    const day = (on: string) => holidayOf(offered(on), OFFICE);
    expect(ticked([own], day('2027-07-09'), true)).toEqual([own]);
    expect(ticked([own], day('2027-01-01'), true).map(({ on }) => on)).toEqual(['2027-01-01', '2027-07-09']);
    expect(ticked([own], day('2027-07-09'), false)).toEqual([]);
  });

  test('the engine then counts nothing on them, with no library: Ash Wednesday opens at 14:00 in São Paulo', () => {
    const holidays = days('BR', 'SP', '2027-02-01', '2027-02-28').map((day) => holidayOf(day, OFFICE));
    const calendar = { label: 'São Paulo', zone: 'America/Sao_Paulo', week: OFFICE, holidays };
    const from = Date.UTC(2027, 1, 7);
    const { periods } = compileCalendar('sp', calendar, from, Date.UTC(2027, 1, 12), 1);
    // UTC−3: 14:00 is 17:00Z.
    expect(periods.slice(0, 2).map(({ on, start }) => [on, new Date(start).toISOString()])).toEqual([
      ['2027-02-10', '2027-02-10T17:00:00.000Z'],
      ['2027-02-11', '2027-02-11T12:00:00.000Z'],
    ]);
  });
});

describe('[CAL1] dated holidays run out', () => {
  const until = (...dates: string[]) => ({ holidays: dates.map((on) => ({ on, label: '' })) });
  test.each([
    ['none', [], '2026-11-22'],
    ['over', ['2025-12-25'], '2026-11-22'],
    ['ending', ['2026-12-25', '2025-12-25'], '2026-11-22'],
    ['ending', ['2027-02-21'], '2026-11-22'],
    ['enough', ['2027-02-22'], '2026-11-22'],
    ['enough', ['2027-11-20'], '2026-11-22'],
  ] as const)('%s: %j on %s', (kind, dates, today) => {
    expect(coverageOf(until(...dates), today).kind).toBe(kind);
  });
});
