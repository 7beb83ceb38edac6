/**
 * How the shown integer splits over the rules (SCO4): what a clamp takes is taken from the rules
 * listed last, and the rounding goes to the largest fractions, so whole points stay whole.
 */
import { wholePoints } from './hundredths.ts';

/** Takes `excess` hundredths, what a clamp took of a group, from the shares of its rules: those from `first` on. */
export function clampShares(shares: number[], first: number, excess: number): void {
  let left = excess;
  for (let index = shares.length - 1; index >= first && left !== 0; index -= 1) {
    const value = shares[index] ?? 0;
    // Only what pulls the sum past the bound can give way.
    if (value === 0 || value > 0 !== left > 0) continue;
    const taken = left > 0 ? Math.min(value, left) : Math.max(value, left);
    shares[index] = value - taken;
    left -= taken;
  }
  // A clamp can also lift an empty group (min above zero); the first rule carries it.
  if (left !== 0 && shares.length > first) shares[first] = (shares[first] ?? 0) - left;
}

/** Whole points per value whose sum is the rounded sum of the values. */
export function wholeShares(values: readonly number[]): readonly number[] {
  const whole: number[] = [];
  let sum = 0;
  let given = 0;
  for (const value of values) {
    const points = Math.trunc(value / 100) + 0;
    whole.push(points);
    sum += value;
    given += points;
  }
  const owed = wholePoints(sum) - given;
  if (owed === 0) return whole;
  const step = Math.sign(owed);
  const byFraction = values
    .map((value, index) => ({ index, fraction: (value - Math.trunc(value / 100) * 100) * step }))
    .toSorted((a, b) => b.fraction - a.fraction || a.index - b.index);
  for (const { index } of byFraction.slice(0, Math.abs(owed))) whole[index] = (whole[index] ?? 0) + step;
  return whole;
}
