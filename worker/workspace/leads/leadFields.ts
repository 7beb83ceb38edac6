/** Values of lead fields, held against the agreement that names them. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Scalar } from '../../../shared/lead/facts.ts';
import { RESERVED_FIELDS } from '../../../shared/lead/vocabulary.ts';
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
    return fault === undefined ? [] : [{ pointer: `${pointer}/${id}`, detail: fault }];
  });
  return JSON.stringify(fields).length > MOST_CHARACTERS
    ? [...faults, { pointer, detail: `fields take more than ${MOST_CHARACTERS} characters` }]
    : faults;
}

/** A sentence, or undefined when the value fits. `null` forgets a value and always fits. */
export function fieldFault(definitions: Definitions, id: string, value: Scalar | null): string | undefined {
  const field = definitions.fields.find((one) => one.id === id);
  if (!field && RESERVED_FIELDS.some((name) => name === id)) {
    return value === null || typeof value === 'string' ? undefined : 'this field takes text';
  }
  if (!field) return `the agreement has no field "${id}"`;
  if (value === null) return undefined;
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? undefined : 'this field takes a number';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'this field takes true or false';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
        ? undefined
        : 'this field takes a date, YYYY-MM-DD';
    case 'choice':
      return field.choices?.some((choice) => choice.id === value)
        ? undefined
        : `this field takes one of: ${field.choices?.map((choice) => choice.id).join(', ')}`;
    case 'text':
      return typeof value === 'string' ? undefined : 'this field takes text';
  }
}
