/**
 * What was achieved of each goal (TGT3), period by period: those of its weeks, months or quarters that
 * end in the window, and the one that runs still. `goals` tells the running one alone, by source.
 */
import type { Definitions } from '../definitions/definitions.ts';
import { trialEndsAt } from '../lead/versionAt.ts';
import type { Side } from '../lead/vocabulary.ts';
import type { Interval } from '../time.ts';
import { isMetric, type Metric, metricEvents, METRICS } from './metrics.ts';
import { paceOf } from './pace.ts';
import { dateAt, periodAt } from './period.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { type Cell, cellOf, type Mark } from './table.ts';

type Goal = Definitions['goals'][number];

export interface Achieved {
  readonly goal: string;
  readonly side: Side;
  readonly metric: Metric;
  readonly kind: (typeof METRICS)[Metric];
  /** Local dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly running: boolean;
  /** As agreed: a number, percent, or whole units of the reporting currency. */
  readonly target: number;
  /** In the target's unit; null: a share of nothing. */
  readonly actual: number | null;
  /** What the target asks for by now, in its unit: of a share and of what is over, all of it. */
  readonly expected: number;
  /** Events counted, and those that count for a share. */
  readonly n: number;
  readonly hits: number;
  /**
   * Whether there is as much as is asked for by now; null without anything to judge a share by, and for
   * what was over before it had been agreed on from its first day (TRI1).
   */
  readonly reached: boolean | null;
}

/** Goals over metrics that are kept, in the agreement's order, their periods ascending. */
export function achievedReport(scope: Scope): Report<readonly Achieved[]> {
  const goals = scope.definitions.goals.flatMap((goal) =>
    isMetric(goal.metric) ? [{ goal, metric: goal.metric, periods: periodsOf(goal, scope) }] : [],
  );
  return {
    *marks(lead): Generator<Mark> {
      for (const { goal, metric, periods } of goals) {
        for (const { at, hit, cents } of metricEvents(metric, lead, scope)) {
          const period = periods.find((one) => isIn(one, at));
          if (period === undefined) continue;
          const counts = METRICS[metric] === 'money' ? cents !== null : hit;
          yield { row: [goal.id, dateAt(scope.calendar, period.start)], hit: counts, amount: cents ?? 0 };
        }
      }
    },
    read: (table) =>
      goals.flatMap(({ goal, metric, periods }) =>
        periods.map((period) => {
          const cell = cellOf(table, [goal.id, dateAt(scope.calendar, period.start)]);
          return achieved(goal, metric, period, cell, scope);
        }),
      ),
  };
}

function periodsOf({ period: kind }: Goal, scope: Scope): readonly Interval[] {
  const { calendar, now } = scope;
  const { start, end } = scope.window;
  const periods: Interval[] = [];
  for (let at = start; at < end && at <= now;) {
    const period = periodAt(calendar, at, kind);
    if (period.end <= end || now < period.end) periods.push(period);
    at = period.end;
  }
  return periods;
}

function achieved(goal: Goal, metric: Metric, period: Interval, cell: Cell, scope: Scope): Achieved {
  const { id, side, target } = goal;
  const kind = METRICS[metric];
  const running = scope.now < period.end;
  const actual = actualOf(kind, cell);
  const expected =
    kind === 'share' || !running ? target : paceOf(scope, period, target, actual ?? 0).expected;
  return {
    goal: id,
    side,
    metric,
    kind,
    from: dateAt(scope.calendar, period.start),
    to: dateAt(scope.calendar, period.end - 1),
    running,
    target,
    actual,
    expected,
    n: cell.n,
    hits: cell.hits,
    reached: running || isAgreed(period, scope) ? reachedBy(kind, cell, actual, expected) : null,
  };
}

function actualOf(kind: Achieved['kind'], { n, hits, sum }: Cell): number | null {
  switch (kind) {
    case 'count':
      return n;
    case 'money':
      return sum / 100;
    case 'share':
      return n === 0 ? null : (hits * 100) / n;
  }
}

/** Whoever signs on the first of a month means that month. */
function isAgreed({ start }: Interval, { calendar, history }: Scope): boolean {
  const signedAt = trialEndsAt(history);
  return signedAt !== null && dateAt(calendar, signedAt) <= dateAt(calendar, start);
}

/** A share by its counts, so that nothing is lost in dividing. */
function reachedBy(
  kind: Achieved['kind'],
  { n, hits }: Cell,
  actual: number | null,
  expected: number,
): boolean | null {
  if (kind === 'share') return n === 0 ? null : hits * 100 >= expected * n;
  return (actual ?? 0) >= expected;
}
