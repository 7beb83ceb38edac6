/** The shape of what the card says, the same in every language. Times, names and numbers come in ready. */
import type { Side } from '../../lead/vocabulary.ts';

type Said = (what: string) => string;

export interface CardWords {
  readonly call: Said;
  readonly owners: Readonly<Record<'marketing' | 'shared' | 'sales', string>>;
  /** "MQL (sales)", read out for a stage of the funnel. */
  readonly ownedBy: (stage: string, owner: string) => string;
  readonly touch: (when: string, what: string, who: string) => string;
  readonly touchOn: Said;
  readonly noTouch: string;
  readonly unreachable: { readonly owed: Said; readonly allowed: string };
  /** Why a deadline is not where it began (CLK4, CLK5, CLK8, CAL7). */
  readonly moved: Readonly<Record<'rechosen' | 'published' | 'closure' | 'pause', string>>;
  /** Until when its owner alone is late, where that is another hour than the lead's own (CLK10). */
  readonly leg: (owner: string, when: string) => string;
  /** A promise of the other side. */
  readonly owedBy: Said;
  readonly snoozed: Said;
  readonly optedOut: Said;
  readonly optedOutOfAll: string;
  readonly contested: string;
  readonly returned: (answer: string, who: string, when: string) => string;
  readonly comesBack: Said;
  readonly brief: Readonly<Record<'title' | 'why' | 'signals' | 'missing' | 'next' | 'nothingOwed', string>>;
  readonly persona: Readonly<
    Record<
      'pains' | 'needs' | 'words' | 'materials' | 'copy' | 'copied' | 'copiedCounted' | 'notCopied',
      string
    >
  > & { readonly title: Said; readonly copyOf: Said };
  readonly account: Readonly<Record<'plain' | 'covered' | 'missing' | 'none' | 'nobodys', string>> & {
    readonly title: Said;
    readonly more: (n: number) => string;
    readonly open: Said;
    /** A colleague's, whose name is not told (ACC3). */
    readonly whose: Said;
  };
  readonly why: { readonly total: string; readonly faded: Said; readonly limited: Said };
  readonly history: Readonly<Record<'title' | 'more' | 'all', string>> & {
    readonly shown: (shown: string, total: string) => string;
  };
  readonly actions: Readonly<
    Record<
      | 'take'
      | 'acceptAfterAll'
      | 'move'
      | 'release'
      | 'assign'
      | 'snooze'
      | 'resume'
      | 'reply'
      | 'optOut'
      | 'optIn'
      | 'contest'
      | 'nurture'
      | 'propose'
      | 'more'
      | 'cannotUndo',
      string
    >
  >;
  readonly move: Readonly<Record<'title' | 'stage' | 'reason', string>> & {
    /** Of the next stage, where a person decides it. */
    readonly to: Said;
  };
  /** Asked before a lead is disqualified. */
  readonly whyNot: string;
  /** The stage a returned lead goes to. */
  readonly toStage: string;
  readonly note: string;
  readonly send: string;
  readonly day: string;
  readonly hour: string;
  readonly earlier: string;
  readonly earlierHint: string;
  readonly laterThanNow: string;
  readonly reply: Readonly<Record<'title' | 'away' | 'awayHint', string>>;
  readonly snooze: Readonly<Record<'title' | 'until' | 'reason' | 'keeps' | 'choose', string>> & {
    readonly left: (n: number) => string;
  };
  readonly optOut: Readonly<Record<'title' | 'all' | 'hint', string>>;
  readonly optIn: Readonly<Record<'title' | 'channel' | 'basis' | 'basisHint', string>>;
  readonly assign: Readonly<Record<'title' | 'away' | 'pool' | 'none' | 'loading', string>>;
  readonly contest: Readonly<Record<'title' | 'evidence', string>> & { readonly until: Said };
  readonly propose: Readonly<Record<'title' | 'what' | 'why' | 'about' | 'which' | 'example', string>> & {
    readonly kinds: Readonly<Record<'lead' | 'rule' | 'reason' | 'stage' | 'policy' | 'other', string>>;
  };
  readonly mark: Readonly<Record<'title' | 'great' | 'fine' | 'weak', string>>;
  readonly required: string;
  readonly several: string;
  readonly currency: (currency: string, question: string) => string;
  readonly foreign: Readonly<Record<'nobody' | 'stage', string>> & {
    readonly title: Said;
    readonly hint: Said;
    readonly touch: (when: string, who: string) => string;
  };
  readonly stranger: Readonly<
    Record<'title' | 'hint' | 'mayNot' | 'add' | 'name' | 'company' | 'source', string>
  > & { readonly added: Said };
  readonly states: Readonly<
    Record<'signedOut' | 'signedOutHint' | 'failed' | 'failedHint' | 'again' | 'openOptions', string>
  >;
  readonly sync: {
    readonly offline: string;
    readonly refused: (n: number) => string;
    readonly signatures: string;
    readonly signedBy: (who: string, side: string, on: string) => string;
    readonly theirs: Said;
    readonly old: Said;
  };
  readonly sides: Readonly<Record<Side, string>>;
  readonly saved: string;
  readonly pinned: string;
}
