/**
 * How text is compared (PRD3): trimmed, NFC, case folded, diacritics kept; code units, no locale.
 */

/** Upper case first: it maps `ß` and the final sigma onto what plain lower case would keep apart. */
export function foldText(text: string): string {
  return text.trim().normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** A domain as it is compared: folded, without the `@` or `*.` people write before it in lists. */
export function foldDomain(domain: string): string {
  return foldText(domain).replace(/^(?:\*\.|@)/, '');
}

/** The domain and every parent of it, nearest first: `a.b.com` → `a.b.com`, `b.com`, `com`. */
export function domainAndParents(domain: string): readonly string[] {
  const labels = domain.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/** Code-unit order, the only order the engine knows (FCT6). */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
