/**
 * Whether a trait tells won leads from lost ones, and by how much: both shares with their intervals
 * (TGT5), and nothing is said where they overlap. Two 95 % intervals that do not touch happen by chance
 * about once in two hundred times, and some dozens of traits are looked at.
 */
import { ENOUGH, type Share, shareOf } from '../../target/share.ts';
import type { Case, Evidence } from '../../target/evidence.ts';

export interface Worth {
  /** Share won of those who have it, and of those known not to. */
  readonly with: Share;
  readonly without: Share;
  /** Points it is worth: how many times as often it wins, at the cautious ends of both intervals. */
  readonly points: number;
}

const MOST_POINTS = 20;
const LEAST_POINTS = 5;
/** Points for each time the odds double. */
const PER_DOUBLING = 10;

/** @param isKnown leads of which nobody knows are not held against a trait */
export function worthOf(
  { cases }: Evidence,
  has: (one: Case) => boolean,
  isKnown: (one: Case) => boolean = () => true,
): Worth | null {
  const counts = { with: { won: 0, n: 0 }, without: { won: 0, n: 0 } };
  for (const one of cases) {
    if (!isKnown(one)) continue;
    const side = counts[has(one) ? 'with' : 'without'];
    side.won += one.won;
    side.n += one.won + one.lost;
  }
  const [own, other] = [
    shareOf(counts.with.won, counts.with.n),
    shareOf(counts.without.won, counts.without.n),
  ];
  if (own.n < ENOUGH || other.n < ENOUGH) return null;
  if (own.low <= other.high && other.low <= own.high) return null;
  const isBetter = own.low > other.high;
  const times = isBetter ? own.low / other.high : other.low / own.high;
  const size = Math.round(LEAST_POINTS + PER_DOUBLING * Math.log2(times));
  const points = Math.min(MOST_POINTS, Math.max(LEAST_POINTS, size));
  return { with: own, without: other, points: isBetter ? points : -points };
}
