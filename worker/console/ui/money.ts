/** Money of the one reporting currency, without small change: what is planned is never that exact. */
import type { Language } from '../../../shared/lead/vocabulary.ts';

/** @returns how an amount in hundredths is said */
export function moneyIn(language: Language, currency: string): (cents: number) => string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 });
  return (cents) => format.format(cents / 100);
}
