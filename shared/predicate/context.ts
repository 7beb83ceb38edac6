/**
 * What a criterion may look at: one lead as of one instant. Score, segment and persona are asked
 * lazily, since most criteria need none of them.
 */
import type { Scalar } from '../lead/facts.ts';
import type { Attempt } from '../lead/state.ts';
import type { Verdict } from './predicate.ts';

export interface SeenSignal {
  /** Id of its fact. */
  readonly id: string;
  readonly signal: string;
  readonly at: number;
  readonly properties: Readonly<Record<string, Scalar>>;
}

/** The shown integers, which every comparison uses (SCO3). */
export interface ShownScore {
  readonly score: number;
  readonly fit: number;
  readonly engagement: number;
}

export interface PredicateContext {
  /** Epoch ms; nothing after it is in here. */
  readonly now: number;
  readonly fields: Readonly<Record<string, Scalar>>;
  /** When a field got the value it has. */
  readonly fieldSince: Readonly<Record<string, number>>;
  /** Domains of its addresses, folded; empty = unknown. */
  readonly domains: readonly string[];
  /** Those and all their parents: by any of them a list may name the lead (PRD3). */
  readonly domainNames: readonly string[];
  readonly domainsSince: number | null;
  /** Ascending by instant. */
  readonly signals: readonly SeenSignal[];
  readonly attempts: readonly Attempt[];
  readonly stage: string;
  readonly stagesWas: ReadonlySet<string>;
  readonly account: {
    readonly at: number;
    readonly personas: Readonly<Record<string, number>>;
    readonly stages: Readonly<Record<string, number>>;
  } | null;
  /** Folded values of a named list; undefined when the definitions have none of that name. */
  readonly list: (id: string) => ReadonlySet<string> | undefined;
  /** Null while the score itself is being asked for (a fit rule that looks at the score). */
  readonly score: () => ShownScore | null;
  /** Instant after `now` at which the score changes by time alone; null = never. */
  readonly scoreChangesAt: () => number | null;
  /** Newest evidence that gave the score points. */
  readonly scoreEvidenceAt: () => number | null;
  /** The lead's own segment or persona; null = none. */
  readonly own: (kind: 'segment' | 'persona') => string | null;
  readonly segment: (id: string) => Verdict;
  readonly persona: (id: string) => Verdict;
  /** Instant after `now` at which segment or persona may change by time alone. */
  readonly groupsChangeAt: () => number | null;
  readonly groupEvidenceAt: (kind: 'segment' | 'persona', id: string) => number | null;
}
