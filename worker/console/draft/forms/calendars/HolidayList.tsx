/** The holidays of a calendar as they are written down: by date, closed all day or open for a part of it. */
import type { Calendar } from '../../../../../shared/definitions/calendar.ts';
import type { CalendarFormWords } from '../../../../../shared/messages/calendarForm/words.ts';
import { weekHoursWords } from '../../../../../shared/messages/weekHours.ts';
import { useSession } from '../../../session.ts';
import { Select } from '../../../ui/Select.tsx';
import { Day } from '../../../ui/WeekHours.tsx';
import type { PartProps } from '../part.ts';
import { Faults } from '../pieces/Told.tsx';
import { isUnder } from '../pointer.ts';
import { FromFile } from './FromFile.tsx';
import { type Holiday, ticked, usualHours } from '../../../ui/holidays/offeredDay.ts';

interface Props extends Pick<PartProps, 'problems' | 'change'> {
  readonly calendar: Calendar;
  readonly pointer: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly said: CalendarFormWords;
  readonly onChange: (holidays: readonly Holiday[]) => void;
}

export function HolidayList({ calendar, pointer, today, said, problems, change, onChange }: Props) {
  const { language, format } = useSession();
  const hours = weekHoursWords(language);
  const { holidays, week } = calendar;
  const past = holidays.filter(({ on }) => on < today).length;
  const put = (place: number, holiday: Holiday) => onChange(holidays.with(place, holiday));
  const fresh = () => {
    const on = holidays.reduce((last, one) => (one.on > last ? one.on : last), today);
    onChange([...holidays, { on, label: said.freshDay }]);
  };
  return (
    <details class="holidays" data-at={pointer} open={problems.some((one) => isUnder(one.pointer, pointer))}>
      <summary>
        <b>{format.plural(holidays.length, said.holidays)}</b>
        {holidays.length === 0 ? ` · ${said.noHolidays}` : null}
      </summary>
      <Faults pointer={pointer} problems={problems} />
      <ul>
        {holidays.map((holiday, place) => {
          const own = `${pointer}/${place}`;
          const { on, label } = holiday;
          const name = `${format.weekday(Date.parse(on), 0)} ${format.date(Date.parse(on), 0, true)}, ${label}`;
          return (
            <li key={place} data-at={own}>
              <input
                type="date"
                required
                aria-label={`${said.date}: ${label}`}
                value={on}
                onChange={({ currentTarget }) => {
                  // Half a date is none yet.
                  if (currentTarget.value !== '') put(place, { ...holiday, on: currentTarget.value });
                }}
              />
              <span class="minor weekday">{format.weekday(Date.parse(on), 0)}</span>
              <input
                type="text"
                aria-label={`${said.label}: ${name}`}
                value={label}
                onInput={({ currentTarget }) => change([`${own}/label`, currentTarget.value])}
              />
              <Select
                label={`${said.closed}: ${name}`}
                value={holiday.hours === undefined ? 'all' : 'part'}
                options={[
                  ['all', said.closedAll],
                  ['part', said.closedPart],
                ]}
                onChoose={(how) => {
                  const [morning = ['09:00', '12:00']] = usualHours(week, on);
                  put(place, how === 'all' ? { on, label } : { on, label, hours: [[...morning]] });
                }}
              />
              <button
                type="button"
                class="quiet"
                aria-label={said.removeDay(name)}
                onClick={() => onChange(holidays.toSpliced(place, 1))}
              >
                ×
              </button>
              {holiday.hours === undefined ? null : (
                <div class="week-hours">
                  <Day
                    name={label}
                    periods={holiday.hours}
                    words={hours}
                    onChange={(next) => put(place, { on, label, hours: next })}
                    onSpread={null}
                  />
                </div>
              )}
              {problems
                .filter((one) => isUnder(one.pointer, own))
                .map((one) => (
                  <Faults key={one.pointer} pointer={one.pointer} problems={problems} />
                ))}
            </li>
          );
        })}
      </ul>
      <div class="buttons">
        <button type="button" class="quiet" onClick={fresh}>
          + {said.addDay}
        </button>
        {past === 0 ? null : (
          <button
            type="button"
            class="quiet"
            onClick={() => onChange(holidays.filter(({ on }) => on >= today))}
          >
            {format.plural(past, said.removePast)}
          </button>
        )}
      </div>
      <FromFile said={said} onRead={(days) => onChange(days.reduce(added, holidays))} />
    </details>
  );
}

function added(holidays: readonly Holiday[], day: Holiday): readonly Holiday[] {
  return ticked(holidays, day, true);
}
