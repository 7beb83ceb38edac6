/**
 * The funnel (TGT4) by segment, source, campaign and month of capture: how far leads came, where they
 * stand, how many were won and how long that took.
 */
import { firstStage, placeOf } from '../stage/order.ts';
import { wonAt } from './deals.ts';
import { cutsOf } from './handoffs.ts';
import { dateAt, monthOf } from './period.ts';
import type { KeptLead } from './keptLead.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { type Share, shareOf } from './share.ts';
import { cellOf, cutsIn, type Mark, type Row, type Table } from './table.ts';
import { summaryOf, type TimesSummary } from './times.ts';

export interface FunnelStage {
  readonly stage: string;
  /** Came this far or further, ever. */
  readonly reached: number;
  /** Stand here now; disqualified leads stand nowhere (HOF3). */
  readonly current: number;
  /** Of those who came this far, how many went on to the next stage; null at the last. */
  readonly passes: Share | null;
}

export interface FunnelRow {
  /** `all`, `segment`, `source`, `campaign` or `cohort` (`YYYY-MM` of capture), and which; null = none. */
  readonly by: string;
  readonly of: string | null;
  readonly leads: number;
  readonly stages: readonly FunnelStage[];
  readonly won: Share;
  /** First hand-off (without one, capture) → won. */
  readonly toClose: TimesSummary;
  /** Waiting to be released: in no other number of this row (TRI2). */
  readonly backlog: number;
}

/** Leads captured in the window, by the stages of the agreement in force. */
export function funnelReport(scope: Scope): Report<readonly FunnelRow[]> {
  return {
    *marks(lead): Generator<Mark> {
      const { capturedAt, backlog } = lead.state;
      if (capturedAt === null || !isIn(scope.window, capturedAt)) return;
      const cohort: Row = ['cohort', monthOf(dateAt(scope.calendar, capturedAt))];
      for (const cut of [...cutsOf(lead), cohort]) {
        if (backlog) yield { row: ['backlog', ...cut] };
        else yield* leadMarks(lead, capturedAt, cut, scope);
      }
    },
    read: (table) => readFunnel(table, scope),
  };
}

function* leadMarks(lead: KeptLead, capturedAt: number, cut: Row, scope: Scope): Generator<Mark> {
  const { stage, handoffs } = lead.state;
  const won = wonAt(lead, scope);
  const from = handoffs[0]?.openedAt ?? capturedAt;
  yield { row: ['leads', ...cut], hit: won !== null, ...(won === null ? {} : { ms: won - from }) };
  if (stage.mark === null) yield { row: ['current', ...cut, stage.id] };
  const furthest = furthestOf(lead, scope);
  for (const { id } of scope.definitions.stages.slice(0, furthest + 1))
    yield { row: ['reached', ...cut, id] };
}

function furthestOf({ state }: KeptLead, { definitions }: Scope): number {
  const stages = [firstStage(definitions), ...state.entries.map(({ stage }) => stage)];
  return Math.max(...stages.map((stage) => placeOf(definitions, stage)));
}

function readFunnel(table: Table, { definitions }: Scope): readonly FunnelRow[] {
  return cutsIn(table).map(({ by, of }): FunnelRow => {
    const cut = [by, of];
    const whole = cellOf(table, ['leads', ...cut]);
    const reached = (stage: string): number => cellOf(table, ['reached', ...cut, stage]).n;
    return {
      by,
      of,
      leads: whole.n,
      stages: definitions.stages.map(({ id }, place) => {
        const next = definitions.stages[place + 1];
        return {
          stage: id,
          reached: reached(id),
          current: cellOf(table, ['current', ...cut, id]).n,
          passes: next === undefined ? null : shareOf(reached(next.id), reached(id)),
        };
      }),
      won: shareOf(whole.hits, whole.n),
      toClose: summaryOf(whole.times),
      backlog: cellOf(table, ['backlog', ...cut]).n,
    };
  });
}
