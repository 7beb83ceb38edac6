/**
 * Exclusions (SCO6): which hold now, and when one first held during a hand-off, which ends it as
 * withdrawn (HOF3). That instant is looked for among the facts and the turns of time, so it stays
 * the same whenever the lead is folded again.
 */
import type { Definitions } from '../definitions/definitions.ts';
import { contextOf, type LeadContext } from '../lead/context.ts';
import type { Fact } from '../lead/facts.ts';
import { type Story, storyAt } from '../lead/story.ts';
import { versionAt } from '../lead/versionAt.ts';
import { compile } from '../predicate/compile.ts';
import { changesAt, evaluate } from '../predicate/evaluate.ts';
import { earliest } from '../time.ts';

/** Ids of the exclusions that hold, in the order of the definitions. */
export function exclusionsOf(context: LeadContext): readonly string[] {
  return context.definitions.exclusions
    .filter(({ when }) => evaluate(when, context) === 'met')
    .map(({ id }) => id);
}

export function exclusionsChangeAt(context: LeadContext): number | null {
  return earliest(context.definitions.exclusions.map(({ when }) => changesAt(when, context)));
}

/** First instant in `[from, to)` at which any exclusion held; null = none did. `to` null = until now. */
export function firstExcludedAt(
  story: Story,
  current: LeadContext,
  from: number,
  to: number | null,
): number | null {
  const end = to ?? story.now + 1;
  const points = turningPoints(story, from, end);
  for (const [index, point] of points.entries()) {
    const next = points[index + 1] ?? end;
    let at: number | null = point;
    while (at !== null && at < next) {
      const last = to === null && index === points.length - 1 && !isTimed(current.definitions);
      const context: LeadContext = last
        ? current
        : contextOf(storyAt(story, at), versionAt(story.history, at).definitions);
      if (exclusionsOf(context).length > 0) return at;
      at = exclusionsChangeAt(context);
    }
  }
  return null;
}

/** `from`, then every fact and version that could turn an exclusion. */
function turningPoints(story: Story, from: number, to: number): readonly number[] {
  const versions = story.history.filter(({ effectiveAt }) => effectiveAt < to);
  const matters = versions.some(({ definitions }) => definitions.exclusions.length > 0);
  if (!matters) return [];
  const wide = versions.some(({ definitions }) => looksBeyondFields(definitions));
  const instants = [
    ...story.facts.filter((fact) => canTurn(fact, wide)).map(({ at }) => at),
    ...versions.map(({ effectiveAt }) => effectiveAt),
  ].filter((at) => at > from && at < to);
  return [from, ...new Set(instants.toSorted((a, b) => a - b))];
}

function canTurn({ kind }: Fact, wide: boolean): boolean {
  return kind === 'lead.captured' || kind === 'lead.changed' || (wide && !kind.startsWith('clock.'));
}

function looksBeyondFields(definitions: Definitions): boolean {
  return definitions.exclusions.some(({ when }) => {
    const { signals, scores, segments, personas, attempts, stages, account } = compile(when).needs;
    return signals || scores || segments.size + personas.size > 0 || attempts || stages || account;
  });
}

function isTimed(definitions: Definitions): boolean {
  return definitions.exclusions.some(({ when }) => compile(when).mayRise || compile(when).needs.scores);
}
