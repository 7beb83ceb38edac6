/**
 * A share that says how much it is worth (TGT5): hits of n with its 95 % Wilson interval, and no colour
 * while n is too small to praise or blame anybody for it.
 */

/** Fewer than this say "not enough": no colour, and no volume is promised on them. */
export const ENOUGH = 20;

/** 97.5 % quantile of the normal distribution: two-sided 95 %. */
const Z = 1.959963984540054;

export interface Share {
  readonly hits: number;
  readonly n: number;
  /** 0–1; null when n is 0. */
  readonly share: number | null;
  /** Wilson's 95 % interval, 0–1; 0 and 1 when n is 0. */
  readonly low: number;
  readonly high: number;
  /** Whether a screen may colour it. */
  readonly colour: boolean;
}

/** `hits` and `n` are whole counts, `hits` ≤ `n`. Source: E. B. Wilson, JASA 22 (1927). */
export function shareOf(hits: number, n: number): Share {
  if (n === 0) return { hits, n, share: null, low: 0, high: 1, colour: false };
  const share = hits / n;
  const spread = (Z * Z) / n;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))) / (1 + spread);
  return {
    hits,
    n,
    share,
    // None of n and all of n touch the edge exactly; rounding would leave 1e-17 there.
    low: hits === 0 ? 0 : Math.max(0, middle - half),
    high: hits === n ? 1 : Math.min(1, middle + half),
    colour: n >= ENOUGH,
  };
}
