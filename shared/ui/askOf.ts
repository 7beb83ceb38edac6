/** A field of the agreement as a question that can be answered where it stands (PRD5). */
import type { Definitions } from '../definitions/definitions.ts';
import type { Field } from '../definitions/field.ts';
import type { Catalog } from '../messages/catalog.ts';
import type { CardAsk } from './cardView.ts';

/** Numbers of these fields are sums of money in the agreement's own currency. */
const MONEY: ReadonlySet<string> = new Set(['budget', 'amount', 'dealValue', 'price', 'revenue']);

export function askOf(field: Field, definitions: Definitions, messages: Catalog): CardAsk {
  const { id, type, choices = [] } = field;
  const ask = { field: id, question: field.question ?? messages.criterion.question(field.label), choices };
  if (type === 'number' && MONEY.has(id))
    return { ...ask, type: 'money', sign: signOf(definitions.currency, definitions.language) };
  // A text with choices holds several of them, "a, b": criteria look at it with `contains`.
  if (type === 'text' && choices.length > 0) return { ...ask, type: 'several' };
  return { ...ask, type };
}

function signOf(currency: string, language: string): string {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
}
