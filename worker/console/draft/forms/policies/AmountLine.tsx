/** A stretch of time as the agreement states it (CAL4): a number, and what it is counted in. */
import type { Target } from '../../../../../shared/definitions/policy.ts';
import type { PolicyFormWords, Unit } from '../../../../../shared/messages/policyForm/words.ts';
import { Select } from '../../../ui/Select.tsx';
import { NumberLine } from '../pieces/lines.tsx';
import type { ToldProps } from '../pieces/Told.tsx';
import type { PartProps } from '../part.ts';
import { Faults } from '../pieces/Told.tsx';
import { pointerOf } from '../pointer.ts';

interface Props extends ToldProps, Pick<PartProps, 'change'> {
  readonly value: Target;
  readonly said: PolicyFormWords;
  /** Of the promise it belongs to: its steps count in the same kind of time (CLK7). */
  readonly like?: Target;
}

const WALL: readonly Unit[] = ['minutes', 'hours'];
const OPEN: readonly Unit[] = ['businessMinutes', 'businessHours', 'businessDays'];

export function AmountLine({ value, said, like, change, pointer, label, problems, hint }: Props) {
  const [unit, amount] = amountOf(value);
  const kinds = like === undefined ? [...OPEN, ...WALL] : WALL.includes(amountOf(like)[0]) ? WALL : OPEN;
  // What it says now stays to be seen, though it should say something else.
  const units = kinds.includes(unit) ? kinds : [unit, ...kinds];
  return (
    <div class="amount" data-at={pointer}>
      <NumberLine
        label={label}
        hint={hint}
        pointer={`${pointer}${pointerOf(unit)}`}
        problems={problems}
        change={change}
        value={amount}
        min={1}
        step={unit === 'businessDays' ? 1 : 'any'}
      />
      <Select
        label={`${label}: ${said.unit}`}
        value={unit}
        options={units.map((one) => [one, said.units[one]] as const)}
        onChoose={(next) =>
          change([pointer, { [next]: next === 'businessDays' ? Math.max(1, Math.round(amount)) : amount }])
        }
      />
      <Faults pointer={pointer} problems={problems} />
    </div>
  );
}

function amountOf(target: Target): readonly [Unit, number] {
  if ('minutes' in target) return ['minutes', target.minutes];
  if ('hours' in target) return ['hours', target.hours];
  if ('businessMinutes' in target) return ['businessMinutes', target.businessMinutes];
  if ('businessHours' in target) return ['businessHours', target.businessHours];
  return ['businessDays', target.businessDays];
}
