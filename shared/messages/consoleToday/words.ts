/** What the room "Today" says: both teams' promises, with what they are worth. */
import type { Forms } from '../format.ts';

export type PeriodName = 'week' | 'month' | 'lastMonth' | 'quarter' | 'last90';

export interface TodayWords {
  readonly title: (date: string) => string;
  readonly agreement: (version: number) => string;
  /** @param names of those who signed, as a list; null = nobody’s name is known. */
  readonly signed: (names: string | null) => string;
  /** @param date of the next session about the agreement. */
  readonly session: (date: string) => string;
  readonly trial: string;
  readonly asOf: (time: string) => string;
  readonly filters: {
    readonly label: string;
    readonly team: string;
    readonly person: string;
    readonly segment: string;
    readonly source: string;
    readonly period: string;
    readonly everyTeam: string;
    readonly everybody: string;
    readonly everySegment: string;
    readonly everySource: string;
    readonly nobody: string;
    readonly periods: Readonly<Record<PeriodName, string>>;
  };
  readonly firstResponse: string;
  readonly worked: string;
  readonly delivered: (stage: string) => string;
  readonly median: string;
  readonly target: (value: string) => string;
  readonly n: (n: string) => string;
  readonly none: string;
  readonly settled: (n: string, open: string) => string;
  readonly pace: (projected: string, target: string) => string;
  readonly accepted: (share: string, n: string) => string;
  readonly openTime: (machine: string, person: string) => string;
  /** Difference from the period before. */
  readonly points: (difference: string) => string;
  readonly faster: (time: string) => string;
  readonly slower: (time: string) => string;
  readonly same: string;
  readonly few: string;
  readonly pacing: {
    readonly title: (stage: string) => string;
    readonly about: string;
    readonly noTarget: string;
    readonly now: (actual: string, difference: string | null) => string;
    readonly date: string;
    readonly actual: string;
    readonly agreed: string;
    readonly expected: string;
  };
  readonly funnel: {
    readonly title: string;
    readonly about: string;
    readonly stage: string;
    readonly owner: string;
    readonly share: string;
    readonly leads: string;
    readonly passes: string;
    readonly owners: Readonly<Record<'marketing' | 'shared' | 'sales', string>>;
  };
  readonly now: {
    readonly title: string;
    readonly late: Forms;
    readonly missed: Forms;
    readonly atRisk: Forms;
    readonly dueToday: Forms;
    readonly nothing: string;
    readonly lead: string;
    readonly owner: string;
    readonly due: string;
    readonly unowned: string;
    readonly states: Readonly<Record<'late' | 'risk' | 'next', string>>;
  };
  readonly people: {
    readonly title: string;
    readonly about: string;
    readonly person: string;
    readonly inTime: string;
    readonly attempts: string;
    readonly closed: string;
    readonly nobody: string;
  };
  readonly returns: {
    readonly title: string;
    readonly accepted: Forms;
    readonly returned: Forms;
    readonly contested: Forms;
    readonly overturned: Forms;
    readonly reason: string;
    readonly leads: string;
    readonly noReason: string;
    readonly nothing: string;
  };
  readonly empty: { readonly title: string; readonly text: string; readonly start: string };
}
