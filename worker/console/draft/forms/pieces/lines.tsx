/** The plain controls of a form, each bound to its place in the draft: text, number, yes or no, a choice. */
import type { PartProps } from '../part.ts';
import { Select } from '../../../ui/Select.tsx';
import { NumberInput } from './NumberInput.tsx';
import { Told, type ToldProps } from './Told.tsx';

interface Bound<T> extends ToldProps {
  readonly value: T;
  readonly change: PartProps['change'];
}

interface TextProps extends Bound<string | undefined> {
  /** Lines of a longer text. */
  readonly rows?: number;
  /** Left out of the draft when empty. */
  readonly optional?: boolean;
  readonly list?: string;
}

export function TextLine({ value, change, rows, optional = false, list, ...told }: TextProps) {
  const write = (text: string) => change([told.pointer, optional && text === '' ? undefined : text]);
  return (
    <Told {...told}>
      {(control) =>
        rows === undefined ? (
          <input
            {...control}
            type="text"
            list={list}
            value={value ?? ''}
            onInput={({ currentTarget }) => write(currentTarget.value)}
          />
        ) : (
          <textarea
            {...control}
            rows={rows}
            value={value ?? ''}
            onInput={({ currentTarget }) => write(currentTarget.value)}
          />
        )
      }
    </Told>
  );
}

interface NumberProps extends Bound<number | undefined> {
  readonly min?: number;
  readonly max?: number;
  /** `any` lets fractions in. */
  readonly step?: number | 'any';
  /** Left out of the draft when empty; else what is no number is not taken over. */
  readonly optional?: boolean;
}

export function NumberLine({ value, change, min, max, step = 1, optional = false, ...told }: NumberProps) {
  return (
    <Told {...told}>
      {(control) => (
        <NumberInput
          {...control}
          min={min}
          max={max}
          isWhole={step !== 'any'}
          value={value}
          onNumber={(next) => {
            if (next !== undefined || optional) change([told.pointer, next]);
          }}
        />
      )}
    </Told>
  );
}

interface PickProps<T extends string> extends Bound<T | undefined> {
  readonly options: readonly (readonly [value: T, label: string])[];
  /** What "none" is called, where the property may be left out. */
  readonly none?: string;
}

export function PickLine<T extends string>({ value, change, options, none, ...told }: PickProps<T>) {
  const known = options.some(([one]) => one === value);
  const all: readonly (readonly [string, string])[] = [
    ...(none === undefined ? [] : [['', none] as const]),
    ...options,
    // What the draft says stays to be seen, though nothing of that name is there any more.
    ...(value === undefined || known ? [] : [[value, value] as const]),
  ];
  return (
    <Told {...told}>
      {(control) => (
        <Select
          control={control}
          value={value ?? ''}
          options={all}
          onChoose={(chosen) => change([told.pointer, chosen === '' ? undefined : chosen])}
        />
      )}
    </Told>
  );
}

interface CheckProps extends Omit<Bound<boolean | undefined>, 'hint'> {}

/** No and left out are the same: it is left out. */
export function CheckLine({ label, pointer, value, change }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        data-at={pointer}
        checked={value === true}
        onChange={({ currentTarget }) => change([pointer, currentTarget.checked ? true : undefined])}
      />
      {label}
    </label>
  );
}
