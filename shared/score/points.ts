/**
 * The three shown numbers and nothing else: what criteria compare (SCO3), at the instants a fold asks
 * about, without the explanation that only the state shows. `score.ts` counts by the same card.
 */
import type { Scoring } from '../definitions/scoring.ts';
import type { PredicateContext, ShownScore } from '../predicate/context.ts';
import { cardOf, type EngagementCard } from './card.ts';
import { leftOfMatching } from './engagementRule.ts';
import { clamp, wholePoints } from './hundredths.ts';
import type { Sifted } from './sieve.ts';

export function pointsOf(scoring: Scoring, context: PredicateContext): ShownScore {
  const { groups, sift } = cardOf(scoring);
  const sifted = sift(context);
  let fit = 0;
  let engagement = 0;
  for (const group of groups) {
    if (group.kind === 'fit') fit += clamp(group.points(context), group);
    else engagement += clamp(engagementOf(group, sifted, context.now), group);
  }
  return {
    score: wholePoints(clamp(fit + engagement, scoring)),
    fit: wholePoints(fit),
    engagement: wholePoints(engagement),
  };
}

function engagementOf({ rules }: EngagementCard, sifted: Sifted, now: number): number {
  let sum = 0;
  for (const { counted, place } of rules) {
    const matching = sifted[place];
    if (matching !== undefined) sum += leftOfMatching(counted, matching, now);
  }
  return sum;
}
