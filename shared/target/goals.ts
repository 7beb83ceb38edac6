/** Goals of each side over kept metrics (TGT3): what was agreed, what there is, and the pace in open days. */
import type { Definitions } from '../definitions/definitions.ts';
import type { Side } from '../lead/vocabulary.ts';
import type { Interval } from '../time.ts';
import { isMetric, type Metric, metricEvents, METRICS } from './metrics.ts';
import { type Pace, paceOf } from './pace.ts';
import { periodAt } from './period.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { type Share, shareOf } from './share.ts';
import { type Cell, cellOf, cellsOf, type Mark, type Table } from './table.ts';

type Goal = Definitions['goals'][number];

interface GoalHead {
  readonly id: string;
  readonly side: Side;
  readonly metric: string;
  /** A number of leads, percent, or whole units of the reporting currency. */
  readonly target: number;
  readonly accountable: string | null;
  /** The period that holds `now`. */
  readonly period: Interval;
  /** Events counted. */
  readonly n: number;
}

export type GoalResult = GoalHead &
  (
    | {
        readonly kind: 'count';
        readonly actual: number;
        readonly pace: Pace;
        readonly bySource: BySource<number>;
      }
    | {
        readonly kind: 'share';
        readonly actual: Share;
        /** Whether the share has reached the target; null without any event. */
        readonly reached: boolean | null;
        readonly bySource: BySource<Share>;
      }
    | {
        readonly kind: 'money';
        /** Hundredths of the reporting currency, without the deals that have no rate. */
        readonly actual: number;
        readonly withoutRate: number;
        readonly pace: Pace;
        readonly bySource: BySource<number>;
      }
    /** The agreement names a metric that is not kept. */
    | { readonly kind: 'unknown_metric' }
  );

type BySource<T> = readonly { readonly source: string | null; readonly actual: T }[];

/** Goals of the agreement in force, each over its own period that holds `now`; the window is not looked at. */
export function goalsReport(scope: Scope): Report<readonly GoalResult[]> {
  const goals = scope.definitions.goals.map((goal) => ({
    goal,
    metric: isMetric(goal.metric) ? goal.metric : null,
    period: periodAt(scope.calendar, scope.now, goal.period),
  }));
  return {
    *marks(lead): Generator<Mark> {
      for (const { goal, metric, period } of goals) {
        if (metric === null) continue;
        for (const { at, hit, cents } of metricEvents(metric, lead, scope)) {
          if (!isIn(period, at)) continue;
          const isCounted = METRICS[metric] === 'money' ? cents !== null : hit;
          const mark = { hit: isCounted, amount: cents ?? 0 };
          yield { row: [goal.id, 'all'], ...mark };
          yield { row: [goal.id, 'source', lead.state.source], ...mark };
        }
      }
    },
    read: (table) =>
      goals.map(({ goal, metric, period }) => {
        const cell = cellOf(table, [goal.id, 'all']);
        const head = headOf(goal, period, cell.n);
        if (metric === null) return { ...head, kind: 'unknown_metric' };
        return { ...head, ...measured(metric, cell, sourcesIn(table, goal), { scope, goal, period }) };
      }),
  };
}

function headOf({ id, side, metric, target, accountable }: Goal, period: Interval, n: number): GoalHead {
  return { id, side, metric, target, accountable: accountable ?? null, period, n };
}

interface GoalContext {
  readonly scope: Scope;
  readonly goal: Goal;
  readonly period: Interval;
}
type Measured<K = GoalResult> = K extends GoalHead ? Omit<K, keyof GoalHead> : never;

function measured(
  metric: Metric,
  cell: Cell,
  sources: readonly Cell[],
  { scope, goal: { target }, period }: GoalContext,
): Measured {
  const bySource = <T>(actual: (cell: Cell) => T): BySource<T> =>
    sources.map((one) => ({ source: one.row[2] ?? null, actual: actual(one) }));
  switch (METRICS[metric]) {
    case 'count':
      return {
        kind: 'count',
        actual: cell.n,
        pace: paceOf(scope, period, target, cell.n),
        bySource: bySource(({ n }) => n),
      };
    case 'share':
      return {
        kind: 'share',
        actual: shareOf(cell.hits, cell.n),
        reached: cell.n === 0 ? null : cell.hits * 100 >= target * cell.n,
        bySource: bySource(({ hits, n }) => shareOf(hits, n)),
      };
    case 'money':
      return {
        kind: 'money',
        actual: cell.sum,
        withoutRate: cell.n - cell.hits,
        pace: paceOf(scope, period, target * 100, cell.sum),
        bySource: bySource(({ sum }) => sum),
      };
  }
}

function sourcesIn(table: Table, { id }: Goal): readonly Cell[] {
  return cellsOf(table, id, 'source');
}
