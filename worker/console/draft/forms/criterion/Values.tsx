/** Several values: each to be taken away, another to be added. */
import { useState } from 'preact/hooks';
import type { Field } from '../../../../../shared/definitions/field.ts';
import type { CriterionFormWords } from '../../../../../shared/messages/criterionForm/words.ts';

interface Props {
  readonly said: CriterionFormWords;
  readonly type: Field['type'];
  /** `[value, label]`; null where anything will do. */
  readonly choices: readonly (readonly [string, string])[] | null;
  readonly values: readonly unknown[];
  readonly onValues: (values: readonly unknown[]) => void;
}

const TEXT = { type: 'text' } as const;
const KINDS = {
  text: TEXT,
  choice: TEXT,
  boolean: TEXT,
  number: { type: 'number' },
  date: { type: 'date' },
} as const;

export function Values({ said, type, choices, values, onValues }: Props) {
  const [typed, setTyped] = useState('');
  const labelOf = (value: unknown) => choices?.find(([id]) => id === value)?.[1] ?? String(value);
  const left = choices?.filter(([id]) => !values.includes(id)) ?? [];
  const add = (text: string) => {
    const value = type === 'number' ? Number(text) : text;
    setTyped('');
    if (text.trim() === '' || Number.isNaN(value) || values.includes(value)) return;
    onValues([...values, value]);
  };
  return (
    <div class="values" role="group" aria-label={said.values}>
      {values.map((value, place) => (
        <span class="value" key={place}>
          {labelOf(value)}
          <button
            type="button"
            class="quiet"
            aria-label={said.removeValue(labelOf(value))}
            onClick={() => onValues(values.toSpliced(place, 1))}
          >
            ×
          </button>
        </span>
      ))}
      {choices === null ? (
        <input
          {...KINDS[type]}
          aria-label={said.addValue}
          placeholder={said.addValue}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={() => add(typed)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add(typed);
          }}
        />
      ) : left.length === 0 ? null : (
        <select
          aria-label={said.addValue}
          value=""
          onChange={({ currentTarget }) => {
            add(currentTarget.value);
            currentTarget.value = '';
          }}
        >
          <option value="">{said.addValue}</option>
          {left.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
