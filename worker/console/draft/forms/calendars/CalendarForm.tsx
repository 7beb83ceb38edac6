/** One calendar: where it is, when it is open, which days it is not. */
import { useState } from 'preact/hooks';
import type { Calendar } from '../../../../../shared/definitions/calendar.ts';
import type { CalendarFormWords } from '../../../../../shared/messages/calendarForm/words.ts';
import { WeekHours } from '../../../ui/WeekHours.tsx';
import { ZoneField } from '../../../ui/ZoneField.tsx';
import type { PartProps } from '../part.ts';
import { TextLine } from '../pieces/lines.tsx';
import { Faults } from '../pieces/Told.tsx';
import { isUnder } from '../pointer.ts';
import { CountryHolidays } from './CountryHolidays.tsx';
import { HolidayList } from './HolidayList.tsx';

interface Props extends PartProps {
  readonly calendar: Calendar;
  readonly pointer: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly said: CalendarFormWords;
}

export function CalendarForm({ calendar, pointer, today, said, ...part }: Props) {
  const { change, problems } = part;
  const [isChoosing, choose] = useState(false);
  const wrong = problems.filter((one) => one.pointer === `${pointer}/zone`).map(({ message }) => message);
  const ofWeek = problems.filter((one) => isUnder(one.pointer, `${pointer}/week`));
  const holidays = `${pointer}/holidays`;
  const write = (next: readonly Calendar['holidays'][number][]) => change([holidays, next]);
  return (
    <>
      <div class="pair">
        <TextLine
          label={said.name}
          pointer={`${pointer}/label`}
          problems={problems}
          change={change}
          value={calendar.label}
        />
        <div data-at={`${pointer}/zone`}>
          <ZoneField
            zone={calendar.zone}
            wrong={wrong.length > 0 ? wrong.join(' ') : undefined}
            onChange={(zone) => change([`${pointer}/zone`, zone])}
          />
        </div>
      </div>
      <fieldset data-at={`${pointer}/week`}>
        <legend>{said.week}</legend>
        <WeekHours week={calendar.week} onChange={(week) => change([`${pointer}/week`, week])} />
        {[...new Set(ofWeek.map((one) => one.pointer))].map((one) => (
          <Faults key={one} pointer={one} problems={ofWeek} />
        ))}
      </fieldset>
      <HolidayList
        calendar={calendar}
        pointer={holidays}
        today={today}
        said={said}
        problems={problems}
        change={change}
        onChange={write}
      />
      {isChoosing ? (
        <CountryHolidays calendar={calendar} today={today} said={said} onChange={write} />
      ) : (
        <div class="buttons">
          <button type="button" onClick={() => choose(true)}>
            {said.country.open}
          </button>
        </div>
      )}
    </>
  );
}
