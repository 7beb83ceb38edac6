/**
 * A scoring made ready to count by: compiled once per scoring object, used for the bare numbers
 * (`points.ts`) and for the explained score (`score.ts`) alike.
 */
import type { EngagementRule, FitRule, Scoring } from '../definitions/scoring.ts';
import { compile } from '../predicate/compile.ts';
import type { CompiledNode } from '../predicate/leaf.ts';
import { type CountedRule, countedRule } from './engagementRule.ts';
import { compileFit, type FitPoints } from './fitTable.ts';
import { hundredths } from './hundredths.ts';
import { compileSieve, type Sifted } from './sieve.ts';
import type { PredicateContext } from '../predicate/context.ts';

interface Group {
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
}
export interface FitCard extends Group {
  readonly kind: 'fit';
  readonly rules: readonly { readonly rule: FitRule; readonly points: number; readonly when: CompiledNode }[];
  /** What its rules give together, hundredths. */
  readonly points: FitPoints;
}
export interface EngagementCard extends Group {
  readonly kind: 'engagement';
  /** Each with its place among all engagement rules, where `Card.sift` puts its signals. */
  readonly rules: readonly { readonly counted: CountedRule; readonly place: number }[];
}
export interface Card {
  readonly groups: readonly (FitCard | EngagementCard)[];
  readonly sift: (context: PredicateContext) => Sifted;
}

const cards = new WeakMap<Scoring, Card>();

export function cardOf(scoring: Scoring): Card {
  const known = cards.get(scoring);
  if (known !== undefined) return known;
  const fresh = compileCard(scoring);
  cards.set(scoring, fresh);
  return fresh;
}

function compileCard(scoring: Scoring): Card {
  const engagement: EngagementRule[] = [];
  const groups = scoring.groups.map((group): FitCard | EngagementCard => {
    const { id, label, min, max } = group;
    if (group.kind === 'fit') {
      const rules = group.rules.map((rule) => {
        return { rule, points: hundredths(rule.points), when: compile(rule.when) };
      });
      return { kind: 'fit', id, label, min, max, rules, points: compileFit(group.rules) };
    }
    const rules = group.rules.map((rule) => {
      return { counted: countedRule(rule), place: engagement.push(rule) - 1 };
    });
    return { kind: 'engagement', id, label, min, max, rules };
  });
  return { groups, sift: compileSieve(engagement) };
}
