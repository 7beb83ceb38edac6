/** Properties of signals have no agreed type: what is asked for tells how it is asked. */
import type { Field } from '../../../../../shared/definitions/field.ts';
import { operatorOf, type Test, wantedOf } from './operator.ts';

export function propertyTypeOf(test: Test): Field['type'] {
  const operator = operatorOf(test);
  const wanted = wantedOf(test);
  const one: unknown = Array.isArray(wanted) ? wanted[0] : wanted;
  if (typeof one === 'number') return 'number';
  if (typeof one === 'boolean' && operator !== 'known') return 'boolean';
  const isOrdered = operator === 'atLeast' || operator === 'atMost' || operator === 'between';
  return isOrdered ? 'date' : 'text';
}
