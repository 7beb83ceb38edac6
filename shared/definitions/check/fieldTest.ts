/** A test fits the type of its field: no "at least" of a text, no word for a number (PRD1). */
import { OPERATORS, type Operator } from '../../predicate/predicate.ts';
import type { Field } from '../field.ts';
import { type At, child, items, textOf } from './at.ts';
import type { Names } from './names.ts';
import type { Tell } from './problem.ts';
import { tellUnknown, tellUnknownChoice } from './references.ts';

type Type = Field['type'];

const ANY: readonly Type[] = ['text', 'number', 'boolean', 'date', 'choice'];
const ORDERED: readonly Type[] = ['number', 'date'];
const WORDS: readonly Type[] = ['text', 'choice'];
/** Which operators a field's type can be asked by. */
export const FITS: Readonly<Record<Operator, readonly Type[]>> = {
  is: ANY,
  isNot: ANY,
  in: ANY,
  inList: ['text', 'choice', 'number', 'date'],
  atLeast: ORDERED,
  atMost: ORDERED,
  between: ORDERED,
  contains: WORDS,
  startsWith: WORDS,
  endsWith: WORDS,
  known: ANY,
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function checkFieldTest(at: At, names: Names, tell: Tell): void {
  const named = child(at, 'field');
  tellUnknown(named, 'field', names, tell);
  tellUnknown(child(at, 'inList'), 'list', names, tell);
  const field = textOf(named) ?? '';
  const known = names.fields.get(field);
  if (known === undefined) return;
  for (const operator of OPERATORS) {
    const wanted = child(at, operator);
    if (wanted.value === undefined) continue;
    if (!FITS[operator].includes(known.type))
      tell(wanted.pointer, { code: 'operator_type', operator, field, type: known.type });
    else if (COMPARES_VALUES.has(operator)) {
      for (const value of Array.isArray(wanted.value) ? items(wanted) : [wanted]) {
        if (known.choices !== null && typeof value.value === 'string')
          tellUnknownChoice(value, known.choices, tell);
        else if (!isOfType(value.value, known.type))
          tell(value.pointer, { code: 'value_type', field, type: known.type });
      }
    }
  }
  tellEmptyRange(child(at, 'between'), tell);
}

const COMPARES_VALUES = new Set<Operator>(['is', 'isNot', 'in', 'atLeast', 'atMost', 'between']);

/** Numbers compare with the text that writes them; values of no scalar type are the schema's to tell. */
function isOfType(value: unknown, type: Type): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'string'
        ? value.trim() !== '' && Number.isFinite(Number(value))
        : value !== true && value !== false;
    case 'boolean':
      return typeof value === 'string' ? value === 'true' || value === 'false' : typeof value !== 'number';
    case 'date':
      return typeof value === 'string' ? DATE.test(value) : typeof value === 'object';
    default:
      return true;
  }
}

function tellEmptyRange(between: At, tell: Tell): void {
  const [low, high] = items(between).map(({ value }) => value);
  const numbers = typeof low === 'number' && typeof high === 'number' && low > high;
  const dates = typeof low === 'string' && typeof high === 'string' && low > high;
  if (numbers || dates) tell(between.pointer, { code: 'empty_range' });
}
