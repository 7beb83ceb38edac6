/**
 * How text is compared (PRD3): trimmed, NFC, case folded, diacritics kept; code units, no locale.
 */

/** Upper case first: it maps `ß` and the final sigma onto what plain lower case would keep apart. */
export function foldText(text: string): string {
  let isFolded = true;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit > LAST_ASCII) {
      return text.trim().normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
    }
    if (unit <= SPACE || (unit >= UPPER_A && unit <= UPPER_Z)) isFolded = false;
  }
  return isFolded ? text : text.trim().toLowerCase();
}

/**
 * Almost all text is ASCII, where folding is lower case and nothing more, and much of it is folded
 * already: told by its code units, since every criterion of every lead asks.
 */
const [SPACE, UPPER_A, UPPER_Z, LAST_ASCII] = [0x20, 0x41, 0x5a, 0x7e];

/** A domain as it is compared: folded, without the `@` or `*.` people write before it in lists. */
export function foldDomain(domain: string): string {
  return foldText(domain).replace(/^(?:\*\.|@)/, '');
}

/** The domain and every parent of it, by any of which a list may name it: `a.b.com`, `b.com`, `com`. */
export function namesOfDomain(domain: string): readonly string[] {
  const names = [domain];
  for (let dot = domain.indexOf('.'); dot !== -1; dot = domain.indexOf('.', dot + 1)) {
    names.push(domain.slice(dot + 1));
  }
  return names;
}

/** Code-unit order, the only order the engine knows (FCT6). */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
