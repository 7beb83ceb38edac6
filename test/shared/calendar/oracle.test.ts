import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import { dateOfDay } from '../../../shared/sla/localTime.ts';
import { isOpen, localDateOf, openMsBetween } from '../../../shared/sla/openTime.ts';
import { dueAt } from '../../../shared/sla/target.ts';
import { type CompiledCalendar, DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import { CASES_PER_ZONE, patience } from '../../support/runs.ts';
import { holidaysFrom, STRETCHES, weeks } from './arbitrary.ts';
import { Oracle } from './oracle.ts';
import { PROCESS_ZONES } from './zones.ts';

vi.setConfig(patience);

const DAYS = 21;

interface Asked {
  readonly start: number;
  readonly for: number;
  readonly days: number;
}

function minuteSince(from: number, moment: number | null): number | null {
  return moment && (moment - from) / MINUTE_MS;
}

/** The first minute that is open for one of the two and not for the other, or for another date. */
function differing(compiled: CompiledCalendar, oracle: Oracle, from: number): number | undefined {
  return [...oracle.openFor.keys()].find((minute) => {
    const day = oracle.openFor[minute] ?? Number.NaN;
    const moment = from + minute * MINUTE_MS;
    if (isOpen(compiled, moment) === Number.isNaN(day)) return true;
    // Dates are asked of every thirteenth minute, which over a stretch meets every minute of the hour.
    if (minute % 13 > 0) return false;
    const on = dateOfDay(Number.isNaN(day) ? Math.floor(oracle.wallOf(minute) / 1_440) : day);
    return localDateOf(compiled, moment) !== on;
  });
}

test('[CAL6] ten zones are asked, São Paulo over both its changes and in a year that has none', () => {
  const changes = STRETCHES.map(([zone, firstOn]) => {
    const from = Date.parse(firstOn);
    const all = { label: zone, zone, week: { mon: [['09:00', '17:00']] }, holidays: [] } satisfies Calendar;
    return [zone, compileCalendar('c', all, from, from + DAYS * DAY_MS, 1).offsets.length - 1] as const;
  });
  expect(new Set(changes.map(([zone]) => zone)).size).toBe(10);
  const of = (wanted: string) => changes.flatMap(([zone, count]) => (zone === wanted ? [count] : []));
  expect(of('America/Sao_Paulo')).toEqual([1, 1, 0]);
  for (const zone of [
    'America/New_York',
    'Europe/Madrid',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'America/Santiago',
    'Pacific/Apia',
  ]) {
    expect(of(zone), zone).toEqual([1, 1]);
  }
  expect(['UTC', 'Asia/Kathmandu', 'Pacific/Kiritimati'].flatMap(of)).toEqual([0, 0, 0]);
});

// A third of a zone's cases each, so that nothing the process takes for its own zone can matter.
describe.each(PROCESS_ZONES)('in a process of %s', (own) => {
  beforeAll(() => {
    vi.stubEnv('TZ', own);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  test('[CAL6] it is one indeed', () => {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(own);
  });

  test.each(STRETCHES)('[CAL3] [CAL4] [CAL6] minute by minute in %s from %s', (zone, firstOn) => {
    const from = Date.parse(firstOn);
    const stretches = STRETCHES.filter(([other]) => other === zone).length;
    const cases = fc.record({
      week: weeks,
      holidays: holidaysFrom(firstOn, DAYS),
      asked: fc.array(
        fc.record<Asked>({
          start: fc.integer({ min: 0, max: DAYS * 1_440 - 1 }),
          for: fc.integer({ min: 1, max: 4_000 }),
          days: fc.integer({ min: 1, max: 6 }),
        }),
        { minLength: 5, maxLength: 5 },
      ),
    });
    fc.assert(
      fc.property(cases, ({ week, holidays, asked }) => {
        const calendar: Calendar = { week, holidays, label: zone, zone };
        const compiled = compileCalendar('c', calendar, from, from + DAYS * DAY_MS, 1);
        const oracle = new Oracle(calendar, from, DAYS);
        expect(differing(compiled, oracle, from)).toBeUndefined();
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
      { numRuns: Math.ceil(CASES_PER_ZONE / PROCESS_ZONES.length / stretches) },
    );
  });
});
