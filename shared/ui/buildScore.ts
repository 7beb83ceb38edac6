/** Why the score is what it is: lines that add up exactly to the number shown (SCO4). */
import type { Scoring } from '../definitions/scoring.ts';
import type { Score } from '../lead/state.ts';
import type { Catalog } from '../messages/catalog.ts';
import type { CardView } from './cardView.ts';

export function buildScore(score: Score, messages: Catalog): CardView['why'] {
  const { card, criterion } = messages;
  const rules = score.rules
    .filter(({ shown }) => shown !== 0)
    .map(({ label, times, shown }) => ({ label: criterion.signal(label, times), points: shown }))
    .toSorted((a, b) => b.points - a.points);
  const limit = score.clampedBy === 0 ? [] : [{ label: card.clamp, points: score.clampedBy }];
  return { title: card.why(messages.format.number(score.shown)), rules: [...rules, ...limit] };
}

/** "B1 · high interest" (SCO5); a plain word where the definitions set no bands. */
export function bandWords(score: Score, scoring: Scoring | undefined, messages: Catalog): string {
  const pair = `${score.fitBand ?? ''}${score.engagementBand ?? ''}`;
  if (!pair) return messages.card.noBands;
  const words =
    scoring?.bands.engagement.find(({ id }) => id === score.engagementBand) ??
    scoring?.bands.fit.find(({ id }) => id === score.fitBand);
  return words ? messages.card.bands(pair, words.label) : pair;
}
