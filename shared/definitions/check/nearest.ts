/** Did you mean …? The nearest of the names that exist, when one is near enough to be a slip. */

/** A slip is at most a third of the word, and never more than this many letters. */
const FARTHEST = 3;
/** Beyond these, searching costs more than the hint is worth. */
const LONGEST = 64;
const MOST = 1_000;

/** The first of the nearest of `among`; undefined when none is near. Capitals count for nothing. */
export function nearest(given: string, among: Iterable<string>): string | undefined {
  if (given.length > LONGEST) return undefined;
  const wanted = given.toLowerCase();
  let best: string | undefined;
  // Distances below this are near enough; each better find lowers it.
  let bar = Math.min(FARTHEST, Math.max(1, Math.floor(wanted.length / 3))) + 1;
  let seen = 0;
  for (const name of among) {
    seen += 1;
    if (seen > MOST) break;
    if (name === given || Math.abs(name.length - given.length) >= bar) continue;
    const far = distance(wanted, name.toLowerCase(), bar);
    if (far >= bar) continue;
    best = name;
    bar = far;
  }
  return best;
}

/**
 * Letters to insert, drop, replace or swap with a neighbour (optimal string alignment); `bar` or
 * more is answered as soon as it is certain.
 */
export function distance(a: string, b: string, bar = Number.POSITIVE_INFINITY): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + same,
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A swap may still reach back one row, hence the whole letter of slack.
    if (least > bar) return bar;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
