/** What something is called, as every form of a thing with a name begins. */
import type { Failure } from '../api/failure.ts';
import { Field } from './Field.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  /** What the worker said to `/label`. */
  readonly failure: Failure | null;
  readonly onChange: (name: string) => void;
}

export function NameField({ label, value, failure, onChange }: Props) {
  return (
    <Field label={label} wrong={failure?.fields['/label']}>
      {(control) => (
        <input
          {...control}
          required
          maxLength={200}
          value={value}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
}
