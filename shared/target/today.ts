/** Today (TGT4): what is late, what will be, what was kept and missed since midnight; per person too. */
import type { Interval } from '../time.ts';
import { ownerAt } from './handoffs.ts';
import type { KeptClock } from './keptLead.ts';
import { dateAt, endOfDate, startOfDate } from './period.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { type Share, shareOf } from './share.ts';
import { cellOf, cutsIn, type Mark, type Row } from './table.ts';

export interface TodayRow {
  /** `all`, or `owner` and which; null = nobody's. */
  readonly by: string;
  readonly of: string | null;
  /** Late and still owed, whenever it fell due. */
  readonly late: number;
  readonly atRisk: number;
  /** Running or paused, at risk or not. */
  readonly open: number;
  /** Running and due before midnight. */
  readonly dueToday: number;
  /** Of the promises met or missed since midnight, those kept. */
  readonly kept: Share;
}

/** Of sales' and marketing's clocks alike; the scope's window is not looked at. */
export function todayReport(scope: Scope): Report<readonly TodayRow[]> {
  const today = todayOf(scope);
  return {
    *marks(lead): Generator<Mark> {
      const cuts: readonly Row[] = [
        ['all', null],
        ['owner', ownerAt(lead, scope.now)],
      ];
      for (const clock of lead.state.clocks) {
        if (clock.trial) continue;
        for (const cut of cuts) yield* clockMarks(clock, cut, today);
      }
    },
    read: (table) =>
      cutsIn(table, 'clock').map(({ by, of }): TodayRow => {
        const count = (what: string): number => cellOf(table, [what, by, of]).n;
        const kept = cellOf(table, ['kept', by, of]);
        return {
          by,
          of,
          late: count('late'),
          atRisk: count('at risk'),
          open: count('open'),
          dueToday: count('due today'),
          kept: shareOf(kept.hits, kept.n),
        };
      }),
  };
}

/** Local midnight to local midnight, also where a day has 23 or 25 hours. */
function todayOf({ calendar, now }: Scope): Interval {
  const on = dateAt(calendar, now);
  return { start: startOfDate(calendar, on), end: endOfDate(calendar, on) };
}

function* clockMarks(
  { status, atRisk, dueAt, endedAt }: KeptClock,
  cut: Row,
  today: Interval,
): Generator<Mark> {
  yield { row: ['clock', ...cut] };
  const isOpen = status === 'running' || status === 'paused';
  if (isOpen) yield { row: ['open', ...cut] };
  if (atRisk) yield { row: ['at risk', ...cut] };
  if (status === 'breached' && endedAt === null) yield { row: ['late', ...cut] };
  if (status === 'running' && dueAt !== null && isIn(today, dueAt)) yield { row: ['due today', ...cut] };
  if (status === 'met' && endedAt !== null && isIn(today, endedAt))
    yield { row: ['kept', ...cut], hit: true };
  const isMissed = status === 'breached' || status === 'met_late';
  if (isMissed && dueAt !== null && isIn(today, dueAt)) yield { row: ['kept', ...cut] };
}
