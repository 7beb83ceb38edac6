/** A choice among values known by name; nothing else can come out of it. */
import type { Control } from './Field.tsx';

interface Props<T extends string> {
  readonly control?: Control;
  /** Its name where no label stands beside it. */
  readonly label?: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChoose: (value: T) => void;
}

export function Select<T extends string>({ control, label, value, options, onChoose }: Props<T>) {
  return (
    <select
      {...control}
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = options.find(([one]) => one === currentTarget.value);
        if (chosen) onChoose(chosen[0]);
      }}
    >
      {options.map(([one, label]) => (
        <option key={one} value={one}>
          {label}
        </option>
      ))}
    </select>
  );
}
