/** Since when a criterion that is met has been met without a break, so that machine delay is measured fairly (FCT7). */
import type { Definitions } from '../definitions/definitions.ts';
import { isAfter } from './barrier.ts';
import { contextOf } from '../lead/context.ts';
import { type Story, storyAt } from '../lead/story.ts';
import { changesAt, evaluate, evidenceAt } from '../predicate/evaluate.ts';
import type { Predicate } from '../predicate/predicate.ts';

/** Walks back over the instants of facts; usually the newest one is the answer. */
export function heldSince(story: Story, criterion: Predicate, definitions: Definitions): number {
  let since = story.now;
  for (const at of [...new Set(story.facts.map((fact) => fact.at))].toReversed()) {
    const first = firstMet(story, criterion, definitions, at, since);
    if (first === null) return since;
    since = first;
    // It became met by time alone between two facts: that is where the run began.
    if (first > at) return since;
  }
  return since;
}

/** First instant in `[from, to)` from which it is met until `to`; null when it is not met before `to`. */
function firstMet(
  story: Story,
  criterion: Predicate,
  definitions: Definitions,
  from: number,
  to: number,
): number | null {
  let first: number | null = null;
  let at: number | null = from;
  while (at !== null && (at < to || at === from)) {
    const context = contextOf(storyAt(story, at), definitions);
    const met = evaluate(criterion, context) === 'met';
    const after = isAfter(evidenceAt(criterion, context), story.journey.barrier);
    if (!met || !after) first = null;
    else first ??= at;
    at = changesAt(criterion, context);
  }
  return first;
}
