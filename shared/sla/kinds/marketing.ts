/** What marketing owes (CLK3): a complete brief, and nurturing for what sales gave back. */
import { earlier } from '../../time.ts';
import type { Span } from '../clockInput.ts';
import type { FoldContext } from '../foldContext.ts';
import type { Owed } from '../owed.ts';
import type { Round } from '../rounds.ts';

/** Hand-off → every field of `brief.required` known at once. */
export function briefCompletion(round: Round, { input }: FoldContext): readonly Owed[] {
  const { handoff, number, start } = round;
  if (number > 0) return [];
  return [
    {
      id: `${handoff.id}:brief_completion:0:1`,
      kind: 'brief_completion',
      handoff: handoff.id,
      step: 1,
      trial: handoff.trial,
      start,
      chosenAt: start,
      meeting: ({ version }) => {
        const spans = version.definitions.handoff.brief.required.map((field) => input.known[field] ?? []);
        const at = allKnownAt(spans, start);
        return at === null ? null : { at, factId: null };
      },
      cancelledAt: round.end,
      byOwner: false,
    },
  ];
}

/** Recycled → nurturing begun. Over when the return is overturned, the lead handed off again or out of reach. */
export function returnToNurture(
  round: Round,
  next: Pick<Round, 'start'> | undefined,
  { input }: FoldContext,
): readonly Owed[] {
  const { handoff, number } = round;
  const until = next?.start ?? null;
  const recycled = handoff.answers.find(
    ({ answer, since }) => answer === 'recycled' && since >= round.start && (until === null || since < until),
  );
  if (!recycled) return [];
  const begun = input.nurtureStarts.find(({ at }) => at >= recycled.since);
  const optedOut = input.optedOutAt !== null && input.optedOutAt >= recycled.since ? input.optedOutAt : null;
  return [
    {
      id: `${handoff.id}:return_to_nurture:${number}:1`,
      kind: 'return_to_nurture',
      handoff: handoff.id,
      step: 1,
      trial: handoff.trial,
      start: recycled.since,
      chosenAt: recycled.since,
      meeting: () => begun ?? null,
      cancelledAt: earlier(until, optedOut),
      byOwner: false,
    },
  ];
}

/** First instant from `from` on at which every list has a span open; null when there is none. */
function allKnownAt(lists: readonly (readonly Span[])[], from: number): number | null {
  const isKnown = (at: number): boolean =>
    lists.every((spans) => spans.some((span) => span.from <= at && (span.to === null || at < span.to)));
  if (isKnown(from)) return from;
  const edges = lists.flatMap((spans) => spans.map((span) => span.from)).filter((at) => at > from);
  return edges.toSorted((a, b) => a - b).find(isKnown) ?? null;
}
