/** What there is in an RD Station Marketing account to map: fields of contacts; it tells of no users. */
import type { Answer, Described, Line, TheirField } from '../connector.ts';
import { COMPANY, FUNNEL } from './records.ts';
import { type Field, fieldsOf, isOurs, isWritable } from './writing.ts';

export async function describe(line: Line): Promise<Answer<Described>> {
  const fields = await fieldsOf(line);
  if (!fields.ok) return fields;
  const own = fields.value.filter(({ api_identifier: id }) => !isOurs(id) && !ADDRESSES.has(id)).map(fieldOf);
  return { ok: true, value: { fields: [...own, ...TOLD], people: [] } };
}

/** They always come. */
const ADDRESSES = new Set(['email', 'personal_phone', 'mobile_phone', 'phone']);

const TOLD: readonly TheirField[] = [
  { id: COMPANY, label: 'Empresa', type: 'text', writable: false },
  ...FUNNEL.map((id): TheirField => ({ id, label: id.replaceAll('_', ' '), type: 'text', writable: false })),
];

const TYPES: Readonly<Record<string, TheirField['type']>> = { INTEGER: 'number', BOOLEAN: 'boolean' };

function fieldOf({ api_identifier: id, data_type, label, name, validation_rules }: Field): TheirField {
  const options = (validation_rules?.valid_options ?? []).map((option) => ({
    value: option.value,
    label: wordOf(option.label) ?? option.value,
  }));
  return {
    id,
    label: wordOf(label) ?? wordOf(name) ?? id,
    type: options.length > 0 ? 'choice' : (TYPES[data_type] ?? 'text'),
    writable: isWritable(id),
    ...(options.length > 0 ? { options } : {}),
  };
}

function wordOf(words: Readonly<Record<string, string>> | null | undefined): string | undefined {
  return words?.['default'] ?? words?.['pt-BR'] ?? Object.values(words ?? {})[0];
}
