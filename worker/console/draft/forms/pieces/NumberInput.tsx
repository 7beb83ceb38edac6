/**
 * A number as it is typed: "1." on the way to "1.5" stays as it is, and what is no number is never taken
 * over; left like that, the field says again what the draft says.
 */
import { useRef, useState } from 'preact/hooks';
import type { Control } from '../../../ui/Field.tsx';

interface Props extends Partial<Control> {
  readonly class?: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly 'aria-label'?: string;
  readonly 'data-at'?: string;
  readonly value: number | string | undefined;
  readonly isWhole?: boolean;
  /** Undefined when it was emptied. */
  readonly onNumber: (value: number | undefined) => void;
}

export function NumberInput({ value, isWhole = true, onNumber, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  /** What the draft says since the last key; something else came from elsewhere. */
  const known = useRef(value);
  if (typed === null) known.current = value;
  // Emptied, the draft may say nothing, or still what it said.
  const isStale = typed !== null && typed !== '' && known.current !== value;
  return (
    <input
      {...rest}
      type="number"
      inputMode={isWhole ? 'numeric' : 'decimal'}
      step={isWhole ? 1 : 'any'}
      value={typed === null || isStale ? (value ?? '') : typed}
      onInput={({ currentTarget: { value: text, valueAsNumber, validity } }) => {
        setTyped(text);
        if (!Number.isNaN(valueAsNumber)) {
          const next = isWhole ? Math.trunc(valueAsNumber) : valueAsNumber;
          known.current = next;
          onNumber(next);
        } else if (text === '' && !validity.badInput) {
          onNumber(undefined);
        }
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
