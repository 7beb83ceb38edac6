/** Time travel (STG5): a lead's state at a past instant, as it was known then or as it is known now. */
import type { History } from '../definitions/version.ts';
import { historyKnownAt, roomKnownAt } from '../sla/closures.ts';
import type { Fact } from './facts.ts';
import { fold } from './fold.ts';
import type { Room } from './room.ts';
import type { LeadState } from './state.ts';

/**
 * `then` uses only what had been recorded and published by `at`, and the calendars without the
 * closures declared since; `now` uses every fact and version, so that late reports and corrections
 * show. Both judge by the version in force at `at`, epoch ms.
 */
export function stateAt(
  facts: readonly Fact[],
  history: History,
  room: Room,
  at: number,
  knowing: 'then' | 'now',
): LeadState {
  if (knowing === 'now') return fold(facts, history, room, at);
  const published = history.filter(({ publishedAt }) => publishedAt <= at);
  return fold(
    facts.filter(({ recordedAt }) => recordedAt <= at),
    // Before the first publish there was no agreement to judge by: the first one stands in.
    historyKnownAt(published.length > 0 ? published : history.slice(0, 1), at),
    roomKnownAt(room, at),
    at,
  );
}
