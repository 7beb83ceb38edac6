/** A whole number in a line of a criterion; empty where it may be left out. */
import { NumberInput } from '../pieces/NumberInput.tsx';

interface Props {
  readonly label: string;
  readonly value: number | undefined;
  /** Shown where nothing is asked for. */
  readonly empty?: string;
  readonly min?: number;
  /** Undefined when it was emptied. */
  readonly onCount: (value: number | undefined) => void;
}

export function Count({ label, value, empty, min = 1, onCount }: Props) {
  return (
    <label class="count">
      <span>{label}</span>
      <NumberInput
        min={min}
        placeholder={empty}
        value={value}
        onNumber={(next) => {
          if (next !== undefined || empty !== undefined) onCount(next);
        }}
      />
    </label>
  );
}
