/** When the agreement's clocks run: the week of each calendar, and its holidays. */
import { weekdayWord } from '../../../shared/definitions/change/entry.ts';
import { valueWords } from '../../../shared/definitions/change/telling.ts';
import { WEEKDAYS } from '../../../shared/definitions/calendar.ts';
import { useSession } from '../session.ts';
import { HolidayCoverage } from '../ui/HolidayCoverage.tsx';
import type { Part } from './part.ts';
import { Section } from './Section.tsx';

interface Props extends Part {
  /** `YYYY-MM-DD`; null where the version is not the one in force. */
  readonly today: string | null;
}

export function HoursTerms({ definitions, telling, words, format, today }: Props) {
  const { me } = useSession();
  const said = words.hours;
  return (
    <Section id="hours" title={words.sections.hours}>
      {Object.entries(definitions.calendars).map(([id, calendar]) => (
        <div key={id} class="calendar">
          <h3>{calendar.label}</h3>
          {today === null ? null : (
            <HolidayCoverage
              calendar={calendar}
              today={today}
              href={me.role === 'sdr' ? null : '/console/agreement/draft/calendars'}
            />
          )}
          <p class="soft">{said.zone(calendar.zone)}</p>
          <dl class="week">
            {WEEKDAYS.map((day) => (
              <div key={day}>
                <dt>{weekdayWord(day, telling)}</dt>
                <dd>{valueWords('hours', calendar.week[day] ?? [], telling)}</dd>
              </div>
            ))}
          </dl>
          {calendar.holidays.length > 0 ? (
            <details>
              <summary>
                {said.holidays} ({format.number(calendar.holidays.length)})
              </summary>
              <ul class="terms">
                {calendar.holidays.map(({ on, label, hours }) => (
                  <li key={on}>
                    {format.date(Date.parse(on), 0, true)}: {label}
                    {hours ? ` (${valueWords('hours', hours, telling)})` : null}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </div>
      ))}
    </Section>
  );
}
