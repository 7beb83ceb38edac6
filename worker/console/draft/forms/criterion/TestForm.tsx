/** How a value compares, and with what: only what fits the type can be asked. */
import { ownValue } from '../../../../../shared/definitions/check/at.ts';
import type { Field } from '../../../../../shared/definitions/field.ts';
import type { Operator } from '../../../../../shared/predicate/predicate.ts';
import { Select } from '../../../ui/Select.tsx';
import { type Building, today } from './building.ts';
import { operatorOf, operatorsOf, type Test, wantedOf, withOperator } from './operator.ts';
import { ValueField } from './ValueField.tsx';
import { Values } from './Values.tsx';

interface Props<T extends Test> {
  readonly building: Building;
  readonly test: T;
  readonly type: Field['type'];
  /** `[value, label]`; null where anything will do. */
  readonly choices: readonly (readonly [string, string])[] | null;
  /** Of all that fit the type, those this line has. */
  readonly only?: readonly Operator[];
  readonly isWhole?: boolean;
  readonly onReplace: (next: T) => void;
}

export function TestForm<T extends Test>({
  building,
  test,
  type,
  choices,
  only,
  isWhole = false,
  onReplace,
}: Props<T>) {
  const { said, definitions } = building;
  const operator = operatorOf(test) ?? 'known';
  const wanted = wantedOf(test);
  const fitting = only ?? operatorsOf(type);
  const offered = fitting.includes(operator) ? fitting : [operator, ...fitting];
  const lists = Object.entries(definitions.lists).map(([id, { label }]) => [id, label || id] as const);
  const put = (value: unknown) => onReplace({ ...test, [operator]: value });
  const field = (value: unknown, label: string, onValue: (next: unknown) => void) => (
    <ValueField
      label={label}
      type={operator === 'contains' || operator === 'startsWith' || operator === 'endsWith' ? 'text' : type}
      choices={operator === 'is' || operator === 'isNot' ? choices : null}
      isWhole={isWhole}
      value={value}
      onValue={onValue}
    />
  );
  const control = () => {
    switch (operator) {
      case 'known':
        return (
          <Select
            label={said.value}
            value={wanted === false ? 'unknown' : 'known'}
            options={[
              ['known', said.known],
              ['unknown', said.unknown],
            ]}
            onChoose={(chosen) => put(chosen === 'known')}
          />
        );
      case 'inList': {
        const value = String(wanted);
        const isKnown = lists.some(([id]) => id === value);
        return (
          <Select
            label={said.value}
            value={value}
            options={isKnown ? lists : [[value, value], ...lists]}
            onChoose={put}
          />
        );
      }
      case 'in':
        return (
          <Values
            said={said}
            type={type}
            choices={choices}
            values={Array.isArray(wanted) ? (wanted as readonly unknown[]) : []}
            onValues={put}
          />
        );
      case 'between': {
        const [low, high] = [ownValue(wanted, 0), ownValue(wanted, 1)];
        return (
          <>
            {field(low, said.from, (next) => put([next, high]))}
            {field(high, said.to, (next) => put([low, next]))}
          </>
        );
      }
      default:
        return field(wanted, said.value, put);
    }
  };
  return (
    <>
      <Select
        label={said.operator}
        value={operator}
        options={offered.map((name) => [name, said.operators[name]])}
        onChoose={(name) =>
          onReplace(
            withOperator(test, name, {
              type,
              choices: choices?.map(([id]) => id) ?? [],
              lists: lists.map(([id]) => id),
              today: today(),
            }),
          )
        }
      />
      {control()}
    </>
  );
}
