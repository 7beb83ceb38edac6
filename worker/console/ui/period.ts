/** Stretches of local dates the figures are of, and the one before each to compare with. */
import type { PeriodName } from '../../../shared/messages/consoleToday/index.ts';
import { dateOfDay, dayOfDate } from '../../../shared/sla/localTime.ts';
import { mondayOf } from '../../../shared/target/period.ts';

export const PERIODS: readonly PeriodName[] = ['week', 'month', 'lastMonth', 'quarter', 'last90'];

/** Local dates of the workspace, both included. */
export interface Dates {
  readonly from: string;
  readonly to: string;
}

export function periodNamed(name: string | undefined): PeriodName {
  return PERIODS.find((one) => one === name) ?? 'month';
}

/** @param today local date of the workspace */
export function datesOf(period: PeriodName, today: string): { readonly now: Dates; readonly before: Dates } {
  switch (period) {
    case 'week': {
      const monday = dayOfDate(mondayOf(today));
      return { now: stretch(monday, monday + 6), before: stretch(monday - 7, monday - 1) };
    }
    case 'month':
      return { now: months(today, 0, 1), before: months(today, -1, 1) };
    case 'lastMonth':
      return { now: months(today, -1, 1), before: months(today, -2, 1) };
    case 'quarter': {
      const since = -((Number(today.slice(5, 7)) - 1) % 3);
      return { now: months(today, since, 3), before: months(today, since - 3, 3) };
    }
    case 'last90': {
      const last = dayOfDate(today);
      return { now: stretch(last - 89, last), before: stretch(last - 179, last - 90) };
    }
  }
}

/** Of a goal per week, month or quarter, what the whole period asks for; null when it holds no whole ones. */
export function targetIn(
  period: PeriodName,
  goal: { readonly target: number; readonly period: 'week' | 'month' | 'quarter' } | undefined,
): number | null {
  if (!goal) return null;
  const isMonth = period === 'month' || period === 'lastMonth';
  if (goal.period === period || (goal.period === 'month' && isMonth)) return goal.target;
  return goal.period === 'month' && period === 'quarter' ? goal.target * 3 : null;
}

function stretch(first: number, last: number): Dates {
  return { from: dateOfDay(first), to: dateOfDay(last) };
}

function months(today: string, ahead: number, length: number): Dates {
  const first = firstOfMonth(today, ahead);
  return { from: first, to: dateOfDay(dayOfDate(firstOfMonth(today, ahead + length)) - 1) };
}

function firstOfMonth(today: string, ahead: number): string {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + ahead;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}
