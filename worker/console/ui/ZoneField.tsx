/** A time zone by its IANA name, among those this browser knows. */
import { useId } from 'preact/hooks';
import { weekHoursWords } from '../../../shared/messages/weekHours.ts';
import { useSession } from '../session.ts';
import { Field } from './Field.tsx';

interface Props {
  readonly zone: string;
  readonly wrong?: string | undefined;
  readonly onChange: (zone: string) => void;
}

export function ZoneField({ zone, wrong, onChange }: Props) {
  const { language } = useSession();
  const words = weekHoursWords(language);
  const list = useId();
  const zones = Intl.supportedValuesOf('timeZone');
  const said = wrong === undefined || zones.includes(zone) ? wrong : words.noZone;
  return (
    <>
      <Field label={words.zone} hint={words.zoneHint} wrong={said}>
        {(control) => (
          <input
            {...control}
            required
            list={list}
            value={zone}
            onInput={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )}
      </Field>
      <datalist id={list}>
        {zones.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}
