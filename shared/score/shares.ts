/**
 * How the shown integer splits over the rules (SCO4): what a clamp takes is taken from the rules
 * listed last, and the rounding goes to the largest fractions, so whole points stay whole.
 */
import { wholePoints } from './hundredths.ts';

/** Takes `excess` hundredths, what a clamp took of a group, from the shares of its rules: those from `first` on. */
export function clampShares(shares: number[], first: number, excess: number): void {
  const sign = Math.sign(excess);
  let left = Math.abs(excess);
  for (let index = shares.length - 1; index > first; index -= 1) {
    const value = shares[index] ?? 0;
    // Only what pulls the sum past the bound can give way.
    const taken = Math.min(Math.max(value * sign, 0), left);
    shares[index] = value - taken * sign;
    left -= taken;
  }
  // The first rule gives the rest, and carries what lifts an empty group (min above zero).
  if (shares.length > first) shares[first] = (shares[first] ?? 0) - left * sign;
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
    .map((value, index) => ({ index, fraction: (value % 100) * step }))
    .toSorted((a, b) => b.fraction - a.fraction);
  for (const { index } of byFraction.slice(0, Math.abs(owed))) whole[index] = (whole[index] ?? 0) + step;
  return whole;
}
