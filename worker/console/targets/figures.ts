/** What Targets shows, out of the workspace's reports: nothing is counted here that they did not count. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { PacingFigures, PacingRows } from '../../../shared/protocol/reportRows.ts';
import type { ReportName, ReportsResponse } from '../../../shared/protocol/reports.ts';
import { CapacityFigures, CapacityRows, GoalRows, QuotaRows } from '../../../shared/protocol/targetRows.ts';
import { dateOfDay, dayOfDate } from '../../../shared/sla/localTime.ts';
import { isMetric, type Metric, METRICS } from '../../../shared/target/metrics.ts';
import { reportIn, rowsOf, type Scope } from '../api/reports.ts';

/** Each over a period of its own: the goals', the drawn goal's, the last thirty days. */
export const ASKED_NOW: readonly ReportName[] = ['goals', 'pacing', 'capacity'];
export const ASKED_LONG: readonly ReportName[] = ['quota'];

/** Rates are read off cohorts old enough to have closed: a year holds some of them. */
const LONG_DAYS = 365;

/** @param today local date of the workspace */
export function longScope(today: string): Scope {
  return { from: dateOfDay(dayOfDate(today) - LONG_DAYS + 1), to: today };
}

export function figuresOf(answer: ReportsResponse) {
  const capacity = reportIn(answer, 'capacity');
  const pacing = reportIn(answer, 'pacing');
  return {
    asOf: pacing?.asOf ?? null,
    goals: rowsOf(answer, 'goals', GoalRows),
    pacing: PacingFigures.safeParse(pacing?.figures).data,
    days: rowsOf(answer, 'pacing', PacingRows),
    pacingDates: datesOf(pacing),
    capacity: CapacityFigures.safeParse(capacity?.figures).data,
    people: rowsOf(answer, 'capacity', CapacityRows),
    capacityDates: datesOf(capacity),
  };
}

export type Figures = ReturnType<typeof figuresOf>;

export function quotasIn(answer: ReportsResponse) {
  return rowsOf(answer, 'quota', QuotaRows);
}

function datesOf(report: ReturnType<typeof reportIn>): Scope {
  return { from: report?.from ?? undefined, to: report?.to ?? undefined };
}

/** What can be drawn as it grows: counts and money that have a goal, the first goal of each. */
export function drawable({ goals }: Definitions): readonly Metric[] {
  const metrics = goals.flatMap(({ metric }) =>
    isMetric(metric) && METRICS[metric] !== 'share' ? [metric] : [],
  );
  return [...new Set(metrics)];
}
