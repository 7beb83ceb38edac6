/** Who signs, and the money reports speak in (DEF4, TGT1). */
import { type At, child, items, placesOf, textOf } from './at.ts';
import type { Tell } from './problem.ts';

export function checkSigners(root: At, tell: Tell): void {
  const signers = child(root, 'signers');
  const sides = items(signers).map((signer) => child(signer, 'side').value);
  if (sides.length === 0) return;
  for (const side of ['marketing', 'sales'] as const)
    if (!sides.includes(side)) tell(signers.pointer, { code: 'signer_missing', side });
}

export function checkCurrencies(root: At, tell: Tell): void {
  const currencies = [child(root, 'currency'), ...placesOf(root, ['rates', '*', 'currency'])];
  for (const currency of currencies) {
    const code = textOf(currency);
    // Formatting an amount throws on anything but three letters; the schema tells the length.
    if (code?.length === 3 && !/^[A-Z]{3}$/.test(code)) tell(currency.pointer, { code: 'bad_currency' });
  }
}
