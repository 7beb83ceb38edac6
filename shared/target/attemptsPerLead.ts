/**
 * Attempts per lead (TGT4): genuine ones on hand-offs that are worked or out of time, so that leads
 * still being tried do not pull the figure down; kinds of evidence apart (ATT8).
 */
import { EVIDENCE, type Evidence } from '../lead/vocabulary.ts';
import { countedHandoffs, cutsOf, isDuring, ownerAt } from './handoffs.ts';
import type { Report } from './report.ts';
import { isIn, type Scope } from './scope.ts';
import { ENOUGH } from './share.ts';
import { cellOf, cutsIn, type Mark } from './table.ts';
import { workOf } from './work.ts';

/** From this many on, hand-offs share one class of the distribution. */
const MOST = 20;

export interface AttemptsRow {
  /** `all`, `segment`, `source`, `campaign` or `owner`, and which; null = none. */
  readonly by: string;
  readonly of: string | null;
  /** Hand-offs, and genuine attempts on them. */
  readonly n: number;
  readonly attempts: number;
  /** Attempts per hand-off. */
  readonly mean: number;
  readonly evidence: Readonly<Record<Evidence, number>>;
  /** How many hand-offs had 0, 1, 2… attempts; the last entry is 20 or more. */
  readonly distribution: readonly number[];
  readonly colour: boolean;
}

export function attemptsReport(scope: Scope): Report<readonly AttemptsRow[]> {
  return {
    *marks(lead): Generator<Mark> {
      for (const handoff of countedHandoffs(lead)) {
        if (!isIn(scope.window, handoff.draft.openedAt)) continue;
        const work = workOf(lead, handoff, scope);
        if (work === null || work.status === 'in_progress') continue;
        const made = lead.state.attempts.filter(({ genuine, at }) => genuine && isDuring(handoff, at));
        for (const cut of [...cutsOf(lead), ['owner', ownerAt(lead, work.at)]]) {
          yield { row: ['handoffs', ...cut], amount: made.length };
          yield { row: ['made', ...cut, String(Math.min(made.length, MOST))] };
          for (const { evidence } of made) yield { row: ['evidence', ...cut, evidence] };
        }
      }
    },
    read: (table) =>
      cutsIn(table, 'handoffs').map(({ by, of }): AttemptsRow => {
        const cut = [by, of];
        const { n, sum } = cellOf(table, ['handoffs', ...cut]);
        const count = (kind: Evidence): number => cellOf(table, ['evidence', ...cut, kind]).n;
        return {
          by,
          of,
          n,
          attempts: sum,
          mean: sum / n,
          evidence: {
            observed: count('observed'),
            integration: count('integration'),
            clicked: count('clicked'),
            declared: count('declared'),
          } satisfies Record<(typeof EVIDENCE)[number], number>,
          distribution: Array.from(
            { length: MOST + 1 },
            (_, made) => cellOf(table, ['made', ...cut, String(made)]).n,
          ),
          colour: n >= ENOUGH,
        };
      }),
  };
}
