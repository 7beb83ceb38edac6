/**
 * The score of a lead as of an instant: rules in the order of the definitions, groups clamp, then
 * the total clamps (SCO1–SCO5). The explanation adds up exactly to the shown integer (SCO4).
 */
import type { Scoring } from '../definitions/scoring.ts';
import type { Score, ScoreGroup, ScoreRule } from '../lead/state.ts';
import type { PredicateContext } from '../predicate/context.ts';
import { earlier, later } from '../time.ts';
import { cardOf, type EngagementCard, type FitCard } from './card.ts';
import { pointsOfMatches } from './engagementRule.ts';
import { metRules } from './fitTable.ts';
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
  fit({ table, rules, turning }: FitCard): number {
    const { context, lines, shares } = this;
    const first = lines.length;
    for (const { idle } of rules) this.line(idle);
    let sum = 0;
    for (const place of metRules(table, context)) {
      const rule = rules[place];
      if (rule === undefined) continue;
      const { points, when, idle } = rule;
      const { id, label, group } = idle;
      sum += points;
      lines[first + place] = {
        id,
        label,
        group,
        times: 1,
        raw: points,
        counted: points,
        decayed: points,
        shown: 0,
      };
      shares[first + place] = points;
      this.evidenceAt = later(this.evidenceAt, when.evidenceAt(context));
    }
    for (const when of turning) this.changesAt = earlier(this.changesAt, when.changesAt(context));
    return sum;
  }

  /** @returns the same of a group that counts signals */
  engagement({ rules }: EngagementCard, matches: ReturnType<typeof matchesOf>): number {
    let sum = 0;
    for (const { counted: rule, place, idle } of rules) {
      const seen = matches[place];
      if (seen === undefined) {
        this.line(idle);
        continue;
      }
      const { id, label, group } = idle;
      const { times, raw, counted, decayed, changesAt, newest } = pointsOfMatches(
        rule,
        seen,
        this.context.now,
      );
      sum += decayed;
      this.line({ id, label, group, times, raw, counted, decayed, shown: 0 });
      this.changesAt = earlier(this.changesAt, changesAt);
      this.evidenceAt = later(this.evidenceAt, newest);
    }
    return sum;
  }

  /** Takes from the newest `count` lines what their group's clamp took. */
  share(count: number, excess: number): void {
    if (excess !== 0) clampShares(this.shares, this.shares.length - count, excess);
  }

  done(): { readonly rules: readonly ScoreRule[]; readonly given: number } {
    const { lines } = this;
    let given = 0;
    let place = 0;
    for (const shown of wholeShares(this.shares)) {
      const line = lines[place];
      if (line !== undefined && shown !== 0) {
        // An idle line is every lead's; it shows something only where a clamp lifts an empty group.
        if (line.times === 0) lines[place] = { ...line, shown };
        else line.shown = shown;
      }
      given += shown;
      place += 1;
    }
    return { rules: lines, given };
  }

  private line(line: Line): void {
    this.lines.push(line);
    this.shares.push(line.decayed);
  }
}

/** Bands are ordered best first; the last one takes everything below it (SCO5). */
function bandOf<Id extends string>(
  bands: readonly { readonly id: Id; readonly atLeast: number }[],
  points: number,
): Id | null {
  for (const { id, atLeast } of bands) if (points >= atLeast) return id;
  return bands.at(-1)?.id ?? null;
}
