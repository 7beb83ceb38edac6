/** Why the score is what it is: lines that add up exactly to the number shown (SCO4). */
import type { Scoring } from '../definitions/scoring.ts';
import type { Score, ScoreRule } from '../lead/state.ts';
import { cardWords } from '../messages/card/index.ts';
import type { Catalog } from '../messages/catalog.ts';
import type { CardView } from './cardView.ts';

export function buildScore(score: Score, messages: Catalog): CardView['why'] {
  const { card, criterion } = messages;
  const rules = score.rules
    .filter(({ shown }) => shown !== 0)
    .map((rule) => ({
      label: criterion.signal(rule.label, rule.times),
      points: rule.shown,
      note: noteOf(rule, messages),
    }))
    .toSorted((a, b) => b.points - a.points);
  const limit = score.clampedBy === 0 ? [] : [{ label: card.clamp, points: score.clampedBy, note: null }];
  const total = messages.format.number(score.shown);
  return { title: card.why(total), rules: [...rules, ...limit], total };
}

/** What a limit or time took off a rule, where it took anything. */
function noteOf({ raw, counted, decayed }: ScoreRule, messages: Catalog): string | null {
  const { faded, limited } = cardWords(messages.language).why;
  const points = (hundredths: number) => messages.format.signed(hundredths / 100);
  if (decayed !== counted) return faded(points(counted));
  return counted === raw ? null : limited(points(raw));
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
