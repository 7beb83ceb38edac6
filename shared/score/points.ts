/**
 * The three shown numbers and nothing else: what criteria compare (SCO3), at the instants a fold asks
 * about, without the explanation that only the state shows. `score.ts` counts with the same parts.
 */
import type { Scoring } from '../definitions/scoring.ts';
import { compile } from '../predicate/compile.ts';
import type { PredicateContext, ShownScore } from '../predicate/context.ts';
import { compileLeft } from './engagementRule.ts';
import { clamp, hundredths, wholePoints } from './hundredths.ts';

type Points = (context: PredicateContext) => number;

interface CompiledGroup {
  readonly isFit: boolean;
  readonly bounds: { readonly min: number; readonly max: number };
  readonly rules: readonly Points[];
}

const compiled = new WeakMap<Scoring, readonly CompiledGroup[]>();

export function pointsOf(scoring: Scoring, context: PredicateContext): ShownScore {
  let groups = compiled.get(scoring);
  if (groups === undefined) compiled.set(scoring, (groups = compileGroups(scoring)));
  let fit = 0;
  let engagement = 0;
  for (const { isFit, bounds, rules } of groups) {
    let sum = 0;
    for (const points of rules) sum += points(context);
    if (isFit) fit += clamp(sum, bounds);
    else engagement += clamp(sum, bounds);
  }
  return {
    score: wholePoints(clamp(fit + engagement, scoring)),
    fit: wholePoints(fit),
    engagement: wholePoints(engagement),
  };
}

function compileGroups({ groups }: Scoring): readonly CompiledGroup[] {
  return groups.map((group) => {
    const bounds = { min: group.min, max: group.max };
    if (group.kind === 'engagement') return { isFit: false, bounds, rules: group.rules.map(compileLeft) };
    const rules = group.rules.map(({ points, when }): Points => {
      const { evaluate } = compile(when);
      const value = hundredths(points);
      return (context) => (evaluate(context) === 'met' ? value : 0);
    });
    return { isFit: true, bounds, rules };
  });
}
