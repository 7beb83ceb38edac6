/** Says in time that a calendar's dated holidays run out (CAL1), with the way to mend it. */
import { coverageOf } from '../../../shared/calendar/coverage.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import { calendarFormWords } from '../../../shared/messages/calendarForm/index.ts';
import { useSession } from '../session.ts';
import './holidayCoverage.css';

interface Props {
  readonly calendar: Calendar;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Where holidays are added; null where one is there already. */
  readonly href: string | null;
}

/** Nothing while the holidays reach far enough. */
export function HolidayCoverage({ calendar, today, href }: Props) {
  const { language, format } = useSession();
  const said = calendarFormWords(language).coverage;
  const coverage = coverageOf(calendar, today);
  if (coverage.kind === 'enough') return null;
  const text =
    coverage.kind === 'none'
      ? said.none(calendar.label)
      : said[coverage.kind](calendar.label, format.date(Date.parse(coverage.lastOn), 0, true));
  return (
    <p class="coverage" data-kind={coverage.kind}>
      {text} {href === null ? null : <a href={href}>{said.mend}</a>}
    </p>
  );
}
