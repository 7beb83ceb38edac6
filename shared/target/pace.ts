/**
 * Pacing in open days (TGT4): a target is due in equal parts on the dates with open time, today's part
 * by the end of today, so weekends and holidays never make anybody late.
 */
import { type Interval } from '../time.ts';
import { type Metric, metricEvents, METRICS } from './metrics.ts';
import { dateAt, openDatesIn, openDaysIn } from './period.ts';
import type { Report } from './report.ts';
import { hasPassed, isIn, type Scope } from './scope.ts';
import { cellsOf, type Mark } from './table.ts';

export interface Pace {
  readonly target: number;
  readonly actual: number;
  /** Dates with open time in the period, and those up to and including today. */
  readonly openDays: number;
  readonly elapsed: number;
  /** What the target asks for by now; the target itself in a period without open dates. */
  readonly expected: number;
  /** Where this pace leads to; null before the first open date. */
  readonly projected: number | null;
}

export function paceOf(scope: Scope, period: Interval, target: number, actual: number): Pace {
  const openDays = openDaysIn(scope.calendar, period);
  const elapsed = elapsedOf(scope, period);
  return {
    target,
    actual,
    openDays,
    elapsed,
    expected: openDays === 0 ? target : Math.round((target * elapsed) / openDays),
    projected: elapsed === 0 ? null : Math.round((actual * openDays) / elapsed),
  };
}

function elapsedOf({ calendar, now }: Scope, period: Interval): number {
  if (now < period.start) return 0;
  return openDaysIn(calendar, { start: period.start, end: Math.min(now + 1, period.end) });
}

export interface PaceDay {
  readonly on: string;
  /** Delivered and asked for from the period's start through this date. */
  readonly actual: number;
  readonly expected: number;
}

export interface Pacing extends Pace {
  /** Dates with open time, and others on which something was delivered, through today, ascending. */
  readonly days: readonly PaceDay[];
  /** Money without a rate: counted here, in no sum. */
  readonly withoutRate: number;
}

/** How a count or a sum of money grows over the scope's window; money and its target in hundredths. */
export function pacingReport(scope: Scope, metric: Metric, target: number): Report<Pacing> {
  const { window: period, calendar } = scope;
  const isMoney = METRICS[metric] === 'money';
  return {
    *marks(lead): Generator<Mark> {
      for (const { at, hit, cents } of metricEvents(metric, lead, scope)) {
        if (!hit || !isIn(period, at) || !hasPassed(scope, at - 1)) continue;
        const amount = isMoney ? cents : 1;
        yield { row: ['on', dateAt(calendar, at)], hit: amount !== null, amount: amount ?? 0 };
      }
    },
    read: (table) => {
      const cells = cellsOf(table, 'on');
      const actual = cells.reduce((sum, cell) => sum + cell.sum, 0);
      const withoutRate = cells.reduce((sum, { n, hits }) => sum + n - hits, 0);
      const pace = paceOf(scope, period, target, actual);
      const today = dateAt(calendar, Math.min(scope.now, period.end - 1));
      const open = new Set(openDatesIn(calendar, period));
      const delivered = new Map(cells.map(({ row, sum }) => [String(row[1]), sum]));
      const dates = [...new Set([...open, ...delivered.keys()])].filter((on) => on <= today).toSorted();
      let sum = 0;
      let elapsed = 0;
      const days = dates.map((on): PaceDay => {
        sum += delivered.get(on) ?? 0;
        if (open.has(on)) elapsed += 1;
        const expected = pace.openDays === 0 ? target : Math.round((target * elapsed) / pace.openDays);
        return { on, actual: sum, expected };
      });
      return { ...pace, days, withoutRate };
    },
  };
}
