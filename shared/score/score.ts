/**
 * The score of a lead as of an instant: rules in the order of the definitions, groups clamp, then
 * the total clamps (SCO1–SCO5). The explanation adds up exactly to the shown integer (SCO4).
 */
import type { Scoring } from '../definitions/scoring.ts';
import type { Score, ScoreRule } from '../lead/state.ts';
import type { PredicateContext } from '../predicate/context.ts';
import { changesAt, evaluate, evidenceAt } from '../predicate/evaluate.ts';
import { earliest, latest } from '../time.ts';
import { engagementPoints } from './engagementRule.ts';
import { clamp, hundredths, wholePoints } from './hundredths.ts';
import { clampedShares, wholeShares } from './shares.ts';

export interface Scored {
  readonly score: Score;
  /** Instant at which any number in it changes by time alone; null = never. */
  readonly changesAt: number | null;
  /** Newest signal or field behind any points. */
  readonly evidenceAt: number | null;
}

interface CountedRule {
  readonly rule: Omit<ScoreRule, 'shown'>;
  readonly changesAt: number | null;
  readonly evidenceAt: number | null;
}

export function scoreOf(scoring: Scoring, context: PredicateContext): Scored {
  const groups = scoring.groups.map((group) => {
    const rules = countedRules(group, context);
    const sum = total(rules.map(({ rule }) => rule.decayed));
    return { group, rules, sum, clamped: clamp(sum, group) };
  });
  const rules = groups.flatMap((group) => group.rules);
  const fit = wholePoints(total(groups.filter(isFit).map(({ clamped }) => clamped)));
  const engagement = wholePoints(
    total(groups.filter((group) => !isFit(group)).map(({ clamped }) => clamped)),
  );
  const sum = total(groups.map(({ clamped }) => clamped));
  const shown = wholePoints(clamp(sum, scoring));
  const shares = wholeShares(
    groups.flatMap(({ rules, clamped }) =>
      clampedShares(
        rules.map(({ rule }) => rule.decayed),
        clamped,
      ),
    ),
  );
  return {
    score: {
      shown,
      fit,
      engagement,
      fitBand: bandOf(scoring.bands.fit, fit),
      engagementBand: bandOf(scoring.bands.engagement, engagement),
      groups: groups.map(({ group: { id, label, kind }, sum, clamped }) => ({
        id,
        label,
        kind,
        sum,
        clamped,
      })),
      rules: rules.map(({ rule }, index) => Object.assign(rule, { shown: shares[index] ?? 0 })),
      clampedBy: shown - total(shares),
    },
    changesAt: earliest(rules.map((rule) => rule.changesAt)),
    evidenceAt: latest(rules.map((rule) => rule.evidenceAt)),
  };
}

function isFit({ group }: { readonly group: { readonly kind: string } }): boolean {
  return group.kind === 'fit';
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Bands are ordered best first; the last one takes everything below it (SCO5). */
function bandOf<Id extends string>(
  bands: readonly { readonly id: Id; readonly atLeast: number }[],
  points: number,
): Id | null {
  return (bands.find(({ atLeast }) => points >= atLeast) ?? bands.at(-1))?.id ?? null;
}

function countedRules(group: Scoring['groups'][number], context: PredicateContext): readonly CountedRule[] {
  if (group.kind === 'fit') {
    return group.rules.map(({ id, label, points, when }) => {
      const met = evaluate(when, context) === 'met';
      const value = met ? hundredths(points) : 0;
      const sums = { times: met ? 1 : 0, raw: value, counted: value, decayed: value };
      return {
        rule: { id, label, group: group.id, ...sums },
        changesAt: changesAt(when, context),
        evidenceAt: met ? evidenceAt(when, context) : null,
      };
    });
  }
  return group.rules.map((rule) => {
    const { id, label } = rule;
    const { times, raw, counted, decayed, changesAt, newest } = engagementPoints(rule, context);
    return {
      rule: { id, label, group: group.id, times, raw, counted, decayed },
      changesAt,
      evidenceAt: newest,
    };
  });
}
