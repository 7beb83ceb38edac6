/** The public holidays of the country that was answered, worked out by code that is loaded for it alone. */
import { useEffect, useState } from 'preact/hooks';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import type { Answers } from '../../../shared/definitions/propose/answers.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';

/** Of this year and the next; undefined while they are worked out. */
export function useHolidays(
  { country }: Answers,
  year: number,
  language: Language,
): Calendar['holidays'] | undefined {
  const [found, setFound] = useState<{ readonly of: string; readonly days: Calendar['holidays'] } | null>(
    null,
  );
  const of = `${country} ${year} ${language}`;
  useEffect(() => {
    let isWanted = true;
    void import('../ui/holidays/countryHolidays.ts').then(({ daysIn }) => {
      const place = { country, state: null, region: null };
      const offered = daysIn(place, `${year}-01-01`, `${year + 1}-12-31`, language);
      // Those of a state, and half ones, are left to whoever edits the draft.
      const whole = offered.filter(({ kind, closed }) => kind === 'public' && closed === null);
      if (isWanted) setFound({ of, days: whole.map(({ on, label }) => ({ on, label })) });
    });
    return () => {
      isWanted = false;
    };
  }, [of]);
  return found?.of === of ? found.days : undefined;
}
