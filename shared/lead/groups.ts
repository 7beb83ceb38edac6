/**
 * The segment and the persona of a lead: the first whose criterion is met. A persona the lead names
 * itself (field `persona`, by id or label) goes before any criterion.
 */
import type { Predicate, Verdict } from '../predicate/predicate.ts';
import type { PredicateContext } from '../predicate/context.ts';
import { changesAt, evaluate, evidenceAt } from '../predicate/evaluate.ts';
import { verdictOf } from '../predicate/kleene.ts';
import { foldValue, hasValue } from '../predicate/valueTest.ts';
import { foldText } from '../predicate/text.ts';

interface Group {
  readonly id: string;
  readonly label: string;
  readonly when: Predicate;
}

export interface Grouping {
  readonly id: string | null;
  /** Met for the lead's own group; unknown while one listed before its own might still be met. */
  readonly verdict: (id: string) => Verdict;
  readonly changesAt: number | null;
  readonly evidenceAt: (id: string) => number | null;
}

export function groupBy(groups: readonly Group[], context: PredicateContext): Grouping {
  const verdicts: Verdict[] = [];
  let changes: number | null = null;
  for (const { when } of groups) {
    verdicts.push(evaluate(when, context));
    const at = changesAt(when, context);
    if (at !== null && (changes === null || at < changes)) changes = at;
  }
  const own = verdicts.indexOf('met');
  return {
    id: groups[own]?.id ?? null,
    verdict: (id) => {
      const place = groups.findIndex((group) => group.id === id);
      if (place === own) return verdictOf(place !== -1);
      return verdicts[place] === 'unknown' && (own === -1 || place < own) ? 'unknown' : 'unmet';
    },
    changesAt: changes,
    evidenceAt: (id) => {
      const group = groups.find((one) => one.id === id);
      return group === undefined ? null : evidenceAt(group.when, context);
    },
  };
}

export function personaOf(groups: readonly Group[], context: PredicateContext): Grouping {
  const named = context.fields['persona'];
  if (!hasValue(named)) return groupBy(groups, context);
  const wanted = foldValue(named);
  const persona = groups.find(({ id, label }) => foldText(id) === wanted || foldText(label) === wanted);
  if (persona === undefined) return groupBy(groups, context);
  return {
    id: persona.id,
    verdict: (id) => verdictOf(id === persona.id),
    changesAt: null,
    evidenceAt: () => context.fieldSince['persona'] ?? null,
  };
}
