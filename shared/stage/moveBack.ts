/** What a publish does to leads that no longer qualify, when its author chose to move them back (STG6). */
import { contextOf } from '../lead/context.ts';
import { storyAt } from '../lead/story.ts';
import { evaluate } from '../predicate/evaluate.ts';
import type { Proposal, Seen } from './entry.ts';
import { firstStage, placeOf } from './order.ts';

/**
 * Judged as of the instant the version took effect: what fades later moves nobody back (STG2). Only
 * stages entered by criteria can be lost to criteria, and only while sales has not answered.
 */
export function proposeMoveBack({ story, version }: Seen): Proposal | null {
  const { definitions, choices, effectiveAt } = version;
  const { entries, handoffs, stage } = story.journey;
  const entry = entries.at(-1);
  if (choices.leads !== 'moveBack' || entry === undefined) return null;
  if (entry.version >= version.version || entry.at >= effectiveAt) return null;
  if (!['criteria', 'import', 'publish'].includes(entry.cause)) return null;
  const last = handoffs.at(-1);
  if (last?.closed === null && last.answered !== null) return null;
  const here = placeOf(definitions, stage);
  const criteria = definitions.stages[here]?.criteria;
  if (criteria === undefined) return null;
  const context = contextOf(storyAt(story, effectiveAt), definitions);
  if (evaluate(criteria, context) === 'met') return null;
  const held = definitions.stages
    .slice(0, here)
    .findLast(
      (one) => one.enter === 'automatic' && one.criteria && evaluate(one.criteria, context) === 'met',
    );
  const back = held?.id ?? firstStage(definitions);
  return { stage: back, cause: 'publish', evidence: stage, since: effectiveAt, backlog: false };
}
