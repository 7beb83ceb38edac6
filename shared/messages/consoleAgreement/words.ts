/** What the room "Agreement" says around the agreement itself, so that it can be read aloud. */
import type { GoalWords } from '../goals/words.ts';

export interface AgreementWords {
  readonly version: (version: number) => string;
  readonly inForce: (date: string) => string;
  readonly older: (date: string) => string;
  readonly later: (date: string) => string;
  readonly trial: string;
  readonly which: string;
  readonly inForceNow: string;
  /** Begins a draft with what an older version said. */
  readonly rollBack: (version: number) => string;
  readonly contents: string;
  readonly none: string;
  readonly sections: {
    readonly stages: string;
    readonly scoring: string;
    readonly promises: string;
    readonly handoff: string;
    readonly targets: string;
    readonly who: string;
    readonly hours: string;
    readonly signatures: string;
    readonly history: string;
  };
  readonly stages: {
    readonly about: string;
    readonly owner: Readonly<Record<'marketing' | 'shared' | 'sales', string>>;
    readonly enter: Readonly<Record<'automatic' | 'decision' | 'integration', string>>;
    readonly when: (criteria: string) => string;
    readonly fast: (signals: string) => string;
    readonly examples: string;
    readonly not: string;
  };
  readonly scoring: {
    readonly about: (min: string, max: string) => string;
    readonly group: (label: string, min: string, max: string) => string;
    readonly rule: string;
    readonly points: string;
    readonly how: string;
    readonly each: string;
    readonly once: string;
    readonly within: (days: string) => string;
    readonly bands: string;
    readonly fit: string;
    readonly engagement: string;
    readonly from: (points: string) => string;
    /** The lowest band, by where the one above it begins. */
    readonly below: (points: string) => string;
  };
  readonly promises: {
    readonly about: string;
    readonly levels: Readonly<Record<'account' | 'segment' | 'default', string>>;
    readonly promise: string;
    readonly party: string;
    readonly when: string;
    readonly target: string;
    readonly hours: string;
    readonly steps: string;
    readonly parties: Readonly<Record<'marketing' | 'sales' | 'neutral', string>>;
    readonly always: string;
    readonly pauses: string;
  };
  readonly handoff: {
    readonly opens: (stage: string) => string;
    readonly accepted: (stage: string) => string;
    readonly brief: (fields: string) => string;
    readonly reasons: string;
    readonly recycled: string;
    readonly disqualified: string;
    readonly unreachable: (attempts: string, dates: string, channels: string, days: string) => string;
    readonly contest: (days: string) => string;
    readonly referee: (name: string) => string;
    readonly snooze: (times: string, days: string, reasons: string) => string;
    readonly work: (days: string) => string;
    readonly afterTries: string;
  };
  readonly targets: GoalWords & {
    readonly goal: string;
    readonly target: string;
    readonly side: string;
    readonly quotas: (segment: string, amount: string) => string;
    readonly none: string;
    readonly meets: Readonly<Record<'week' | 'month' | 'quarter', string>>;
    readonly reviews: Readonly<Record<'month' | 'quarter' | 'year', string>>;
  };
  readonly who: {
    readonly segments: string;
    readonly exclusions: string;
    readonly personas: string;
    readonly routes: string;
    readonly is: (name: string, criteria: string) => string;
    readonly goesTo: (team: string, criteria: string | null) => string;
    /** A route that names a person before its team. */
    readonly firstThen: (person: string, team: string) => string;
  };
  readonly hours: {
    readonly zone: (zone: string) => string;
    readonly holidays: string;
    readonly open: string;
  };
  readonly signed: (name: string, side: string, when: string) => string;
  readonly unsigned: string;
  readonly asked: (name: string, side: string) => string;
  readonly history: {
    readonly by: (name: string, date: string) => string;
    readonly first: string;
    readonly changes: string;
    readonly same: string;
  };
}
