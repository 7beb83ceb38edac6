/**
 * What a file says of a lead's deal (TGT1): how it stands, in words of the systems files come from, what
 * it is worth and since when. A cell a lead was never sold by leaves no deal.
 */
import type { ImportDeal } from '../../shared/protocol/imports.ts';
import type { PlainReason } from '../../shared/protocol/reason.ts';
import { foldText } from '../../shared/predicate/text.ts';
import { numberOf } from './numberOf.ts';
import type { ReadDate } from './dates.ts';

export type DealDraft = Partial<ImportDeal>;

/** As `wordOf` makes them. */
const WORDS: Readonly<Record<ImportDeal['outcome'], readonly string[]>> = {
  won: [
    'won',
    'closedwon',
    'ganho',
    'ganha',
    'fechadoganho',
    'vendido',
    'vendida',
    'ganado',
    'ganada',
    'cerradoganado',
  ],
  lost: ['lost', 'closedlost', 'perdido', 'perdida', 'fechadoperdido', 'cerradoperdido'],
  open: [
    'open',
    'aberto',
    'aberta',
    'emandamento',
    'emaberto',
    'inprogress',
    'abierto',
    'abierta',
    'encurso',
  ],
};

export function outcomeOf(text: string): ImportDeal['outcome'] | null {
  const word = foldText(text).replaceAll(/[^a-z]/g, '');
  const found = (['won', 'lost', 'open'] as const).find((outcome) => WORDS[outcome].includes(word));
  return found ?? null;
}

/** @returns what is wrong with the value */
export function takeDealCell(
  deal: DealDraft,
  part: string,
  value: string,
  instant: () => ReadDate | PlainReason,
): PlainReason | undefined {
  switch (part) {
    case 'outcome': {
      const outcome = outcomeOf(value);
      if (outcome === null) return 'no_outcome';
      deal.outcome = outcome;
      return undefined;
    }
    case 'amount': {
      const amount = numberOf(value);
      if (amount === null || amount < 0) return 'no_amount';
      deal.amount = amount;
      return undefined;
    }
    case 'currency': {
      if (!/^[a-z]{3}$/i.test(value)) return 'no_currency';
      deal.currency = value.toUpperCase();
      return undefined;
    }
    case 'closedOn':
    case 'openedOn': {
      const read = instant();
      if (typeof read === 'string') return read;
      deal[part] = read.on;
      return undefined;
    }
    default:
      deal.dealId = value;
      return undefined;
  }
}
