/** A week's opening hours as people state them (CAL1), several periods a day if need be. */
import { type Calendar, WEEKDAYS, type Weekday } from '../../../shared/definitions/calendar.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { type WeekHoursWords, weekHoursWords } from '../../../shared/messages/weekHours.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { useSession } from '../session.ts';

export type Week = Calendar['week'];
type Period = NonNullable<Week[Weekday]>[number];

interface Props {
  readonly week: Week;
  readonly onChange: (week: Week) => void;
}

const USUAL: Period = ['09:00', '18:00'];
const WORKING: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

export function WeekHours({ week, onChange }: Props) {
  const { language } = useSession();
  const words = weekHoursWords(language);
  return (
    <div class="week-hours">
      {WEEKDAYS.map((day) => (
        <Day
          key={day}
          name={weekdayName(language, day)}
          periods={week[day] ?? []}
          words={words}
          onChange={(periods) => onChange({ ...week, [day]: periods })}
          onSpread={
            day === 'mon'
              ? () =>
                  onChange({ ...week, ...Object.fromEntries(WORKING.map((one) => [one, week.mon ?? []])) })
              : null
          }
        />
      ))}
    </div>
  );
}

interface DayProps {
  readonly name: string;
  readonly periods: readonly Period[];
  readonly words: WeekHoursWords;
  readonly onChange: (periods: Period[]) => void;
  /** The same for the rest of the working week. */
  readonly onSpread: (() => void) | null;
}

export function Day({ name, periods, words, onChange, onSpread }: DayProps) {
  const put = (place: number, period: Period) => onChange(periods.with(place, period));
  return (
    <fieldset class="day">
      <legend>{name}</legend>
      <div class="periods">
        {periods.length === 0 ? <span class="minor">{words.closed}</span> : null}
        {periods.map(([opens, closes], place) => (
          <span class="period" key={place}>
            <input
              type="time"
              required
              aria-label={words.opens(name)}
              value={opens}
              onChange={({ currentTarget }) => put(place, [currentTarget.value, closes])}
            />
            {words.until}
            <input
              type="time"
              required
              aria-label={words.closes(name)}
              // Midnight at the end of a day has no spelling of its own in the browser's field.
              value={closes === '24:00' ? '00:00' : closes}
              onChange={({ currentTarget }) => put(place, [opens, currentTarget.value])}
            />
            {closes <= opens ? <span class="minor">{words.overnight}</span> : null}
            <button
              type="button"
              class="quiet"
              aria-label={words.removeOf(name)}
              onClick={() => onChange(periods.toSpliced(place, 1))}
            >
              ×
            </button>
          </span>
        ))}
        {periods.length < 8 ? (
          <button
            type="button"
            class="quiet"
            aria-label={words.addOn(name)}
            onClick={() => onChange([...periods, USUAL])}
          >
            +
          </button>
        ) : null}
        {onSpread && periods.length > 0 ? (
          <button type="button" class="quiet" onClick={onSpread}>
            {words.sameForWeek(name)}
          </button>
        ) : null}
      </div>
    </fieldset>
  );
}

/** 1970-01-05 was a Monday. */
const MONDAY_MS = 4 * DAY_MS;

function weekdayName(language: Language, day: Weekday): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return format.format(MONDAY_MS + WEEKDAYS.indexOf(day) * DAY_MS);
}
