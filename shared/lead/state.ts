/**
 * What `fold` returns: everything any screen may say about a lead, as instants, never as time left
 * (FCT5). Plain JSON, byte-equal in every runtime (FCT6).
 */
import type { Target } from '../definitions/policy.ts';
import type { UntimedClock } from '../sla/clockInput.ts';
import type { ExternalId, Scalar } from './facts.ts';
import type {
  Answer,
  Channel,
  ClockKind,
  ClockStatus,
  ENTRY_CAUSES,
  Evidence,
  Outcome,
  Side,
} from './vocabulary.ts';

export type EntryCause = (typeof ENTRY_CAUSES)[number];

export interface ScoreRule {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  /** Signals counted; 1 for a fit rule. */
  readonly times: number;
  /** Hundredths of a point: before limits, after limits, after decay or window. */
  readonly raw: number;
  readonly counted: number;
  readonly decayed: number;
  /** Whole points this rule contributes to the shown score; they add up to it exactly (SCO4). */
  readonly shown: number;
}

export interface ScoreGroup {
  readonly id: string;
  readonly label: string;
  readonly kind: 'fit' | 'engagement';
  /** Hundredths, before and after the group's clamp. */
  readonly sum: number;
  readonly clamped: number;
}

export interface Score {
  /** The shown integer; every comparison uses it (SCO3). */
  readonly shown: number;
  readonly fit: number;
  readonly engagement: number;
  /** SCO5; null when the definitions set no bands. */
  readonly fitBand: string | null;
  readonly engagementBand: string | null;
  readonly groups: readonly ScoreGroup[];
  readonly rules: readonly ScoreRule[];
  /** Whole points the total's clamp and rounding took away or added, so that rules + this = shown. */
  readonly clampedBy: number;
}

export interface StageEntry {
  readonly stage: string;
  readonly from: string | null;
  readonly at: number;
  readonly since: number;
  readonly cause: EntryCause;
  /** Id of the signal, criterion or answer behind it. */
  readonly evidence: string | null;
  readonly actor: string;
  readonly version: number;
  readonly factId: string;
  /** The evidence has since gone: a person may move it back (FCT7). */
  readonly evidenceGone: boolean;
}

/** One real try, after ATT7 folded its observers. */
export interface Attempt {
  /** Id of its earliest fact. */
  readonly id: string;
  readonly factIds: readonly string[];
  readonly at: number;
  readonly recordedAt: number;
  readonly by: string;
  readonly channel: Channel;
  readonly outcome: Outcome;
  readonly evidence: Evidence;
  readonly automatic: boolean;
  /** By sales, not automatic, not withdrawn, not refused (ATT9). */
  readonly genuine: boolean;
  readonly withdrawn: boolean;
  readonly refused: boolean;
  readonly afterOptOut: boolean;
}

export interface HandoffState {
  readonly id: string;
  readonly openedAt: number;
  readonly since: number;
  readonly stage: string;
  readonly cause: EntryCause;
  readonly version: number;
  readonly trial: boolean;
  readonly source: string | null;
  readonly campaign: string | null;
  readonly answer: {
    readonly answer: Answer;
    readonly at: number;
    readonly by: string;
    readonly reason: string | null;
    readonly mark: 'great' | 'fine' | 'weak' | null;
    readonly returnOn: string | null;
  } | null;
  readonly contest: {
    readonly at: number;
    readonly by: string;
    readonly decided: 'upheld' | 'overturned' | null;
  } | null;
  readonly closed: {
    readonly at: number;
    readonly how: 'answered' | 'withdrawn' | 'opted_out' | 'won';
  } | null;
}

/** One owner's share of a clock (CLK10). */
export interface ClockLeg {
  readonly owner: string;
  readonly from: number;
  readonly to: number | null;
  readonly dueAt: number | null;
}

export interface ClockState {
  /** Derived from hand-off (or cause), kind and step; stable across folds. */
  readonly id: string;
  readonly kind: ClockKind;
  readonly party: Side;
  readonly handoff: string | null;
  /** 1-based; above 1 only for cadence. `of` is the number of steps. */
  readonly step: number;
  readonly of: number;
  readonly policy: {
    readonly id: string;
    readonly label: string;
    readonly level: 'account' | 'segment' | 'default';
    readonly version: number;
    readonly target: Target;
    readonly calendar: string;
  };
  readonly status: ClockStatus;
  readonly atRisk: boolean;
  readonly startedAt: number | null;
  /** Null while waiting or paused. */
  readonly dueAt: number | null;
  /** Instant from which it is at risk: the first warning; null without one. */
  readonly riskAt: number | null;
  /** While paused: what is left, in the target's kind of time, ms. */
  readonly leftMs: number | null;
  /** Met, met late or cancelled at. */
  readonly endedAt: number | null;
  /** Fact that met it. */
  readonly metBy: string | null;
  /** Start to meeting in the target's kind of time, ms. */
  readonly tookMs: number | null;
  readonly pauses: readonly { readonly from: number; readonly to: number | null }[];
  readonly legs: readonly ClockLeg[];
  /** Begun in trial: grey, never breaches (TRI1). */
  readonly trial: boolean;
  /** Why this due: what moved it since the start, in order. */
  readonly moves: readonly {
    readonly at: number;
    readonly cause: 'rechosen' | 'published' | 'closure' | 'pause';
    readonly dueAt: number;
  }[];
}

export interface LeadState {
  readonly leadId: string;
  readonly evaluatedAt: number;
  /** Earliest instant at which this may change with no new fact; null = never (FCT5). */
  readonly validUntil: number | null;
  /** Version in force at `evaluatedAt`. */
  readonly version: number;
  readonly capturedAt: number | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly externalIds: readonly ExternalId[];
  readonly fields: Readonly<Record<string, Scalar>>;
  readonly source: string | null;
  readonly campaign: string | null;
  readonly owner: { readonly id: string; readonly since: number } | null;
  readonly segment: string | null;
  readonly persona: string | null;
  readonly exclusions: readonly string[];
  readonly score: Score;
  readonly stage: { readonly id: string; readonly since: number; readonly mark: 'disqualified' | null };
  readonly entries: readonly StageEntry[];
  readonly backlog: boolean;
  readonly trial: boolean;
  /** Oldest first; the last one is current while not closed. */
  readonly handoffs: readonly HandoffState[];
  readonly clocks: readonly ClockState[];
  /** Promises that could have been timed and are not, with the reason (CLK1); set by every fold. */
  readonly untimed?: readonly UntimedClock[];
  readonly attempts: readonly Attempt[];
  readonly optedOut: readonly (Channel | 'all')[];
  readonly snoozedUntil: number | null;
  readonly lastSignal: { readonly id: string; readonly signal: string; readonly at: number } | null;
  readonly lastReplyAt: number | null;
}
