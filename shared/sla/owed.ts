/**
 * One thing owed, before any policy says how long it may take: what the files in `kinds/` produce
 * and `course.ts` times.
 */
import type { ClockKind } from '../lead/vocabulary.ts';
import type { Choice } from './policyChoice.ts';

/** What ended a clock well; `factId` is null when it was done before it was owed. */
export interface Meeting {
  readonly at: number;
  readonly factId: string | null;
}

export interface Owed {
  readonly id: string;
  readonly kind: ClockKind;
  readonly handoff: string;
  readonly step: number;
  readonly trial: boolean;
  /** Null while it waits for an active owner. */
  readonly start: number | null;
  /** When its policy is chosen: the start, or since when it waits. */
  readonly chosenAt: number;
  /** A cadence chooses once: later steps go on with the choice of the one before. */
  readonly carried?: Choice | undefined;
  /** `stage_time` only. */
  readonly stage?: string | undefined;
  /** The first meeting from the hand-off on, under a policy; one before `start` met it without delay (ATT9). */
  readonly meeting: (choice: Choice) => Meeting | null;
  /** When it stopped being owed; null when it did not. */
  readonly cancelledAt: number | null;
  /** Whether the lead's owner owes it, so that each owner has a leg (CLK10). */
  readonly byOwner: boolean;
}
