/** What the form of a criterion says (PRD1). */
import type { Operator } from '../../predicate/predicate.ts';

export interface CriterionFormWords {
  readonly subject: string;
  readonly subjects: Readonly<
    Record<
      | 'emailDomain'
      | 'segment'
      | 'persona'
      | 'product'
      | 'score'
      | 'fit'
      | 'engagement'
      | 'stageIs'
      | 'stageWas'
      | 'attempts'
      | 'account',
      string
    >
  >;
  readonly groups: Readonly<Record<'fields' | 'signals' | 'kinds' | 'points' | 'way', string>>;
  readonly operator: string;
  readonly operators: Readonly<Record<Operator, string>>;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly known: string;
  readonly unknown: string;
  readonly all: string;
  readonly any: string;
  readonly how: string;
  readonly notAll: string;
  readonly notAny: string;
  readonly not: string;
  readonly isSo: string;
  readonly isNotSo: string;
  readonly whether: string;
  readonly label: string;
  readonly labelHint: string;
  readonly edit: (sentence: string) => string;
  readonly remove: (sentence: string) => string;
  readonly removeGroup: string;
  readonly move: (what: string) => string;
  readonly moveTo: string;
  readonly newGroup: string;
  /** Of the group that holds all others. */
  readonly outermost: string;
  readonly moved: (what: string, group: string) => string;
  readonly add: string;
  readonly addGroup: string;
  readonly and: string;
  readonly or: string;
  /** Between two lines of a group. */
  readonly joints: Readonly<Record<'all' | 'any', string>>;
  readonly none: string;
  readonly begin: string;
  readonly drop: string;
  readonly done: string;
  readonly keys: string;
  readonly times: string;
  readonly withinDays: string;
  readonly ever: string;
  readonly where: string;
  readonly property: string;
  readonly addWhere: string;
  readonly removeWhere: string;
  readonly channel: string;
  readonly anyChannel: string;
  readonly outcome: string;
  readonly anyOutcome: string;
  readonly of: string;
  readonly atLeast: string;
  readonly addValue: string;
  readonly removeValue: (value: string) => string;
  readonly values: string;
  readonly whole: string;
}
