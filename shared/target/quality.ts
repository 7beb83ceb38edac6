/**
 * What marketing handed over was worth to sales (TGT4), by segment, source and campaign: how many of the
 * first answers accept, and how many hand-offs led to a qualified lead.
 */
import { cutsOf } from './handoffs.ts';
import { metricEvents } from './metrics.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { type Share, shareOf } from './share.ts';
import { cellOf, cutsIn, type Mark } from './table.ts';

export interface QualityRow {
  /** `all`, `segment`, `source` or `campaign`, and which; null = none. */
  readonly by: string;
  readonly of: string | null;
  /** Of the first answers given in the window, those that accept (HOF5: an overturned return is none). */
  readonly accepted: Share;
  /** Of the hand-offs opened in the window, those whose lead sales qualified since: MQL → SQL. */
  readonly qualified: Share;
}

const COUNTED = { accepted: 'acceptance_rate', qualified: 'mql_to_sql' } as const;

/** The very events goals are kept over, cut by where the lead came from. */
export function qualityReport(scope: Scope): Report<readonly QualityRow[]> {
  return {
    *marks(lead): Generator<Mark> {
      for (const [name, metric] of Object.entries(COUNTED)) {
        const events = metricEvents(metric, lead, scope).filter(({ at }) => isIn(scope.window, at));
        for (const { hit } of events) for (const cut of cutsOf(lead)) yield { row: [name, ...cut], hit };
      }
    },
    read: (table) =>
      cutsIn(table).map(({ by, of }): QualityRow => {
        const accepted = cellOf(table, ['accepted', by, of]);
        const qualified = cellOf(table, ['qualified', by, of]);
        return {
          by,
          of,
          accepted: shareOf(accepted.hits, accepted.n),
          qualified: shareOf(qualified.hits, qualified.n),
        };
      }),
  };
}
