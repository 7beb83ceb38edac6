/** What the first week says: its five steps, and the questions and reasons of a proposed agreement. */
import type { Business } from '../../definitions/business.ts';
import type { Question, WorkingDays } from '../../definitions/propose/answers.ts';
import type { Audited } from '../../target/audit.ts';
import type { Forms } from '../format.ts';

export type StepId = 'audit' | 'trial' | 'preview' | 'sign' | 'activate';

export interface FirstWeekWords {
  readonly title: string;
  readonly about: string;
  readonly back: string;
  readonly steps: Readonly<Record<StepId, { readonly title: string; readonly text: string }>>;
  readonly states: Readonly<Record<'done' | 'now' | 'waiting', string>>;
  /** Before names. */
  readonly who: string;
  readonly nobody: string;
  readonly send: string;
  readonly sendHint: string;
  readonly linkFor: (step: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly undo: string;
  readonly audit: {
    readonly nothing: string;
    readonly import: string;
    readonly imported: Forms;
    readonly waiting: Forms;
    readonly leak: string;
    readonly leads: string;
    readonly share: string;
    readonly leaks: Readonly<Record<Audited, string>>;
    readonly duplicates: string;
    readonly none: string;
    readonly running: string;
    readonly cancel: string;
    readonly undoText: string;
  };
  readonly trial: {
    readonly inTrial: (version: number) => string;
    readonly drafted: (name: string, when: string) => string;
    readonly propose: string;
    readonly proposeAgain: string;
    readonly undoText: string;
    readonly discard: string;
    readonly discarding: string;
    readonly discarded: string;
    readonly kept: string;
  };
  readonly preview: {
    readonly none: string;
    readonly faults: Forms;
    readonly done: (leads: string, name: string, when: string) => string;
    readonly open: string;
    readonly undoText: string;
  };
  readonly sign: {
    readonly noSigners: string;
    readonly signed: (name: string) => string;
    readonly asked: (name: string) => string;
    readonly open: string;
    readonly undoText: string;
  };
  readonly activate: {
    readonly notYet: string;
    readonly ready: string;
    readonly scheduled: (when: string) => string;
    readonly done: (version: number, when: string) => string;
    readonly open: string;
    readonly undoText: string;
    readonly rollBack: (version: number) => string;
  };
  readonly after: {
    readonly title: string;
    readonly text: Forms;
    readonly releasing: string;
    readonly open: string;
  };
  readonly wizard: {
    readonly title: string;
    readonly about: string;
    readonly asked: string;
    readonly parts: Readonly<Record<'place' | 'hours' | 'people', string>>;
    readonly questions: Readonly<Record<Question, string>>;
    readonly hints: Readonly<Partial<Record<Question, string>>>;
    readonly days: Readonly<Record<WorkingDays, string>>;
    readonly noPause: string;
    readonly pause: (from: string) => string;
    readonly nobodyYet: string;
    readonly newTeam: string;
    readonly salesTeam: string;
    readonly invite: string;
    readonly noTeam: string;
    readonly quotaIn: (currency: string) => string;
    readonly zoneWrong: string;
    readonly hoursWrong: string;
  };
  readonly proposal: {
    readonly title: string;
    /** The agreement it begins with. */
    readonly begins: (business: string) => string;
    readonly businesses: Readonly<Record<Business, string>>;
    readonly closed: (won: string, lost: string) => string;
    readonly tooFew: (won: string, lost: string, needed: string) => string;
    readonly notAll: string;
    readonly nothing: string;
    readonly tick: string;
    readonly share: (hits: string, n: string, share: string, low: string, high: string) => string;
    readonly rule: (label: string, points: string) => string;
    readonly ruleWhy: (withIt: string, others: string) => string;
    readonly criterion: (label: string) => string;
    readonly criterionWhy: (met: string) => string;
    readonly threshold: (points: number, before: number) => string;
    readonly thresholdWhy: (won: string, lost: string) => string;
    readonly thresholdBefore: (points: number, won: string, lost: string) => string;
    readonly promise: (target: string, before: string) => string;
    readonly promiseWhy: (n: string, median: string, kept: string) => string;
    readonly volume: Forms;
    readonly people: Forms;
    readonly volumeWhy: (asked: {
      /** "3 people" */
      readonly people: string;
      readonly quota: string;
      readonly deal: string;
      readonly deals: string;
      readonly rate: string;
    }) => string;
    readonly holidays: Forms;
    readonly holidaysWhy: (country: string, year: string) => string;
    readonly confirmed: string;
    readonly doubted: string;
    readonly given: (label: string, points: string) => string;
    readonly freeMail: string;
    readonly write: string;
    readonly replaces: (name: string) => string;
    readonly stale: string;
  };
}
