/** The verdict of a criterion on one lead as of one instant, and when time alone may change it. */
import { compile } from './compile.ts';
import type { PredicateContext } from './context.ts';
import type { CompiledNode } from './leaf.ts';
import type { Predicate, Verdict } from './predicate.ts';

/** Kleene's verdict (PRD2); only `met` gives points, stage or exclusion. */
export function evaluate(predicate: Predicate, context: PredicateContext): Verdict {
  return compile(predicate).evaluate(context);
}

/** Earliest instant after `context.now` at which the verdict may change with no new fact (FCT5). */
export function changesAt(predicate: Predicate, context: PredicateContext): number | null {
  return turnOf(compile(predicate), context);
}

/** The same of a criterion already compiled. */
export function turnOf(node: CompiledNode, context: PredicateContext): number | null {
  if (node.isStill) return null;
  const at = node.changesAt(context);
  return at !== null && at > context.now ? at : null;
}

/** Instant of the newest evidence behind a met criterion (STG4); null when nothing in it is dated. */
export function evidenceAt(predicate: Predicate, context: PredicateContext): number | null {
  return compile(predicate).evidenceAt(context);
}
