/** What the forms of the definitions editor say around every part of them (DEF1). */
import type { Forms } from '../format.ts';

export interface FormsWords {
  /** The ways to write the same draft. */
  readonly ways: Readonly<Record<'label' | 'forms' | 'both' | 'json', string>>;
  readonly list: string;
  readonly overview: string;
  readonly groups: Readonly<Record<'who' | 'score' | 'sales' | 'time' | 'aims', string>>;
  readonly parts: Readonly<
    Record<
      | 'fields'
      | 'lists'
      | 'signals'
      | 'segments'
      | 'exclusions'
      | 'personas'
      | 'scoring'
      | 'stages'
      | 'handoff'
      | 'routes'
      | 'policies'
      | 'calendars'
      | 'targets'
      | 'review',
      string
    >
  >;
  /** A sentence under a part's heading. */
  readonly about: FormsWords['parts'];
  readonly problems: Forms;
  readonly broken: { readonly title: string; readonly text: string; readonly open: string };
  readonly undo: string;
  readonly redo: string;
  readonly show: string;
  readonly entry: {
    readonly name: string;
    readonly unnamed: string;
    readonly id: (id: string) => string;
    readonly open: (name: string) => string;
    readonly up: (name: string) => string;
    readonly down: (name: string) => string;
    readonly remove: (name: string) => string;
    /** How an entry is moved by the keyboard. */
    readonly keys: string;
    readonly moved: (name: string, place: number, of: number) => string;
    readonly removed: (name: string) => string;
    readonly none: string;
  };
  readonly inUse: {
    readonly title: (name: string) => string;
    readonly text: string;
    readonly anyway: string;
    readonly keep: string;
  };
  readonly optional: string;
}
