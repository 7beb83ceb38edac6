/** The tree of a criterion with every node's verdict and what it looked at, on demand (PRD4). */
import type { PredicateContext } from './context.ts';
import { evaluate } from './evaluate.ts';
import type { Leaf, Predicate, Verdict } from './predicate.ts';
import { type Seen, seenBy } from './seen.ts';

interface Node {
  /** JSON pointer inside the criterion: `/all/0/not`. */
  readonly path: string;
  /** The author's words for a group; null where none were given. */
  readonly label: string | null;
  readonly verdict: Verdict;
}
export interface ExplainedGroup extends Node {
  readonly kind: 'all' | 'any' | 'not';
  readonly children: readonly Explained[];
}
export interface ExplainedLeaf extends Node, Seen {
  readonly kind: 'leaf';
  readonly leaf: Leaf;
}
export type Explained = ExplainedGroup | ExplainedLeaf;

export function explain(predicate: Predicate, context: PredicateContext, path = ''): Explained {
  const verdict = evaluate(predicate, context);
  if ('not' in predicate) {
    const children = [explain(predicate.not, context, `${path}/not`)];
    return { kind: 'not', path, label: predicate.label ?? null, verdict, children };
  }
  if ('all' in predicate || 'any' in predicate) {
    const kind = 'all' in predicate ? 'all' : 'any';
    const inner = 'all' in predicate ? predicate.all : predicate.any;
    const children = inner.map((child, index) => explain(child, context, `${path}/${kind}/${index}`));
    return { kind, path, label: predicate.label ?? null, verdict, children };
  }
  return { kind: 'leaf', path, label: null, verdict, leaf: predicate, ...seenBy(predicate, context) };
}
