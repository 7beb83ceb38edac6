/**
 * Sales' promise as a share (TGT2): of the hand-offs of a window, how many were worked, among those
 * worked already or out of time; the rest is in progress.
 */
import { countedHandoffs, cutsOf, ownerAt } from './handoffs.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { type Share, shareOf } from './share.ts';
import { cellOf, cutsIn, type Mark, type Row, type Table } from './table.ts';
import { workOf } from './work.ts';

export interface WorkedRow {
  /** `all`, `segment`, `source`, `campaign` or `owner`, and which; null = none. */
  readonly by: string;
  readonly of: string | null;
  readonly worked: Share;
  readonly inProgress: number;
}

/** Hand-offs opened in the window. A person is asked for those they owned when it was decided. */
export function workedReport(scope: Scope): Report<readonly WorkedRow[]> {
  return {
    *marks(lead): Generator<Mark> {
      for (const handoff of countedHandoffs(lead)) {
        if (!isIn(scope.window, handoff.draft.openedAt)) continue;
        const work = workOf(lead, handoff, scope);
        if (work === null) continue;
        const decided = work.status !== 'in_progress';
        const owner: Row = ['owner', ownerAt(lead, decided ? work.at : scope.now)];
        for (const cut of [...cutsOf(lead), owner]) {
          yield decided
            ? { row: ['decided', ...cut], hit: work.status === 'worked' }
            : { row: ['in progress', ...cut] };
        }
      }
    },
    read: readWorked,
  };
}

function readWorked(table: Table): readonly WorkedRow[] {
  return cutsIn(table).map(({ by, of }): WorkedRow => {
    const { hits, n } = cellOf(table, ['decided', by, of]);
    return {
      by,
      of,
      worked: shareOf(hits, n),
      inProgress: cellOf(table, ['in progress', by, of]).n,
    };
  });
}
