/**
 * How the shown integer splits over the rules (SCO4): what a clamp takes is taken from the rules
 * listed last, and the rounding goes to the largest fractions, so whole points stay whole.
 */
import { wholePoints } from './hundredths.ts';

/** Values of a group's rules after its clamp moved their sum to `clamped`; all in hundredths. */
export function clampedShares(values: readonly number[], clamped: number): readonly number[] {
  let excess = values.reduce((sum, value) => sum + value, 0) - clamped;
  const shares = [...values];
  for (let index = shares.length - 1; index >= 0 && excess !== 0; index--) {
    const value = shares[index] ?? 0;
    // Only what pulls the sum past the bound can give way.
    if (value === 0 || value > 0 !== excess > 0) continue;
    const taken = excess > 0 ? Math.min(value, excess) : Math.max(value, excess);
    shares[index] = value - taken;
    excess -= taken;
  }
  // A clamp can also lift an empty group (min above zero); the first rule carries it.
  if (excess !== 0 && shares.length > 0) shares[0] = (shares[0] ?? 0) - excess;
  return shares;
}

/** Whole points per value whose sum is the rounded sum of the values. */
export function wholeShares(values: readonly number[]): readonly number[] {
  const whole = values.map((value) => Math.trunc(value / 100) + 0);
  const sum = values.reduce((total, value) => total + value, 0);
  let owed = wholePoints(sum) - whole.reduce((total, value) => total + value, 0);
  const step = Math.sign(owed);
  const byFraction = values
    .map((value, index) => ({ index, fraction: (value - Math.trunc(value / 100) * 100) * step }))
    .toSorted((a, b) => b.fraction - a.fraction || a.index - b.index);
  for (const { index } of byFraction) {
    if (owed === 0) break;
    whole[index] = (whole[index] ?? 0) + step;
    owed -= step;
  }
  return whole;
}
