/** What the room "Targets" says. */
import type { NoVolume } from '../../target/volume.ts';
import type { Forms } from '../format.ts';

type Side = 'marketing' | 'sales' | 'neutral';

export interface TargetsWords {
  readonly title: string;
  readonly about: (version: number, time: string) => string;
  readonly toDraft: string;
  readonly sides: Readonly<Record<Side, string>>;
  readonly n: (n: string) => string;
  /** 95 % interval. */
  readonly interval: (low: string, high: string) => string;
  readonly goals: {
    readonly none: string;
    readonly goal: string;
    readonly share: string;
    readonly now: string;
    readonly target: string;
    readonly standing: string;
    readonly dates: (from: string, to: string) => string;
    readonly answers: (name: string) => string;
    readonly pace: (expected: string, projected: string) => string;
    readonly notBegun: string;
    readonly reached: string;
    readonly missed: string;
    readonly few: string;
    readonly nothing: string;
    readonly unknown: (metric: string) => string;
    readonly withoutRate: Forms;
    readonly bySource: string;
    readonly source: string;
    readonly noSource: string;
  };
  readonly empty: { readonly title: string; readonly text: string; readonly act: string };
  readonly pacing: {
    readonly title: (metric: string) => string;
    readonly which: string;
    readonly about: string;
    readonly noTarget: string;
    /** What is left over the open days left; both null once the period is over or the target met. */
    readonly left: (perDay: string, days: string) => string;
    readonly met: string;
    /** Where this pace leads to. */
    readonly ends: (amount: string, on: string) => string;
    readonly expected: string;
    readonly date: string;
    readonly actual: string;
    readonly agreed: string;
    readonly now: (actual: string, difference: string | null) => string;
  };
  readonly capacity: {
    readonly title: string;
    readonly about: (from: string, to: string) => string;
    readonly asks: string;
    readonly makes: string;
    readonly unit: string;
    readonly nobody: string;
    readonly how: (handoffs: string, due: string, peopleDays: string) => string;
    readonly made: (made: string) => string;
    readonly enough: string;
    readonly short: string;
    readonly handoffs: string;
    readonly due: string;
    readonly attempts: string;
    readonly peopleDays: string;
    readonly person: string;
    readonly days: string;
    readonly perDay: string;
    readonly closed: string;
  };
  readonly calculator: {
    readonly title: string;
    readonly about: (from: string, to: string) => string;
    readonly segment: string;
    readonly quota: string;
    readonly deal: string;
    readonly close: string;
    readonly qualify: string;
    readonly perRep: string;
    readonly leads: string;
    readonly worth: string;
    readonly between: (least: string, most: string) => string;
    readonly atLeast: (least: string) => string;
    readonly withoutRate: Forms;
    /** n too small to say anything. */
    readonly few: (n: string, enough: string) => string;
    readonly why: Readonly<Record<NoVolume['why'], string>>;
    readonly age: (days: string) => string;
    readonly noSegments: string;
    readonly agreeQuota: string;
  };
  readonly whatIf: {
    readonly title: string;
    readonly about: string;
    readonly segment: string;
    readonly quota: string;
    readonly deal: string;
    readonly close: string;
    readonly people: string;
    readonly known: (value: string) => string;
    readonly unknown: string;
    readonly reset: string;
    readonly outcome: string;
    readonly now: string;
    readonly after: string;
    readonly difference: string;
    readonly handoffs: string;
    readonly leads: string;
    readonly asks: string;
    readonly makes: (value: string) => string;
    readonly leftOut: (segments: string) => string;
    readonly team: (people: string, days: string, attempts: string) => string;
    readonly slider: (name: string) => string;
  };
  readonly write: {
    readonly act: string;
    readonly title: string;
    readonly about: string;
    readonly goal: (target: string, before: string | null) => string;
    readonly quota: (segment: string, amount: string, before: string | null) => string;
    readonly nothing: string;
    readonly same: string;
    readonly confirm: string;
    readonly done: string;
    readonly open: string;
    readonly faulty: string;
    readonly changed: string;
  };
}
