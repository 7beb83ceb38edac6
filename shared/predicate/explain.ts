/** The tree of a criterion with every node's verdict and what it looked at, on demand (PRD4). */
import { compile } from './compile.ts';
import type { PredicateContext } from './context.ts';
import type { Leaf, Predicate, Verdict } from './predicate.ts';
import { joined, not } from './kleene.ts';
import { compileSeen, type Seen } from './seen.ts';

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

type Explainer = (context: PredicateContext) => Explained;
const explainers = new WeakMap<Predicate, Explainer>();

export function explain(predicate: Predicate, context: PredicateContext): Explained {
  let explainer = explainers.get(predicate);
  if (explainer === undefined) explainers.set(predicate, (explainer = compileNode(predicate, '')));
  return explainer(context);
}

/** Every node is asked once: the verdict of a group is that of its children, and none is left out. */
function compileNode(predicate: Predicate, path: string): Explainer {
  if ('not' in predicate) {
    const label = predicate.label ?? null;
    const inner = compileNode(predicate.not, `${path}/not`);
    return (context) => {
      const child = inner(context);
      return { kind: 'not', path, label, verdict: not(child.verdict), children: [child] };
    };
  }
  if ('all' in predicate) return compileGroup('all', predicate.all, predicate.label, path);
  if ('any' in predicate) return compileGroup('any', predicate.any, predicate.label, path);
  const { evaluate } = compile(predicate);
  const seenIn = compileSeen(predicate);
  return (context) => {
    const { seen, wanted, counted, newest } = seenIn(context);
    const verdict = evaluate(context);
    return { kind: 'leaf', path, label: null, verdict, leaf: predicate, seen, wanted, counted, newest };
  };
}

function compileGroup(
  kind: 'all' | 'any',
  predicates: readonly Predicate[],
  words: string | undefined,
  path: string,
): Explainer {
  const label = words ?? null;
  const inner = predicates.map((child, index) => compileNode(child, `${path}/${kind}/${index}`));
  return (context) => {
    const children = inner.map((explained) => explained(context));
    return { kind, path, label, verdict: joined(kind, children), children };
  };
}
