/** The next 12 months' holidays of a country and its parts, to be ticked; fetched when they are asked for. */
import { useEffect, useState } from 'preact/hooks';
import type { Calendar } from '../../../../../shared/definitions/calendar.ts';
import type { CalendarFormWords } from '../../../../../shared/messages/calendarForm/words.ts';
import { useSession } from '../../../session.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import {
  type Holiday,
  holidayOf,
  type OfferedDay,
  ticked,
  usualHours,
} from '../../../ui/holidays/offeredDay.ts';

interface Props {
  readonly calendar: Calendar;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly said: CalendarFormWords;
  readonly onChange: (holidays: readonly Holiday[]) => void;
}

type Library = typeof import('../../../ui/holidays/countryHolidays.ts');

const KINDS = ['public', 'optional', 'other'] as const;

export function CountryHolidays({ calendar, today, said, onChange }: Props) {
  const { language, format, words } = useSession();
  const [library, setLibrary] = useState<Library | null>(null);
  const [hasFailed, fail] = useState(false);
  const [country, setCountry] = useState('');
  const [state, setState] = useState('');
  const [region, setRegion] = useState('');
  useEffect(() => {
    let isHere = true;
    import('../../../ui/holidays/countryHolidays.ts').then(
      (loaded) => {
        if (!isHere) return;
        setLibrary(loaded);
        setCountry(loaded.countryOfZone(calendar.zone) ?? '');
      },
      () => isHere && fail(true),
    );
    return () => {
      isHere = false;
    };
  }, []);
  const { country: words2 } = said;
  if (hasFailed) return <p role="alert">{words2.failed}</p>;
  if (!library)
    return (
      <>
        <p role="status">{words2.loading}</p>
        <Skeleton words={words} lines={4} />
      </>
    );
  const countries = library.countries(language);
  const states = country === '' ? [] : library.statesOf(country, language);
  const regions = state === '' ? [] : library.regionsOf(country, state, language);
  const place = { country, state: state || null, region: region || null };
  const days = country === '' ? [] : library.daysIn(place, today, yearAfter(today), language);
  const { holidays, week } = calendar;
  const isTicked = (day: OfferedDay) => holidays.some(({ on }) => on === day.on);
  const count = days.filter(isTicked).length;
  const options = (list: typeof countries, none: string) => [
    ['', none] as const,
    ...list.map(({ id, label }) => [id, label] as const),
  ];
  const called = [countries, states, regions]
    .flatMap((list, at) => list.find(({ id }) => id === [country, state, region][at])?.label ?? [])
    .join(' · ');
  return (
    <section class="country" aria-label={words2.days(called)}>
      <p class="minor">{words2.about}</p>
      <div class="pair">
        <Field label={words2.country}>
          {(control) => (
            <Select
              control={control}
              value={country}
              options={options(countries, words2.choose)}
              onChoose={(id) => {
                setCountry(id);
                setState('');
                setRegion('');
              }}
            />
          )}
        </Field>
        {states.length === 0 ? null : (
          <Field label={words2.state}>
            {(control) => (
              <Select
                control={control}
                value={state}
                options={options(states, words2.whole)}
                onChoose={(id) => {
                  setState(id);
                  setRegion('');
                }}
              />
            )}
          </Field>
        )}
        {regions.length === 0 ? null : (
          <Field label={words2.region}>
            {(control) => (
              <Select
                control={control}
                value={region}
                options={options(regions, words2.whole)}
                onChoose={setRegion}
              />
            )}
          </Field>
        )}
      </div>
      {country !== '' && days.length === 0 ? <p>{words2.none}</p> : null}
      {KINDS.map((kind) => {
        const offered = days.filter((day) => day.kind === kind);
        if (offered.length === 0) return null;
        const list = (
          <ul class="offered">
            {offered.map((day) => (
              <li key={day.on}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={isTicked(day)}
                    onChange={({ currentTarget }) =>
                      onChange(ticked(holidays, holidayOf(day, week), currentTarget.checked))
                    }
                  />
                  <span class="on">
                    {format.weekday(Date.parse(day.on), 0)} {format.date(Date.parse(day.on), 0, true)}
                  </span>
                  <span>
                    {day.label}
                    <span class="minor"> {notes(day, week, words2).join(' · ')}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        );
        return kind === 'other' ? (
          <details key={kind}>
            <summary>{words2.kinds[kind]}</summary>
            {list}
          </details>
        ) : (
          <fieldset key={kind}>
            <legend>{words2.kinds[kind]}</legend>
            {list}
            {kind === 'public' && !offered.every(isTicked) ? (
              <button
                type="button"
                onClick={() =>
                  onChange(
                    offered.reduce((all, day) => ticked(all, holidayOf(day, week), true), [
                      ...holidays,
                    ] as readonly Holiday[]),
                  )
                }
              >
                {words2.tickAll}
              </button>
            ) : null}
          </fieldset>
        );
      })}
      <p class="minor">
        <span role="status">{format.plural(count, words2.ticked)}</span> · {words2.licence}
      </p>
    </section>
  );
}

function notes(
  day: OfferedDay,
  week: Calendar['week'],
  said: CalendarFormWords['country'],
): readonly string[] {
  const { isMoved, closed, on } = day;
  return [
    ...(isMoved ? [said.moved] : []),
    ...(closed === null ? [] : [said.part(...closed)]),
    ...(usualHours(week, on).length === 0 ? [said.notOpen] : []),
  ];
}

/** The same date a year on, less a day. */
function yearAfter(on: string): string {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
