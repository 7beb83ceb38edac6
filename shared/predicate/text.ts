/**
 * How text is compared (PRD3): trimmed, NFC, case folded, diacritics kept; code units, no locale.
 */

/** Almost all text is ASCII, where folding is lower case and nothing more, and much of it is folded already. */
const ASCII = /^[ -~]*$/;
const FOLDED = /^[!-@[-~]*$/;

/** Upper case first: it maps `ß` and the final sigma onto what plain lower case would keep apart. */
export function foldText(text: string): string {
  if (FOLDED.test(text)) return text;
  if (ASCII.test(text)) return text.trim().toLowerCase();
  return text.trim().normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** A domain as it is compared: folded, without the `@` or `*.` people write before it in lists. */
export function foldDomain(domain: string): string {
  return foldText(domain).replace(/^(?:\*\.|@)/, '');
}

/** Whether the domain or any parent of it is listed: `a.b.com`, then `b.com`, then `com`. */
export function isDomainIn(domain: string, isListed: (name: string) => boolean): boolean {
  let name = domain;
  while (!isListed(name)) {
    const dot = name.indexOf('.');
    if (dot === -1) return false;
    name = name.slice(dot + 1);
  }
  return true;
}

/** Code-unit order, the only order the engine knows (FCT6). */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
