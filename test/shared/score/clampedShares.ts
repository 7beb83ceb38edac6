/** The shares of one group's rules after its clamp moved their sum to `clamped`; all in hundredths. */
import { clampShares } from '../../../shared/score/shares.ts';

export function clampedShares(values: readonly number[], clamped: number): readonly number[] {
  const shares = [...values];
  clampShares(shares, 0, values.reduce((sum, value) => sum + value, 0) - clamped);
  return shares;
}
