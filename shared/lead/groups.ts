/**
 * The segment and the persona of a lead: the first whose criterion is met. A persona the lead names
 * itself (field `persona`, by id or label) goes before any criterion.
 */
import type { Definitions } from '../definitions/definitions.ts';
import { derived } from '../derived.ts';
import { compile } from '../predicate/compile.ts';
import type { PredicateContext } from '../predicate/context.ts';
import { turnOf } from '../predicate/evaluate.ts';
import { verdictOf } from '../predicate/kleene.ts';
import type { CompiledNode } from '../predicate/leaf.ts';
import type { Predicate, Verdict } from '../predicate/predicate.ts';
import { foldValue, hasValue } from '../predicate/valueTest.ts';
import { foldText } from '../predicate/text.ts';
import { earlier } from '../time.ts';

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

/** Groups with their criteria compiled, once per version. */
interface Compiled {
  readonly id: string;
  /** Folded: by what a lead may name it. */
  readonly names: readonly string[];
  readonly when: CompiledNode;
}
const segmentsOf = derived(({ segments }: Definitions) => segments.map(compiled));
const personasOf = derived(({ personas }: Definitions) => personas.map(compiled));

function compiled({ id, label, when }: Group): Compiled {
  return { id, names: [foldText(id), foldText(label)], when: compile(when) };
}

export function segmentOf(definitions: Definitions, context: PredicateContext): Grouping {
  return firstMet(segmentsOf(definitions), context);
}

export function personaOf(definitions: Definitions, context: PredicateContext): Grouping {
  const personas = personasOf(definitions);
  const named = context.fields['persona'];
  if (!hasValue(named)) return firstMet(personas, context);
  const wanted = foldValue(named);
  const persona = personas.find(({ names }) => names.includes(wanted));
  if (persona === undefined) return firstMet(personas, context);
  return {
    id: persona.id,
    verdict: (id) => verdictOf(id === persona.id),
    changesAt: null,
    evidenceAt: () => context.fieldSince['persona'] ?? null,
  };
}

function firstMet(groups: readonly Compiled[], context: PredicateContext): Grouping {
  const verdicts: Verdict[] = [];
  let changesAt: number | null = null;
  for (const { when } of groups) {
    verdicts.push(when.evaluate(context));
    if (!when.isStill) changesAt = earlier(changesAt, turnOf(when, context));
  }
  const own = verdicts.indexOf('met');
  return {
    id: groups[own]?.id ?? null,
    verdict: (id) => {
      const place = groups.findIndex((group) => group.id === id);
      if (place === own) return verdictOf(place !== -1);
      return verdicts[place] === 'unknown' && (own === -1 || place < own) ? 'unknown' : 'unmet';
    },
    changesAt,
    evidenceAt: (id) => groups.find((group) => group.id === id)?.when.evidenceAt(context) ?? null,
  };
}
