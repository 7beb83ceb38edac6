/**
 * What is missing (PRD5): the smallest sets of leaves that would make a criterion met, as questions
 * that can be answered where they are shown, and for a score the single rules that would do it.
 */
import type { LeadContext } from '../lead/context.ts';
import { type ScoreGap, scoreGap } from '../score/gap.ts';
import { explain, type ExplainedLeaf } from './explain.ts';
import { type Flip, flipsOf } from './flips.ts';
import type { Predicate } from './predicate.ts';

export interface MissingItem {
  readonly leaf: ExplainedLeaf;
  readonly to: 'met' | 'unmet';
  /** The field whose value is asked for; null when no field answers it. */
  readonly field: string | null;
  /** The agreement's own question for that field; null when it has none. */
  readonly question: string | null;
  readonly gap: ScoreGap | null;
}

/** Sets smallest first, unknown fields before known ones; [] when met, or when more than three leaves are missing. */
export function missing(predicate: Predicate, context: LeadContext): readonly (readonly MissingItem[])[] {
  const tree = explain(predicate, context);
  if (tree.verdict === 'met') return [];
  return flipsOf(tree, 'met').map((set) => set.map((flip) => itemOf(flip, context)));
}

function itemOf({ leaf, to }: Flip, context: LeadContext): MissingItem {
  const field = fieldOf(leaf);
  const asked = context.definitions.fields.find(({ id }) => id === field);
  return { leaf, to, field, question: asked?.question ?? null, gap: gapOf(leaf, to, context) };
}

function fieldOf({ leaf }: ExplainedLeaf): string | null {
  if ('field' in leaf) return leaf.field;
  if ('product' in leaf) return 'product';
  return 'persona' in leaf ? 'persona' : null;
}

function gapOf({ leaf }: ExplainedLeaf, to: 'met' | 'unmet', context: LeadContext): ScoreGap | null {
  if (to === 'unmet') return null;
  if ('score' in leaf) return scoreGap('score', leaf.atLeast, context);
  if ('fit' in leaf) return scoreGap('fit', leaf.atLeast, context);
  return 'engagement' in leaf ? scoreGap('engagement', leaf.atLeast, context) : null;
}
