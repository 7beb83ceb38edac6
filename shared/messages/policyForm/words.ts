/** What the form of the promises says (CLK2), and the simulator beside it. */
import type { ClockKind, Side } from '../../lead/vocabulary.ts';
import type { Forms } from '../format.ts';

type Level = 'account' | 'segment' | 'default';
export type Unit = 'minutes' | 'hours' | 'businessMinutes' | 'businessHours' | 'businessDays';

export interface PolicyFormWords {
  readonly name: string;
  readonly kind: string;
  /** From what to what each kind runs. */
  readonly runs: Readonly<Record<ClockKind, string>>;
  readonly owes: Readonly<Record<Side, string>>;
  /** Under a kind's name: which of its promises a lead gets. */
  readonly tried: string;
  readonly level: string;
  readonly levelHint: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly when: string;
  readonly every: string;
  readonly target: string;
  readonly unit: string;
  readonly units: Readonly<Record<Unit, string>>;
  readonly calendar: string;
  readonly stage: string;
  readonly attempts: string;
  readonly attemptsHint: (minimum: string) => string;
  readonly pauses: string;
  readonly pausesHint: string;
  readonly warn: string;
  readonly addWarn: string;
  readonly warnHow: string;
  readonly warnHows: Readonly<Record<'atPercent' | 'before', string>>;
  readonly percent: string;
  readonly before: string;
  readonly whom: string;
  readonly escalate: string;
  readonly addEscalate: string;
  readonly after: string;
  readonly act: string;
  readonly acts: Readonly<Record<'owner' | 'manager' | 'admin' | 'reassign' | 'return_to_pool', string>>;
  readonly remove: (what: string) => string;
  readonly stated: string;
  readonly stateds: Readonly<Record<'yes' | 'no' | 'within', string>>;
  readonly statedDays: string;
  readonly grace: string;
  readonly graceHint: string;
  readonly graceUsual: string;
  readonly graceOwn: string;
  readonly more: string;
  readonly add: string;
  readonly fresh: string;
  readonly addOf: string;
  readonly sim: {
    readonly title: string;
    readonly about: string;
    readonly moment: string;
    readonly momentHint: (zone: string) => string;
    readonly segment: string;
    readonly noSegment: string;
    readonly owner: string;
    readonly anybody: string;
    readonly conditions: string;
    readonly verdicts: Readonly<Record<'met' | 'unmet' | 'unknown', string>>;
    readonly promise: string;
    readonly inForce: (version: number) => string;
    readonly draft: string;
    readonly due: string;
    readonly difference: string;
    readonly earlier: (by: string) => string;
    readonly later: (by: string) => string;
    readonly same: string;
    readonly begins: string;
    readonly ends: string;
    readonly none: string;
    readonly notPromised: string;
    readonly beyond: string;
    readonly why: string;
    readonly whys: Readonly<Record<'met' | 'every' | 'unmet' | 'unknown' | 'next', string>>;
    readonly counted: string;
    readonly wall: string;
    readonly days: Forms;
    readonly own: (when: string) => string;
    readonly steps: string;
    readonly starts: string;
    readonly breach: string;
    readonly zone: (zone: string) => string;
    /** For whoever hears the drawing. */
    readonly line: (promise: string, from: string, due: string) => string;
  };
}
