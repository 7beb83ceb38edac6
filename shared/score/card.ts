/**
 * A scoring made ready to count by: compiled once per scoring object, used for the bare numbers
 * (`points.ts`) and for the explained score (`score.ts`) alike.
 */
import { derived } from '../derived.ts';
import type { EngagementRule, FitRule, Scoring } from '../definitions/scoring.ts';
import type { ScoreRule } from '../lead/state.ts';
import { compile } from '../predicate/compile.ts';
import type { CompiledNode } from '../predicate/leaf.ts';
import { type CountedRule, countedRule } from './engagementRule.ts';
import { compileFit, type FitTable } from './fitTable.ts';
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
  readonly table: FitTable;
  readonly rules: readonly {
    /** Hundredths. */
    readonly points: number;
    readonly when: CompiledNode;
    readonly idle: ScoreRule;
  }[];
  /** Criteria whose verdict time alone may change. */
  readonly turning: readonly CompiledNode[];
}
export interface EngagementCard extends Group {
  readonly kind: 'engagement';
  readonly rules: readonly {
    readonly counted: CountedRule;
    /** Among all engagement rules, where `matchesOf` puts its signals. */
    readonly place: number;
    readonly idle: ScoreRule;
  }[];
}
export interface Card {
  readonly groups: readonly (FitCard | EngagementCard)[];
  readonly fits: readonly FitCard[];
  /** Of each engagement group, in the order of the sums `addLeft` adds to. */
  readonly engagements: readonly Bounds[];
  readonly total: Bounds;
  readonly sieve: Sieve;
}

export const cardOf = derived(compileCard);

function compileCard(scoring: Scoring): Card {
  const fits: FitCard[] = [];
  const engagements: Bounds[] = [];
  const asked: (readonly [EngagementRule, number])[] = [];
  const groups = scoring.groups.map((group): FitCard | EngagementCard => {
    const { id, label } = group;
    const bounds = boundsOf(group);
    if (group.kind === 'fit') {
      const rules = group.rules.map((rule) => {
        return { points: hundredths(rule.points), when: compile(rule.when), idle: idleLine(rule, id) };
      });
      const turning = rules.map(({ when }) => when).filter(({ isStill }) => !isStill);
      const table = compileFit(group.rules);
      const card = { kind: 'fit', id, label, bounds, table, rules, turning } as const;
      fits.push(card);
      return card;
    }
    const sum = engagements.push(bounds) - 1;
    const rules = group.rules.map((rule) => {
      return { counted: countedRule(rule), place: asked.push([rule, sum]) - 1, idle: idleLine(rule, id) };
    });
    return { kind: 'engagement', id, label, bounds, rules };
  });
  return { groups, fits, engagements, total: boundsOf(scoring), sieve: compileSieve(asked) };
}

/** The line of a rule that gave nothing: the same for every lead. */
function idleLine({ id, label }: FitRule | EngagementRule, group: string): ScoreRule {
  return { id, label, group, times: 0, raw: 0, counted: 0, decayed: 0, shown: 0 };
}
