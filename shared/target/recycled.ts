/** Recycled leads that came back (TGT4): handed off again after sales gave them back, and then won. */
import { wonAt } from './deals.ts';
import { countedHandoffs, cutsOf } from './handoffs.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { type Share, shareOf } from './share.ts';
import { cellOf, cutsIn, type Mark } from './table.ts';
import { summaryOf, type TimesSummary } from './times.ts';

export interface RecycledRow {
  readonly by: string;
  readonly of: string | null;
  /** Of the hand-offs recycled in the window, those followed by another hand-off. */
  readonly cameBack: Share;
  /** Of those that came back, the leads won since. */
  readonly won: Share;
  /** Recycled → handed off again, wall time. */
  readonly away: TimesSummary;
}

export function recycledReport(scope: Scope): Report<readonly RecycledRow[]> {
  return {
    *marks(lead): Generator<Mark> {
      const handoffs = countedHandoffs(lead);
      for (const [place, { draft }] of handoffs.entries()) {
        const { answered } = draft;
        if (answered?.answer !== 'recycled' || !isIn(scope.window, answered.at)) continue;
        const again = handoffs[place + 1]?.draft.openedAt;
        const won = wonAt(lead, scope);
        for (const cut of cutsOf(lead)) {
          const away = again === undefined ? {} : { ms: again - answered.at };
          yield { row: ['recycled', ...cut], hit: again !== undefined, ...away };
          if (again !== undefined) yield { row: ['back', ...cut], hit: won !== null && won >= again };
        }
      }
    },
    read: (table) =>
      cutsIn(table, 'recycled').map(({ by, of }): RecycledRow => {
        const { hits, n, times } = cellOf(table, ['recycled', by, of]);
        const back = cellOf(table, ['back', by, of]);
        return {
          by,
          of,
          cameBack: shareOf(hits, n),
          won: shareOf(back.hits, back.n),
          away: summaryOf(times),
        };
      }),
  };
}
