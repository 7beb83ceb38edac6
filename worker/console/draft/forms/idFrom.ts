/** `Faturamento anual (R$)` → `faturamentoAnualR`: a name everything can be referred to by. */

const LONGEST = 40;

/** @param taken names it may not have */
export function idFrom(label: string, taken: readonly string[]): string {
  const words = label
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter(Boolean);
  const joined = words
    .map((word, place) => {
      const rest = word.slice(1).toLowerCase();
      return (place === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + rest;
    })
    .join('')
    .slice(0, LONGEST);
  // Fields begin with a letter.
  const base = /^[a-z]/.test(joined) ? joined : `new${joined}`;
  let id = base;
  for (let number = 2; taken.includes(id); number += 1) id = `${base}${number}`;
  return id;
}
