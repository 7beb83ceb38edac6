/** What the closed loop shows, out of the workspace's reports: nothing is counted here that they did not count. */
import { LeakRows, QualityRows, RecycledRows } from '../../../shared/protocol/loopRows.ts';
import { DispositionRows } from '../../../shared/protocol/reportRows.ts';
import type { ReportName, ReportsResponse } from '../../../shared/protocol/reports.ts';
import type { DispositionRow } from '../../../shared/target/dispositions.ts';
import { LEAKS, type Leak } from '../../../shared/target/leaks.ts';
import { type Share, shareOf } from '../../../shared/target/share.ts';
import { systemsIn } from '../api/crmRecords.ts';
import { rowsOf } from '../api/reports.ts';

export const ASKED: readonly ReportName[] = ['dispositions', 'quality', 'recycled', 'leaks'];
export const ORIGINS = ['source', 'campaign'] as const;
export type Origin = (typeof ORIGINS)[number];

const NONE: Share = shareOf(0, 0);
const NO_ANSWERS: Pick<DispositionRow, 'answers' | 'contested' | 'overturned'> = {
  answers: { accepted: 0, recycled: 0, disqualified: 0 },
  contested: NONE,
  overturned: NONE,
};

export function figuresOf(answer: ReportsResponse) {
  const dispositions = rowsOf(answer, 'dispositions', DispositionRows);
  const quality = rowsOf(answer, 'quality', QualityRows);
  const recycled = rowsOf(answer, 'recycled', RecycledRows);
  const leaks = rowsOf(answer, 'leaks', LeakRows);
  const all = dispositions.find(({ by }) => by === 'all');
  const whole = quality.find(({ by }) => by === 'all');
  return {
    accepted: whole?.accepted ?? NONE,
    qualified: whole?.qualified ?? NONE,
    contested: all?.contested ?? NONE,
    overturned: all?.overturned ?? NONE,
    answered: all ? sumOfAnswers(all) : 0,
    reasons: dispositions
      .filter(({ by, answers }) => by === 'reason' && returnsOf({ answers }) > 0)
      .toSorted((a, b) => returnsOf(b) - returnsOf(a)),
    people: dispositions.filter(({ by, of }) => by === 'person' && of !== null),
    origins: {
      source: originsOf('source', quality, dispositions),
      campaign: originsOf('campaign', quality, dispositions),
    } satisfies Record<Origin, unknown>,
    recycled: recycled.filter(({ by }) => by === 'all' || by === 'source'),
    systems: systemsIn(answer),
    leaks: LEAKS.map((leak) => leakOf(leak, leaks)).filter(({ n }) => n > 0),
  };
}

/** What came back: recycled and disqualified. */
export function returnsOf({ answers }: Pick<DispositionRow, 'answers'>): number {
  return answers.recycled + answers.disqualified;
}

function sumOfAnswers({ answers }: DispositionRow): number {
  return answers.accepted + answers.recycled + answers.disqualified;
}

/** One source or campaign: how good what it brought was, and what sales answered; most handed over first. */
function originsOf(
  by: Origin,
  quality: ReturnType<typeof QualityRows.parse>,
  dispositions: readonly DispositionRow[],
) {
  const ofBoth = [...quality, ...dispositions].flatMap((row) => (row.by === by ? [row.of] : []));
  return [...new Set(ofBoth)]
    .map((of) => {
      const worth = quality.find((row) => row.by === by && row.of === of);
      const { answers, contested, overturned } =
        dispositions.find((row) => row.by === by && row.of === of) ?? NO_ANSWERS;
      return {
        of,
        accepted: worth?.accepted ?? NONE,
        qualified: worth?.qualified ?? NONE,
        returned: returnsOf({ answers }),
        contested,
        overturned,
      };
    })
    .toSorted((a, b) => b.qualified.n - a.qualified.n || b.accepted.n - a.accepted.n);
}

function leakOf(leak: Leak, rows: ReturnType<typeof LeakRows.parse>) {
  const sources = rows.filter((row) => row.leak === leak).toSorted((a, b) => b.n - a.n);
  return { leak, sources, n: sources.reduce((sum, { n }) => sum + n, 0) };
}

export type Figures = ReturnType<typeof figuresOf>;
