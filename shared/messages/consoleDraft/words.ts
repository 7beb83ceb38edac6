/** What the draft of the agreement says: edited, tried on today's leads, signed, published (DEF1–DEF4). */
import type { Side } from '../../lead/vocabulary.ts';
import type { Forms } from '../format.ts';

export interface DraftWords {
  readonly title: (version: number) => string;
  readonly link: string;
  readonly back: string;
  readonly none: {
    readonly title: string;
    readonly text: string;
    readonly begin: (version: number) => string;
    /** What somebody wrote and had not saved when the draft went. */
    readonly left: string;
    readonly goOn: string;
    readonly show: string;
  };
  readonly replace: string;
  readonly replaceBy: (version: number) => string;
  readonly editor: string;
  readonly states: Readonly<
    Record<'saved' | 'saving' | 'waiting' | 'noJson' | 'unfinished' | 'failed' | 'theirs', string>
  >;
  readonly savedBy: (name: string, when: string) => string;
  readonly theirs: {
    readonly text: (name: string) => string;
    readonly mine: string;
    readonly others: (name: string) => string;
    readonly noChange: string;
    readonly unread: string;
    readonly clash: string;
    readonly both: string;
    readonly take: string;
    readonly keep: string;
    /** What was put aside when the other was chosen. */
    readonly aside: Readonly<Record<'mine' | 'theirs', string>>;
    readonly restore: string;
    readonly forget: string;
  };
  readonly problems: {
    readonly title: string;
    readonly none: string;
  };
  readonly changes: { readonly title: string; readonly none: string };
  readonly preview: {
    /** Before anybody tried it. */
    readonly untried: string;
    readonly title: Forms;
    readonly about: string;
    readonly run: string;
    readonly again: string;
    readonly old: string;
    readonly cancel: string;
    readonly enter: (stage: string) => string;
    readonly leave: (stage: string) => string;
    readonly earlier: string;
    readonly later: string;
    readonly begun: string;
    readonly ended: string;
    readonly late: string;
    readonly nothing: string;
    readonly from: string;
    readonly to: string;
    readonly leads: string;
    readonly nobody: string;
    /** Of the moves' table. */
    readonly allMoves: string;
    readonly scores: string;
    readonly points: string;
    readonly before: string;
    readonly after: string;
    /** Attempts per person and open day. */
    readonly load: (before: string, after: string, makes: string | null) => string;
  };
  readonly sides: Readonly<Record<Side, string>>;
  readonly signed: (side: string, name: string) => string;
  readonly missing: (side: string, name: string) => string;
  readonly noSigners: string;
  readonly sign: string;
  readonly publish: {
    readonly act: string;
    readonly title: string;
    readonly trial: string;
    readonly note: string;
    readonly noteHint: string;
    readonly clocks: string;
    readonly clocksNew: string;
    readonly clocksRunning: string;
    readonly leads: string;
    readonly leadsStay: string;
    readonly leadsMoveBack: string;
  };
}
