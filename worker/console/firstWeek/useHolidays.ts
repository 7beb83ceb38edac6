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
    void import('./holidays.ts').then(({ publicHolidays }) => {
      if (isWanted) setFound({ of, days: publicHolidays(country, year, language) });
    });
    return () => {
      isWanted = false;
    };
  }, [of]);
  return found?.of === of ? found.days : undefined;
}
