import type { Scalar } from '../../lead/facts.ts';
import type { CardAsk } from '../cardView.ts';

/**
 * What was typed as a value of its type; null while it is none. Numbers are read with the language's own
 * decimal sign and may stand behind a sign of currency: "R$ 50.000,00".
 */
export function answerIn(type: CardAsk['type'], draft: string, decimal: string): Scalar | null {
  const text = draft.trim();
  if (!text) return null;
  if (type !== 'number' && type !== 'money') return text;
  const digits = /^[^\d-]{0,4}(-?\d[\d.,\s]*)$/.exec(text)?.[1];
  if (digits === undefined) return null;
  const grouping = decimal === ',' ? /[.\s]/g : /[,\s]/g;
  const number = Number(digits.replaceAll(grouping, '').replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
