/**
 * The three shown numbers and nothing else: what criteria compare (SCO3), at the instants a fold asks
 * about, without the explanation that only the state shows. `score.ts` counts by the same card.
 */
import type { Scoring } from '../definitions/scoring.ts';
import type { PredicateContext, ShownScore } from '../predicate/context.ts';
import { cardOf, type FitCard } from './card.ts';
import { metRules } from './fitTable.ts';
import { wholePoints, within } from './hundredths.ts';
import { addLeft } from './sieve.ts';

export function pointsOf(scoring: Scoring, context: PredicateContext): ShownScore {
  const { fits, engagements, total, sieve } = cardOf(scoring);
  let fit = 0;
  for (const card of fits) fit += within(fitPoints(card, context), card.bounds);
  const sums = engagements.map(() => 0);
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

function fitPoints({ table, rules }: FitCard, context: PredicateContext): number {
  let sum = 0;
  for (const place of metRules(table, context)) sum += rules[place]?.points ?? 0;
  return sum;
}
