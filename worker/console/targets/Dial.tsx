/** A number somebody tries out: typed, or moved by a slider where it has ends. Empty is "as it is today". */
import { Field } from '../ui/Field.tsx';

interface Props {
  readonly label: string;
  /** What the slider is called: two controls must not have one name. */
  readonly slider: string;
  readonly hint: string;
  /** Tried; null = as today. */
  readonly tried: number | null;
  /** As today; null = not known. */
  readonly known: number | null;
  readonly step: number;
  /** Left out: typed only. */
  readonly most?: number | undefined;
  readonly least?: number;
  readonly onTry: (value: number | undefined) => void;
}

export function Dial({ label, slider, hint, tried, known, step, most, least = 0, onTry }: Props) {
  const shown = tried ?? known;
  const read = (control: HTMLInputElement) => {
    const value = control.valueAsNumber;
    onTry(Number.isNaN(value) || value < least ? undefined : value);
  };
  return (
    <div class="dial" data-tried={tried === null ? undefined : ''}>
      <Field label={label} hint={hint}>
        {(control) => (
          <input
            {...control}
            type="number"
            inputMode="decimal"
            min={least}
            max={most}
            step="any"
            value={shown ?? ''}
            onInput={({ currentTarget }) => read(currentTarget)}
          />
        )}
      </Field>
      {most === undefined ? null : (
        <input
          type="range"
          aria-label={slider}
          min={least}
          max={most}
          step={step}
          value={shown ?? least}
          onInput={({ currentTarget }) => read(currentTarget)}
        />
      )}
    </div>
  );
}
