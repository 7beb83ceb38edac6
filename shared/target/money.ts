/** One reporting currency (TGT1): amounts by the newest rate of their date, in hundredths, or said to have none. */
import type { Definitions } from '../definitions/definitions.ts';

interface Rate {
  readonly on: string;
  readonly rate: number;
}

const tables = new WeakMap<Definitions, ReadonlyMap<string, readonly Rate[]>>();

/**
 * Hundredths of the reporting currency. One unit of a rate's currency is worth `rate` of the reporting
 * one from its date on; null when no rate is that old.
 */
export function inReporting(
  definitions: Definitions,
  amount: number,
  currency: string,
  on: string,
): number | null {
  if (currency === definitions.currency) return Math.round(amount * 100);
  const rate = ratesOf(definitions)
    .get(currency)
    ?.findLast((one) => one.on <= on);
  return rate === undefined ? null : Math.round(amount * rate.rate * 100);
}

function ratesOf(definitions: Definitions): ReadonlyMap<string, readonly Rate[]> {
  const known = tables.get(definitions);
  if (known !== undefined) return known;
  const table = new Map<string, Rate[]>();
  for (const { currency, on, rate } of definitions.rates) {
    const others = table.get(currency);
    if (others === undefined) table.set(currency, [{ on, rate }]);
    else others.push({ on, rate });
  }
  for (const rates of table.values()) rates.sort((a, b) => (a.on < b.on ? -1 : 1));
  tables.set(definitions, table);
  return table;
}
