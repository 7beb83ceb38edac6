/** Lead fields and their values in words: choice labels, yes or no, grouped numbers. */
import type { Definitions } from '../definitions/definitions.ts';
import type { Scalar } from '../lead/facts.ts';
import type { Catalog } from '../messages/catalog.ts';
import { reservedLabel } from '../messages/reservedFields.ts';

/** As the agreement calls it; the fields every workspace has need not be in it. */
export function fieldLabel(
  field: string,
  definitions: Definitions | undefined,
  { language }: Pick<Catalog, 'language'>,
): string {
  const own = definitions?.fields.find(({ id }) => id === field)?.label;
  return own ?? reservedLabel(field, language) ?? field;
}

export function valueWords(
  field: string,
  value: Scalar,
  definitions: Definitions | undefined,
  messages: Catalog,
): string {
  if (typeof value === 'boolean') return value ? messages.words.yes : messages.words.no;
  if (typeof value === 'number') return messages.format.number(value);
  const choices = definitions?.fields.find(({ id }) => id === field)?.choices;
  return choices?.find(({ id }) => id === value)?.label ?? value;
}

const GROUPED: readonly (readonly [RegExp, string])[] = [
  [/^\+55(\d{2})(\d{4,5})(\d{4})$/, '+55 $1 $2-$3'],
  [/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2-$3'],
  [/^\+(34)(\d{3})(\d{3})(\d{3})$/, '+$1 $2 $3 $4'],
  [/^\+(52)(\d{2})(\d{4})(\d{4})$/, '+$1 $2 $3 $4'],
];

/** `+5511988881234` → "+55 11 98888-1234"; numbers of countries not listed keep their digits together. */
export function phoneWords(phone: string): string {
  const known = GROUPED.find(([pattern]) => pattern.test(phone));
  return known ? phone.replace(...known) : phone;
}

/** "MD" for "Marina Duarte". */
export function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/).filter(Boolean);
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [words[0] ?? '', last].map((word) => [...word][0]?.toUpperCase() ?? '').join('');
}
