/**
 * The smallest sets of leaves that would turn a criterion, found on its explained tree: pure
 * combinatorics, blind to what the leaves mean (PRD5).
 */
import type { Explained, ExplainedLeaf } from './explain.ts';

/** One leaf to be turned, and to what: `unmet` below an odd number of `not`s. */
export interface Flip {
  readonly leaf: ExplainedLeaf;
  readonly to: 'met' | 'unmet';
}
export type FlipSet = readonly Flip[];

/** Largest set worth asking a person for. */
export const MAX_SET = 3;
/** Sets kept per node: enough for any screen, and a bound on the work. */
const MAX_SETS = 60;

/** Minimal sets, smallest first, those of unknown leaves before those of unmet ones; [] when none is small enough. */
export function flipsOf(tree: Explained, to: 'met' | 'unmet'): readonly FlipSet[] {
  return smallest(flips(tree, to));
}

function flips(node: Explained, to: 'met' | 'unmet'): readonly FlipSet[] {
  if (node.verdict === to) return [[]];
  if (node.kind === 'leaf') return [[{ leaf: node, to }]];
  if (node.kind === 'not') {
    return node.children.flatMap((child) => flips(child, to === 'met' ? 'unmet' : 'met'));
  }
  const needsEvery = (node.kind === 'all') === (to === 'met');
  const perChild = node.children.map((child) => flips(child, to));
  if (!needsEvery) return smallest(perChild.flat());
  let sets: readonly FlipSet[] = [[]];
  for (const options of perChild) {
    sets = smallest(sets.flatMap((set) => options.map((option) => set.concat(option))));
  }
  return sets;
}

/** No set holds another: every leaf stands in one branch, and what can be chosen between are branches. */
function smallest(sets: readonly FlipSet[]): readonly FlipSet[] {
  return sets
    .filter((set) => set.length <= MAX_SET)
    .toSorted((a, b) => a.length - b.length || unknowns(b) - unknowns(a))
    .slice(0, MAX_SETS);
}

function unknowns(set: FlipSet): number {
  return set.filter(({ leaf }) => leaf.verdict === 'unknown').length;
}
