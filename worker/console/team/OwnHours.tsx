/** A person's or a team's own hours (CAL8), or none of their own. */
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import { useQuery } from '../api/hooks.ts';
import { agreement } from '../api/resources.ts';
import { WeekHours } from '../ui/WeekHours.tsx';
import { ZoneField } from '../ui/ZoneField.tsx';

/** Told at its own field. */
const ZONE = '/hours/zone';

interface Props {
  readonly legend: string;
  readonly hint: string;
  /** Whose they are: the calendar's label. */
  readonly name: string;
  readonly value: Calendar | null;
  /** What the worker said about what was sent, by pointer. */
  readonly fields: Readonly<Record<string, string>>;
  readonly onChange: (hours: Calendar | null) => void;
}

export function OwnHours({ legend, hint, name, value, fields, onChange }: Props) {
  const definitions = useQuery(agreement).value?.definitions;
  const usual = definitions?.calendars[definitions.workspaceCalendar];
  const wrong = Object.entries(fields).filter(
    ([pointer]) => pointer.startsWith('/hours/') && pointer !== ZONE,
  );
  return (
    <fieldset class="own-hours">
      <label class="check">
        <input
          type="checkbox"
          checked={value !== null}
          disabled={!usual}
          onChange={({ currentTarget }) =>
            onChange(
              currentTarget.checked && usual
                ? { label: name, zone: usual.zone, week: usual.week, holidays: [] }
                : null,
            )
          }
        />{' '}
        {legend}
      </label>
      <p class="minor">{hint}</p>
      {value ? (
        <>
          <ZoneField
            zone={value.zone}
            wrong={fields[ZONE]}
            onChange={(zone) => onChange({ ...value, zone })}
          />
          <WeekHours week={value.week} onChange={(week) => onChange({ ...value, week })} />
          {wrong.map(([pointer, detail]) => (
            <p key={pointer} class="wrong">
              {detail}
            </p>
          ))}
        </>
      ) : null}
    </fieldset>
  );
}
