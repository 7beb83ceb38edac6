import type { Answer } from '../../lead/vocabulary.ts';
import type { TalkAct, TalkShow } from '../../protocol/talks.ts';
import type { Leak } from '../../target/leaks.ts';
import type { Forms } from '../format.ts';

export interface LoopWords {
  readonly n: (n: string) => string;
  readonly few: string;
  /** Of a share that has an agreed goal. */
  readonly goal: (value: string) => string;
  readonly none: string;
  /** A lead without a source, a campaign or a reason. */
  readonly without: string;
  readonly nobody: string;
  readonly export: string;
  readonly exportOf: (title: string) => string;
  readonly exporting: string;
  readonly tiles: {
    readonly accepted: string;
    readonly acceptedAbout: string;
    readonly qualified: (from: string, to: string) => string;
    readonly qualifiedAbout: string;
    readonly contested: string;
    readonly contestedAbout: string;
    readonly overturned: string;
    readonly overturnedAbout: string;
  };
  readonly empty: { readonly title: string; readonly text: string };
  readonly answers: Readonly<Record<Answer, string>>;
  readonly reasons: {
    readonly title: string;
    readonly about: string;
    readonly reason: string;
    readonly returned: string;
    readonly share: string;
    readonly nothing: string;
    readonly contested: string;
    readonly overturned: string;
  };
  readonly origin: {
    readonly title: Readonly<Record<'source' | 'campaign', string>>;
    readonly about: string;
    readonly by: string;
    readonly kinds: Readonly<Record<'source' | 'campaign', string>>;
    readonly handedOver: string;
    readonly accepted: string;
    readonly qualified: (from: string, to: string) => string;
    readonly returned: string;
    readonly contested: string;
    readonly overturned: string;
    readonly nothing: string;
  };
  readonly chart: {
    readonly title: string;
    readonly about: string;
    readonly label: (of: string, share: string, low: string, high: string, n: string) => string;
    readonly share: string;
    readonly interval: string;
  };
  readonly people: {
    readonly title: string;
    readonly about: string;
    readonly person: string;
    readonly accepted: string;
    readonly closed: string;
    readonly nothing: string;
  };
  readonly effect: {
    readonly title: string;
    readonly about: string;
    readonly nothing: string;
    readonly version: string;
    readonly option: (version: number, date: string) => string;
    readonly windows: (before: string, after: string) => string;
    readonly metric: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
    readonly apart: string;
    readonly chance: string;
    readonly interval: (low: string, high: string) => string;
    readonly withoutRate: Forms;
    readonly first: { readonly title: string; readonly text: string };
  };
  readonly leaks: {
    readonly title: string;
    readonly about: string;
    readonly leak: string;
    readonly leads: string;
    readonly bySource: string;
    readonly names: Readonly<Record<Leak, string>>;
    readonly next: Readonly<Record<Leak, string>>;
    readonly nothing: string;
  };
  readonly returned: {
    readonly title: string;
    readonly about: string;
    readonly source: string;
    readonly all: string;
    readonly recycled: string;
    readonly cameBack: string;
    readonly won: string;
    readonly away: string;
    readonly days: Forms;
    readonly nothing: string;
  };
  readonly talks: {
    readonly title: string;
    readonly about: string;
    readonly show: string;
    readonly shows: Readonly<Record<TalkShow, string>>;
    readonly nothing: Readonly<Record<TalkShow, string>>;
    readonly more: string;
    readonly contest: Readonly<Record<'waiting' | 'upheld' | 'overturned', string>>;
    readonly lines: {
      readonly corrected: (answer: string) => string;
      readonly contested: string;
      readonly decided: Readonly<Record<'upheld' | 'overturned', string>>;
      readonly commented: string;
    };
    readonly acts: Readonly<Record<TalkAct, string>>;
    /** What its button is called by whoever hears it. */
    readonly actOn: (act: string, lead: string) => string;
    readonly until: (date: string) => string;
    readonly form: {
      readonly title: (act: string, lead: string) => string;
      readonly text: string;
      readonly evidence: string;
      readonly evidenceHint: string;
      readonly outcome: string;
      readonly outcomes: Readonly<Record<'upheld' | 'overturned', string>>;
      readonly note: string;
      readonly answer: string;
      readonly comment: string;
      readonly send: string;
    };
  };
}
