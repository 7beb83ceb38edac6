/**
 * The days all of a country is closed, by `date-holidays` (code ISC, data CC BY-SA 3.0: the proposal says
 * whose they are). Large, so loaded only when a first agreement is proposed.
 */
import Holidays from 'date-holidays';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import type { Country } from '../../../shared/definitions/propose/countries.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';

/** Of two whole years from `year` on; in the language of the agreement where the country is known in it. */
export function publicHolidays(country: Country, year: number, language: Language): Calendar['holidays'] {
  const own = new Holidays(country);
  const days = [year, year + 1].flatMap((one) => own.getHolidays(one, language));
  const found = new Map<string, string>();
  for (const { date, name, type, start, end } of days) {
    // A day of 23 or 25 hours is a day too; half ones are left to whoever edits the draft.
    const isWhole = end.getTime() - start.getTime() >= DAY_MS - HOUR_MS;
    if (type === 'public' && isWhole) found.set(date.slice(0, 10), name);
  }
  return [...found].map(([on, label]) => ({ on, label })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
