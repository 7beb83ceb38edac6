/**
 * The way of one lead through stages and hand-offs, as its facts tell it: one pass in order, each
 * kind of fact with its own short rule. Decisions are taken as given (FCT7); nothing is judged here.
 */
import type { History } from '../definitions/version.ts';
import type { HandoffDraft } from '../handoff/handoffDraft.ts';
import type { Fact } from '../lead/facts.ts';
import type { Profile } from '../lead/profile.ts';
import type { StageEntry } from '../lead/state.ts';
import { trialEndsAt } from '../lead/versionAt.ts';
import { Walk } from './walk.ts';

export type Entry = Omit<StageEntry, 'evidenceGone'>;

/** Why a lead of the backlog may be worked now: a manager, or its own hand raised (TRI2). */
export interface Release {
  readonly at: number;
  readonly cause: 'release' | 'fast_track';
  readonly evidence: string;
}

export interface Journey {
  readonly entries: readonly Entry[];
  readonly stage: string;
  readonly since: number;
  readonly disqualified: boolean;
  /** Automatic entry needs evidence after this: the last move back or stage set by a person (STG4). */
  readonly barrier: number | null;
  /** Last entry into the hand-off stage or beyond from before it, while the lead is there (HOF1). */
  readonly crossing: Entry | null;
  readonly backlog: boolean;
  readonly released: Release | null;
  readonly handoffs: readonly HandoffDraft[];
}

export interface JourneyInput {
  readonly facts: readonly Fact[];
  readonly history: History;
  readonly profile: Profile;
  readonly now: number;
  /** When no channel was left to reach the lead (HOF6). */
  readonly unreachableFrom: readonly number[];
}

export function journeyOf(input: JourneyInput): Journey {
  const walk = new Walk(input);
  const happening = input.unreachableFrom.map((at) => ({ at, run: () => walk.close(at, 'opted_out') }));
  const trialEnd = trialEndsAt(input.history);
  if (trialEnd !== null) happening.push({ at: trialEnd, run: () => walk.endTrial(trialEnd) });
  const events = happening.length < 2 ? happening : happening.toSorted((a, b) => a.at - b.at);
  let place = 0;
  const runUpTo = (at: number): void => {
    for (let event = events[place]; event !== undefined && event.at <= at; event = events[place]) {
      event.run();
      place += 1;
    }
  };
  for (const fact of input.facts) {
    // What the clock of the world brings comes before the facts of the same instant.
    runUpTo(fact.at);
    walk.take(fact);
  }
  runUpTo(input.now);
  return walk.done();
}
