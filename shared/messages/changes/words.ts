/**
 * What changed from one agreement to the next, in words. Apart from the catalog, because only the
 * worker and the console compare agreements: the extension need not carry these.
 */
import type { Weekday } from '../../definitions/calendar.ts';

/** Lists and records whose entries come, go and move. */
export type Collection =
  | 'fields'
  | 'choices'
  | 'lists'
  | 'signals'
  | 'segments'
  | 'personas'
  | 'materials'
  | 'exclusions'
  | 'groups'
  | 'rules'
  | 'bands'
  | 'stages'
  | 'fastTrack'
  | 'reasons'
  | 'routes'
  | 'policies'
  | 'calendars'
  | 'week'
  | 'holidays'
  | 'signers'
  | 'sources'
  | 'rates'
  | 'quotas'
  | 'goals'
  | 'sites';

interface Noun {
  /** "Reason", before its name. */
  readonly one: string;
  /** "New reason" */
  readonly fresh: string;
  /** "Reasons", where a place is named. */
  readonly many: string;
}

export interface ChangeWords {
  readonly nouns: Readonly<Record<Collection, Noun>>;
  /** Titles of places that hold more than one list. */
  readonly places: Readonly<Record<'scoring' | 'sla' | 'handoff' | 'general', string>>;
  /** Names of properties; one without a name is shown by its key. */
  readonly parts: Readonly<Record<string, string>>;
  /** Words for values of closed lists. */
  readonly values: Readonly<Record<string, string>>;
  readonly weekdays: Readonly<Record<Weekday, string>>;
  readonly closed: string;
  readonly nothing: string;
  readonly added: (what: string, name: string) => string;
  readonly removed: (what: string, name: string) => string;
  readonly renamed: (before: string, after: string) => string;
  readonly asks: (thing: string, what: string) => string;
  readonly asksAlso: (thing: string, what: string) => string;
  readonly asksNoMore: (thing: string, what: string) => string;
  readonly asksInstead: (thing: string, after: string, before: string) => string;
  readonly acceptsAlso: (thing: string, what: string) => string;
  readonly acceptsNoMore: (thing: string, what: string) => string;
  readonly asksNothing: (thing: string) => string;
  readonly movesBefore: (name: string, next: string) => string;
  readonly movesLast: (name: string) => string;
  readonly newOrder: (what: string, names: string) => string;
  readonly rewritten: (what: string) => string;
  readonly gives: (points: string) => string;
  readonly takes: (points: string) => string;
  /** `n` decides the form; `text` is what stands for it, such as "10→15". */
  readonly points: (n: number, text: string) => string;
  readonly attempts: (n: number, text: string) => string;
  readonly limit: (times: number, days: number) => string;
  readonly decay: (percent: number, days: number) => string;
  readonly within: (days: number) => string;
  readonly comes: (values: string) => string;
  readonly goes: (values: string) => string;
  readonly more: (n: number) => string;
  readonly level: (level: string) => string;
  readonly beforeEnd: (target: string) => string;
  readonly afterEnd: (target: string) => string;
  readonly toWhom: (what: string, whom: string) => string;
  readonly notify: (whom: string) => string;
}
