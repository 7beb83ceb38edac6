/** What somebody who guesses almost right would send, and how often that is refused. */

/** The text with one of its bits turned: another one for each `n`, in every sign of it. */
export function oneBitOff(text: string, n: number): string {
  return turned(text, n % text.length, Math.floor(n / text.length) % 7);
}

/** Texts that are sent together, with one bit of one of them turned: another for each `n` below seven a sign. */
export function oneBitOffIn<K extends string>(
  texts: Readonly<Record<K, string>>,
  n: number,
): Readonly<Record<K, string>> {
  const all = Object.entries<string>(texts);
  const length = all.reduce((sum, [, text]) => sum + text.length, 0);
  let at = n % length;
  for (const [name, text] of all) {
    if (at < text.length) return { ...texts, [name]: turned(text, at, Math.floor(n / length) % 7) };
    at -= text.length;
  }
  return texts;
}

function turned(text: string, at: number, bit: number): string {
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
}

/** @returns of `times` tries, how many were not taken */
export async function refusals(
  times: number,
  isTaken: (n: number) => boolean | Promise<boolean>,
): Promise<number> {
  let refused = 0;
  for (let n = 0; n < times; n += 1) if (!(await isTaken(n))) refused += 1;
  return refused;
}
