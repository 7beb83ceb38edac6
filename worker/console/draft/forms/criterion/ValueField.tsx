/** One value by its type: a choice, yes or no, a number, a date, a text. */
import type { Field } from '../../../../../shared/definitions/field.ts';
import { useSession } from '../../../session.ts';
import { Select } from '../../../ui/Select.tsx';
import { NumberInput } from '../pieces/NumberInput.tsx';

interface Props {
  readonly label: string;
  readonly type: Field['type'];
  readonly choices: readonly (readonly [string, string])[] | null;
  readonly isWhole?: boolean;
  readonly value: unknown;
  readonly onValue: (value: string | number | boolean) => void;
}

export function ValueField({ label, type, choices, isWhole = false, value, onValue }: Props) {
  const { messages } = useSession();
  const text = value === undefined || value === null ? '' : String(value);
  if (choices !== null) {
    const isKnown = choices.some(([id]) => id === text);
    return (
      <Select
        label={label}
        value={text}
        options={isKnown ? choices : [[text, text], ...choices]}
        onChoose={onValue}
      />
    );
  }
  if (type === 'boolean')
    return (
      <Select
        label={label}
        value={text === 'false' ? 'false' : 'true'}
        options={[
          ['true', messages.words.yes],
          ['false', messages.words.no],
        ]}
        onChoose={(chosen) => onValue(chosen === 'true')}
      />
    );
  if (type === 'number')
    return (
      <NumberInput
        isWhole={isWhole}
        aria-label={label}
        value={typeof value === 'number' ? value : text}
        onNumber={(next) => {
          if (next !== undefined) onValue(next);
        }}
      />
    );
  if (type === 'date')
    return (
      <input
        type="date"
        aria-label={label}
        value={text}
        onInput={({ currentTarget }) => {
          // A date half written is none yet.
          if (currentTarget.value !== '') onValue(currentTarget.value);
        }}
      />
    );
  return (
    <input
      type="text"
      aria-label={label}
      value={text}
      onInput={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
}
