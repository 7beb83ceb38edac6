/**
 * A scoring made ready to count by: compiled once per scoring object, used for the bare numbers
 * (`points.ts`) and for the explained score (`score.ts`) alike.
 */
import { derived } from '../derived.ts';
import type { EngagementRule, FitRule, Scoring } from '../definitions/scoring.ts';
import { compile } from '../predicate/compile.ts';
import type { CompiledNode } from '../predicate/leaf.ts';
import { type CountedRule, countedRule } from './engagementRule.ts';
import { compileFit, type FitPoints } from './fitTable.ts';
import { type Bounds, boundsOf, hundredths } from './hundredths.ts';
import { compileSieve, type Sieve } from './sieve.ts';

interface Group {
  readonly id: string;
  readonly label: string;
  /** Hundredths. */
  readonly bounds: Bounds;
}
export interface FitCard extends Group {
  readonly kind: 'fit';
  readonly rules: readonly { readonly rule: FitRule; readonly points: number; readonly when: CompiledNode }[];
}
export interface EngagementCard extends Group {
  readonly kind: 'engagement';
  /** Each with its place among all engagement rules, where `matchesOf` puts its signals. */
  readonly rules: readonly { readonly counted: CountedRule; readonly place: number }[];
}
export interface Card {
  readonly groups: readonly (FitCard | EngagementCard)[];
  /** What the rules of each fit group give together. */
  readonly fits: readonly { readonly points: FitPoints; readonly bounds: Bounds }[];
  /** Of each engagement group, in the order of the sums `addLeft` adds to. */
  readonly engagements: readonly Bounds[];
  readonly total: Bounds;
  readonly sieve: Sieve;
}

export const cardOf = derived(compileCard);

function compileCard(scoring: Scoring): Card {
  const fits: { points: FitPoints; bounds: Bounds }[] = [];
  const engagements: Bounds[] = [];
  const asked: (readonly [EngagementRule, number])[] = [];
  const groups = scoring.groups.map((group): FitCard | EngagementCard => {
    const { id, label } = group;
    const bounds = boundsOf(group);
    if (group.kind === 'fit') {
      fits.push({ points: compileFit(group.rules), bounds });
      const rules = group.rules.map((rule) => {
        return { rule, points: hundredths(rule.points), when: compile(rule.when) };
      });
      return { kind: 'fit', id, label, bounds, rules };
    }
    const sum = engagements.push(bounds) - 1;
    const rules = group.rules.map((rule) => {
      return { counted: countedRule(rule), place: asked.push([rule, sum]) - 1 };
    });
    return { kind: 'engagement', id, label, bounds, rules };
  });
  return { groups, fits, engagements, total: boundsOf(scoring), sieve: compileSieve(asked) };
}
