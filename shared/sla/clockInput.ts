/**
 * What the clocks of one lead are folded from: its story reduced to the instants a promise looks at.
 * The lead fold builds it; nothing here is a fact, and nothing here knows a zone or a predicate's
 * inside. Every list is ascending by instant and holds only what happened up to `now` (FCT4).
 */
import type { History, Version } from '../definitions/version.ts';
import type { Attempt, ClockState, StageEntry } from '../lead/state.ts';
import type { Room } from '../lead/room.ts';
import type { Answer, ClockKind } from '../lead/vocabulary.ts';
import type { Predicate, Verdict } from '../predicate/predicate.ts';

/** `[from, to)` in epoch ms; `to` is null while it lasts. */
export interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** Who owned the lead from `at` until the next entry; whether they were active is read from the room. */
export interface OwnerChange {
  readonly at: number;
  readonly owner: string | null;
  readonly factId: string;
}

/** One answer as it stands after corrections. */
export interface HandoffAnswer {
  readonly factId: string;
  readonly answer: Answer;
  /** When sales answered. */
  readonly at: number;
  /** When the answer took this value: `at`, or the instant of the correction that gave it. */
  readonly since: number;
  readonly by: string;
}

export interface HandoffContest {
  readonly factId: string;
  readonly at: number;
  readonly by: string;
  readonly decided: {
    readonly factId: string;
    readonly at: number;
    readonly outcome: 'upheld' | 'overturned';
  } | null;
}

/** One hand-off; after an overturned return it goes on from the decision (HOF5). */
export interface ClockHandoff {
  readonly id: string;
  /** Instant of the worker's decision: human clocks start here (FCT7). */
  readonly openedAt: number;
  /** When the evidence first held: machine-delay clocks measure from here (FCT7). */
  readonly since: number;
  readonly trial: boolean;
  /** Opened already accepted (HOF1): only `reply` and `stage_time` clocks. */
  readonly accepted: boolean;
  readonly answers: readonly HandoffAnswer[];
  readonly contests: readonly HandoffContest[];
  /**
   * Why nothing is owed on it any more. Accepting does not close; `answered` = recycled or
   * disqualified and not overturned since.
   */
  readonly closed: {
    readonly at: number;
    readonly how: 'answered' | 'withdrawn' | 'opted_out' | 'won';
  } | null;
}

export interface ClockReply {
  readonly factId: string;
  readonly at: number;
  /** Not a reply (ATT10). */
  readonly outOfOffice: boolean;
}

export interface NurtureStart {
  readonly factId: string;
  readonly at: number;
}

export interface ClockInput {
  readonly now: number;
  readonly leadId: string;
  readonly history: History;
  readonly room: Room;
  readonly owners: readonly OwnerChange[];
  readonly handoffs: readonly ClockHandoff[];
  readonly entries: readonly StageEntry[];
  /** After ATT7; withdrawn, refused and automatic ones may be in it, `genuine` tells. */
  readonly attempts: readonly Attempt[];
  readonly replies: readonly ClockReply[];
  /** Within what the agreement allows (CLK5); `to` is known in advance and may lie after `now`. */
  readonly snoozes: readonly Span[];
  readonly nurtureStarts: readonly NurtureStart[];
  /** Field id → when it had a value; only the `brief.required` fields of the history are needed. */
  readonly known: Readonly<Record<string, readonly Span[]>>;
  /** Since when no channel is left to reach the lead (HOF6); null while one is. */
  readonly optedOutAt: number | null;
  /** In the backlog nothing is handed off, so nothing is owed (TRI2). */
  readonly backlog: boolean;
  /** Since when an exclusion holds (SCO6); null while none does. */
  readonly excludedAt: number | null;
  /** A policy's `when` as of an instant, by the definitions of `version`. */
  readonly verdict: (predicate: Predicate, at: number, version: Version) => Verdict;
  /** Ascending instants at which a field this predicate needs got its first value (CLK4). */
  readonly learnt: (predicate: Predicate, version: Version) => readonly number[];
}

/** A promise that could have been timed and is not, so that the screen can say so (CLK1). */
export interface UntimedClock {
  readonly kind: ClockKind;
  readonly handoff: string;
  /** No policy matches, or at least one could if a field were known. */
  readonly why: 'no_policy' | 'unknown';
}

export interface FoldedClocks {
  /** By hand-off, kind, cycle and step. */
  readonly clocks: readonly ClockState[];
  readonly untimed: readonly UntimedClock[];
  /** Earliest instant at which any of this may change with no new fact; null = never (FCT5). */
  readonly validUntil: number | null;
}
