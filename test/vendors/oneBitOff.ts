/** What somebody who guesses almost right would send, and how often that is refused. */

/** The text with one of its bits turned: another one for each `n`, in every sign of it. */
export function oneBitOff(text: string, n: number): string {
  const at = n % text.length;
  const bit = 1 << (Math.floor(n / text.length) % 7);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1);
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
