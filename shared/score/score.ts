/**
 * The score of a lead as of an instant: rules in the order of the definitions, groups clamp, then
 * the total clamps (SCO1–SCO5). The explanation adds up exactly to the shown integer (SCO4).
 */
import type { Scoring } from '../definitions/scoring.ts';
import type { Score, ScoreGroup, ScoreRule } from '../lead/state.ts';
import type { PredicateContext } from '../predicate/context.ts';
import { earlier, later } from '../time.ts';
import { cardOf, type EngagementCard, type FitCard } from './card.ts';
import { pointsOfMatches, type RulePoints } from './engagementRule.ts';
import { wholePoints, within } from './hundredths.ts';
import { clampShares, wholeShares } from './shares.ts';
import { matchesOf } from './sieve.ts';

export interface Scored {
  readonly score: Score;
  /** Instant at which any number in it changes by time alone; null = never. */
  readonly changesAt: number | null;
  /** Newest signal or field behind any points. */
  readonly evidenceAt: number | null;
}

export function scoreOf(scoring: Scoring, context: PredicateContext): Scored {
  const card = cardOf(scoring);
  const matches = matchesOf(card.sieve, context);
  const count = new Count(context);
  const groups: ScoreGroup[] = [];
  let fit = 0;
  let engagement = 0;
  for (const group of card.groups) {
    const sum = group.kind === 'fit' ? count.fit(group) : count.engagement(group, matches);
    const clamped = within(sum, group.bounds);
    if (group.kind === 'fit') fit += clamped;
    else engagement += clamped;
    count.share(group.rules.length, sum - clamped);
    groups.push({ id: group.id, label: group.label, kind: group.kind, sum, clamped });
  }
  const shown = wholePoints(within(fit + engagement, card.total));
  const whole = { fit: wholePoints(fit), engagement: wholePoints(engagement) };
  const { rules, given } = count.done();
  return {
    score: {
      shown,
      fit: whole.fit,
      engagement: whole.engagement,
      fitBand: bandOf(scoring.bands.fit, whole.fit),
      engagementBand: bandOf(scoring.bands.engagement, whole.engagement),
      groups,
      rules,
      clampedBy: shown - given,
    },
    changesAt: count.changesAt,
    evidenceAt: count.evidenceAt,
  };
}

/** A rule's line while it is counted; what it shows is known only once all of them are. */
type Line = Omit<ScoreRule, 'shown'> & { shown: number };

/** The rules of one lead counted one after the other, with what they share of the shown score. */
class Count {
  changesAt: number | null = null;
  evidenceAt: number | null = null;
  private readonly context: PredicateContext;
  private readonly lines: Line[] = [];
  /** Hundredths per line after the clamps of the groups. */
  private readonly shares: number[] = [];

  constructor(context: PredicateContext) {
    this.context = context;
  }

  /** @returns the group's sum before its clamp, hundredths */
  fit({ id: group, rules }: FitCard): number {
    const { context } = this;
    let sum = 0;
    for (const { rule, points, when } of rules) {
      const met = when.evaluate(context) === 'met';
      const value = met ? points : 0;
      sum += value;
      const { id, label } = rule;
      const times = met ? 1 : 0;
      this.line({ id, label, group, times, raw: value, counted: value, decayed: value, shown: 0 });
      this.note(when.changesAt(context), met ? when.evidenceAt(context) : null);
    }
    return sum;
  }

  engagement({ id: group, rules }: EngagementCard, matches: ReturnType<typeof matchesOf>): number {
    let sum = 0;
    for (const { counted: rule, place } of rules) {
      const { id, label } = rule.rule;
      const seen = matches[place];
      const found: RulePoints | null =
        seen === undefined ? null : pointsOfMatches(rule, seen, this.context.now);
      const { times, raw, counted, decayed } = found ?? NOTHING;
      sum += decayed;
      this.line({ id, label, group, times, raw, counted, decayed, shown: 0 });
      if (found !== null) this.note(found.changesAt, found.newest);
    }
    return sum;
  }

  /** Takes from the newest `count` lines what their group's clamp took. */
  share(count: number, excess: number): void {
    clampShares(this.shares, this.shares.length - count, excess);
  }

  done(): { readonly rules: readonly ScoreRule[]; readonly given: number } {
    const shares = wholeShares(this.shares);
    let given = 0;
    for (const [place, line] of this.lines.entries()) {
      line.shown = shares[place] ?? 0;
      given += line.shown;
    }
    return { rules: this.lines, given };
  }

  private line(line: Line): void {
    this.lines.push(line);
    this.shares.push(line.decayed);
  }

  private note(changesAt: number | null, evidenceAt: number | null): void {
    this.changesAt = earlier(this.changesAt, changesAt);
    this.evidenceAt = later(this.evidenceAt, evidenceAt);
  }
}

const NOTHING = { times: 0, raw: 0, counted: 0, decayed: 0 } as const;

/** Bands are ordered best first; the last one takes everything below it (SCO5). */
function bandOf<Id extends string>(
  bands: readonly { readonly id: Id; readonly atLeast: number }[],
  points: number,
): Id | null {
  for (const { id, atLeast } of bands) if (points >= atLeast) return id;
  return bands.at(-1)?.id ?? null;
}
