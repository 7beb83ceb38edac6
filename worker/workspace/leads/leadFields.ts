/** Values of lead fields, held against the agreement that names them. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Scalar } from '../../../shared/lead/facts.ts';
import { RESERVED_FIELDS } from '../../../shared/lead/vocabulary.ts';
import type { Reason } from '../../../shared/protocol/reason.ts';
import { faultAt } from '../../reasons.ts';
import type { Fault } from '../agreement/calendarErrors.ts';

/** Longest set of fields one request may give one lead, in characters of JSON. */
const MOST_CHARACTERS = 64 * 1024;

export function fieldFaults(
  definitions: Definitions,
  fields: Readonly<Record<string, Scalar | null>>,
  pointer: string,
): Fault[] {
  const faults = Object.entries(fields).flatMap(([id, value]): Fault[] => {
    const fault = fieldFault(definitions, id, value);
    return fault === undefined ? [] : [faultAt(`${pointer}/${id}`, fault)];
  });
  return JSON.stringify(fields).length > MOST_CHARACTERS
    ? [...faults, faultAt(pointer, { code: 'too_long', max: MOST_CHARACTERS })]
    : faults;
}

/** Undefined when the value fits. `null` forgets a value and always fits. */
export function fieldFault(definitions: Definitions, id: string, value: Scalar | null): Reason | undefined {
  const field = definitions.fields.find((one) => one.id === id);
  if (!field && RESERVED_FIELDS.some((name) => name === id)) {
    return value === null || typeof value === 'string' ? undefined : { code: 'takes_text' };
  }
  if (!field) return { code: 'no_field', name: id };
  if (value === null) return undefined;
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? undefined : { code: 'takes_number' };
    case 'boolean':
      return typeof value === 'boolean' ? undefined : { code: 'takes_yes_no' };
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
        ? undefined
        : { code: 'takes_date' };
    case 'choice': {
      const choices = field.choices?.map((choice) => choice.id) ?? [];
      return choices.some((choice) => choice === value) ? undefined : { code: 'takes_choice', choices };
    }
    case 'text':
      return typeof value === 'string' ? undefined : { code: 'takes_text' };
  }
}
