/**
 * A criterion compiled to closures, once per predicate object: bounded data in, no interpreter of
 * text and no eval (PRD1). Repeated folds of the same version reuse the closures.
 */
import { earliest, latest } from '../time.ts';
import { all, any, not } from './kleene.ts';
import { compileLeaf, NO_NEEDS, type CompiledNode, type Needs } from './leaf.ts';
import type { Predicate } from './predicate.ts';

const compiled = new WeakMap<Predicate, CompiledNode>();

export function compile(predicate: Predicate): CompiledNode {
  const known = compiled.get(predicate);
  if (known !== undefined) return known;
  const fresh = compileNode(predicate);
  compiled.set(predicate, fresh);
  return fresh;
}

function compileNode(predicate: Predicate): CompiledNode {
  if ('not' in predicate) {
    const inner = compile(predicate.not);
    return {
      evaluate: (context) => not(inner.evaluate(context)),
      changesAt: inner.changesAt,
      isStill: inner.isStill,
      evidenceAt: inner.evidenceAt,
      mayRise: inner.mayFall,
      mayFall: inner.mayRise,
      wantsMorePoints: inner.wantsFewerPoints,
      wantsFewerPoints: inner.wantsMorePoints,
      needs: inner.needs,
    };
  }
  if ('all' in predicate) {
    const children = predicate.all.map(compile);
    const judges = children.map(({ evaluate }) => evaluate);
    return { ...joined(children), evaluate: alone(judges) ?? ((context) => all(judges, context)) };
  }
  if ('any' in predicate) {
    const children = predicate.any.map(compile);
    const judges = children.map(({ evaluate }) => evaluate);
    return { ...joined(children), evaluate: alone(judges) ?? ((context) => any(judges, context)) };
  }
  return compileLeaf(predicate);
}

/** A group of one judges as that one: forms write every criterion as a group. */
function alone<T>(judges: readonly T[]): T | undefined {
  return judges.length === 1 ? judges[0] : undefined;
}

function joined(children: readonly CompiledNode[]): Omit<CompiledNode, 'evaluate'> {
  const turning = children.filter(({ isStill }) => !isStill);
  return {
    changesAt: (context) => earliest(turning.map((child) => child.changesAt(context))),
    isStill: turning.length === 0,
    // Only branches that hold are evidence: an unmet alternative proves nothing.
    evidenceAt: (context) =>
      latest(children.map((child) => (child.evaluate(context) === 'met' ? child.evidenceAt(context) : null))),
    mayRise: children.some(({ mayRise }) => mayRise),
    mayFall: children.some(({ mayFall }) => mayFall),
    wantsMorePoints: children.some(({ wantsMorePoints }) => wantsMorePoints),
    wantsFewerPoints: children.some(({ wantsFewerPoints }) => wantsFewerPoints),
    needs: children.map(({ needs }) => needs).reduce(joinNeeds, NO_NEEDS),
  };
}

function joinNeeds(a: Needs, b: Needs): Needs {
  return {
    fields: new Set([...a.fields, ...b.fields]),
    domains: a.domains || b.domains,
    signals: a.signals || b.signals,
    scores: a.scores || b.scores,
    segments: new Set([...a.segments, ...b.segments]),
    personas: new Set([...a.personas, ...b.personas]),
    attempts: a.attempts || b.attempts,
    stages: a.stages || b.stages,
    account: a.account || b.account,
  };
}
