/**
 * Exclusions (SCO6): which hold now, and when one first held during a hand-off, which ends it as
 * withdrawn (HOF3). That instant is looked for among the facts and the turns of time, so it stays
 * the same whenever the lead is folded again.
 */
import type { Definitions } from '../definitions/definitions.ts';
import { derived } from '../derived.ts';
import { contextOf, type LeadContext } from '../lead/context.ts';
import type { FactKind } from '../lead/facts.ts';
import { type Story, storyAt } from '../lead/story.ts';
import { versionAt } from '../lead/versionAt.ts';
import { compile } from '../predicate/compile.ts';
import { turnOf } from '../predicate/evaluate.ts';
import type { CompiledNode } from '../predicate/leaf.ts';
import { earlier } from '../time.ts';

/** The exclusions of a version, compiled, and what could turn one. */
interface Exclusions {
  readonly all: readonly { readonly id: string; readonly when: CompiledNode }[];
  /** Time alone might. */
  readonly isTimed: boolean;
  /** Facts might that say nothing of fields or addresses. */
  readonly looksBeyondFields: boolean;
}

const exclusionsIn = derived(({ exclusions }: Definitions): Exclusions => {
  const all = exclusions.map(({ id, when }) => ({ id, when: compile(when) }));
  return {
    all,
    isTimed: all.some(({ when }) => when.mayRise || when.needs.scores),
    looksBeyondFields: all.some(({ when: { needs } }) => {
      const { signals, scores, segments, personas, attempts, stages, account } = needs;
      return signals || scores || segments.size + personas.size > 0 || attempts || stages || account;
    }),
  };
});

/** Ids of the exclusions that hold, in the order of the definitions. */
export function exclusionsOf(context: LeadContext): readonly string[] {
  let holding: string[] | undefined;
  for (const { id, when } of exclusionsIn(context.definitions).all) {
    if (when.evaluate(context) === 'met') (holding ??= []).push(id);
  }
  return holding ?? NONE;
}

const NONE: readonly string[] = [];

export function exclusionsChangeAt(context: LeadContext): number | null {
  let first: number | null = null;
  for (const { when } of exclusionsIn(context.definitions).all) first = earlier(first, turnOf(when, context));
  return first;
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
  const isTimed = exclusionsIn(current.definitions).isTimed;
  for (const [index, point] of points.entries()) {
    const next = points[index + 1] ?? end;
    let at: number | null = point;
    while (at !== null && at < next) {
      const last = to === null && index === points.length - 1 && !isTimed;
      const context: LeadContext = last
        ? current
        : contextOf(storyAt(story, at), versionAt(story.history, at).definitions);
      if (exclusionsOf(context).length > 0) return at;
      at = exclusionsChangeAt(context);
    }
  }
  return null;
}

/** `from`, then every fact and version that could turn an exclusion; none when nothing is excluded. */
function turningPoints({ facts, history }: Story, from: number, to: number): readonly number[] {
  const instants = new Set([from]);
  let matters = false;
  let wide = false;
  for (const { effectiveAt, definitions } of history) {
    if (effectiveAt >= to) continue;
    const { all, looksBeyondFields } = exclusionsIn(definitions);
    matters ||= all.length > 0;
    wide ||= looksBeyondFields;
    if (effectiveAt > from) instants.add(effectiveAt);
  }
  if (!matters) return [];
  for (const { at, kind } of facts) if (at > from && at < to && canTurn(kind, wide)) instants.add(at);
  return instants.size === 1 ? [from] : [...instants].toSorted((a, b) => a - b);
}

function canTurn(kind: FactKind, wide: boolean): boolean {
  return kind === 'lead.captured' || kind === 'lead.changed' || (wide && !kind.startsWith('clock.'));
}
