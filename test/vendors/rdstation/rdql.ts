/** As much of RDQL as integrations use: `field:value`, `field:>=value`, `field:(a,b)`, joined by `and`. */

const TERM = /^([\w.]+):(>=|<=|>|<)?("[^"]*"|\([^)]*\)|[^\s()"]+)$/;

export function holds(filter: string, item: Readonly<Record<string, unknown>>): boolean {
  if (filter === '') return true;
  return filter.split(' and ').every((term) => {
    const parts = TERM.exec(term.trim());
    if (!parts) throw new Error(`RDQL that is not understood: ${term}`);
    const [, field = '', sign, wanted = ''] = parts;
    const value = item[field];
    const text = wanted.replace(/^"|"$/g, '');
    if (wanted.startsWith('(')) {
      const several = new Set(wanted.slice(1, -1).split(/\s*,\s*/));
      const values: unknown[] = Array.isArray(value) ? value : [value];
      return values.some((one) => several.has(String(one)));
    }
    if (sign === undefined) return String(value) === text;
    return compared(sign, timeOf(String(value)) - timeOf(text));
  });
}

function compared(sign: string, by: number): boolean {
  if (sign === '>=') return by >= 0;
  if (sign === '<=') return by <= 0;
  return sign === '>' ? by > 0 : by < 0;
}

/** Filters say times in UTC without saying so. */
function timeOf(text: string): number {
  return Date.parse(text.endsWith('Z') ? text : `${text.replace(' ', 'T')}Z`);
}
