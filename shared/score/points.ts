/**
 * The three shown numbers and nothing else: what criteria compare (SCO3), at the instants a fold asks
 * about, without the explanation that only the state shows. `score.ts` counts by the same card.
 */
import type { Scoring } from '../definitions/scoring.ts';
import type { PredicateContext, ShownScore } from '../predicate/context.ts';
import { cardOf } from './card.ts';
import { wholePoints, within } from './hundredths.ts';
import { addLeft } from './sieve.ts';

export function pointsOf(scoring: Scoring, context: PredicateContext): ShownScore {
  const { fits, engagements, total, sieve } = cardOf(scoring);
  let fit = 0;
  for (const { points, bounds } of fits) fit += within(points(context), bounds);
  const sums: number[] = [];
  addLeft(sieve, context, sums);
  let engagement = 0;
  let place = 0;
  for (const bounds of engagements) {
    engagement += within(sums[place] ?? 0, bounds);
    place += 1;
  }
  return {
    score: wholePoints(within(fit + engagement, total)),
    fit: wholePoints(fit),
    engagement: wholePoints(engagement),
  };
}
