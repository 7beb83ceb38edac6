/** How a line compares: which ways fit what it is about, and what it asks for when another is chosen. */
import { FITS } from '../../../../../shared/definitions/check/fieldTest.ts';
import { ownValue } from '../../../../../shared/definitions/check/at.ts';
import type { Field } from '../../../../../shared/definitions/field.ts';
import { OPERATORS, type Operator } from '../../../../../shared/predicate/predicate.ts';

/** Anything that compares one value: a field's test, a property's, of a domain, of points. */
export type Test = object;

/** What fits a value of this type (PRD1). */
export function operatorsOf(type: Field['type']): readonly Operator[] {
  return OPERATORS.filter((operator) => FITS[operator].includes(type));
}

/** The first it has; undefined where it has none yet. */
export function operatorOf(test: Test): Operator | undefined {
  return OPERATORS.find((operator) => ownValue(test, operator) !== undefined);
}

export function wantedOf(test: Test): unknown {
  const operator = operatorOf(test);
  return operator === undefined ? undefined : ownValue(test, operator);
}

export interface Wanting {
  readonly type: Field['type'];
  /** Values it can have, where they are known. */
  readonly choices: readonly string[];
  readonly lists: readonly string[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** The same line by another operator, keeping of what it asked for whatever the new one can use. */
export function withOperator<T extends Test>(test: T, operator: Operator, wanting: Wanting): T {
  const before = operatorOf(test);
  if (before === operator) return test;
  const wanted = wantedOf(test);
  const rest = Object.fromEntries(
    Object.entries(test).filter(([key]) => !OPERATORS.some((name) => name === key)),
  );
  return { ...rest, [operator]: wantedBy(operator, wanted, wanting) } as T;
}

function wantedBy(operator: Operator, before: unknown, wanting: Wanting): unknown {
  const one = oneOf(before, wanting);
  switch (operator) {
    case 'known':
      return true;
    case 'in':
      return one === '' ? [] : [one];
    case 'inList':
      return wanting.lists[0] ?? '';
    case 'between':
      return Array.isArray(before) && before.length === 2 ? before : [one, one];
    default:
      return one;
  }
}

/** One value of the type, from what was asked for if it is one. */
function oneOf(before: unknown, { type, choices, today }: Wanting): string | number | boolean {
  const first: unknown = Array.isArray(before) ? before[0] : before;
  switch (type) {
    case 'number':
      return typeof first === 'number' ? first : 1;
    case 'boolean':
      return typeof first === 'boolean' ? first : true;
    case 'date':
      return typeof first === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(first) ? first : today;
    case 'choice':
      return typeof first === 'string' && choices.includes(first) ? first : (choices[0] ?? '');
    default:
      return typeof first === 'string' ? first : '';
  }
}
