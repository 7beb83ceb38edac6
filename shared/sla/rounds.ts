/**
 * A hand-off as the stretches during which something was owed on it: one, and one more from each
 * decision that overturned its return (HOF5).
 */
import { earlier } from '../time.ts';
import type { ClockHandoff, ClockInput, HandoffAnswer } from './clockInput.ts';

export interface Round {
  readonly handoff: ClockHandoff;
  readonly number: number;
  readonly start: number;
  /** Null while it lasts; else when nothing was owed any more. */
  readonly end: number | null;
  /** First answer of the round, whatever it was. */
  readonly answer: HandoffAnswer | null;
}

export function roundsOf(handoff: ClockHandoff, input: ClockInput): readonly Round[] {
  const reopened = handoff.contests.flatMap(({ decided }) =>
    decided?.outcome === 'overturned' ? [decided.at] : [],
  );
  const starts = [handoff.openedAt, ...reopened];
  return starts.map((start, number) => {
    const next = starts[number + 1] ?? null;
    const answers = handoff.answers.filter(({ at }) => at >= start && (next === null || at < next));
    const returned = answers.find(({ answer }) => answer !== 'accepted')?.since ?? null;
    const closed = next === null ? (handoff.closed?.at ?? null) : next;
    const end = [returned, closed, trialEnd(handoff, input), excluded(start, input)].reduce(earlier, null);
    return { handoff, number, start, end, answer: answers[0] ?? null };
  });
}

/** At the first signed version's start everything begun in trial is cancelled (TRI1). */
function trialEnd(handoff: ClockHandoff, { history, now }: ClockInput): number | null {
  if (!handoff.trial) return null;
  const signed = history.find((version) => version.signed && version.effectiveAt > handoff.openedAt);
  return signed && signed.effectiveAt <= now ? signed.effectiveAt : null;
}

/** An exclusion that came after the start ends it (HOF3). */
function excluded(start: number, { excludedAt }: ClockInput): number | null {
  return excludedAt !== null && excludedAt > start ? excludedAt : null;
}
