/** What Today shows, out of the workspace's reports: nothing is counted here that they did not count. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import {
  AttemptsRows,
  ComplianceRows,
  DispositionRows,
  FunnelRows,
  PacingFigures,
  PacingRows,
  SpeedRows,
  TodayRows,
  WorkedRows,
} from '../../../shared/protocol/reportRows.ts';
import type { ReportName, ReportsResponse } from '../../../shared/protocol/reports.ts';
import { reportIn, rowsOf } from '../api/reports.ts';
import { sumOf } from '../ui/numbers.ts';

export const ASKED: readonly ReportName[] = [
  'today',
  'compliance',
  'worked',
  'speed',
  'pacing',
  'funnel',
  'dispositions',
  'attempts',
];
/** Of the period before, to compare with. */
export const ASKED_BEFORE: readonly ReportName[] = ['compliance', 'worked', 'speed'];

/** Policies that promise a first response. */
export function firstResponses({ policies }: Definitions): readonly string[] {
  return policies.filter(({ kind }) => kind === 'first_response').map(({ id }) => id);
}

export function promisesOf(answer: ReportsResponse, definitions: Definitions) {
  const policies = new Set(firstResponses(definitions));
  const compliance = rowsOf(answer, 'compliance', ComplianceRows);
  const worked = rowsOf(answer, 'worked', WorkedRows).find(({ by }) => by === 'all');
  const speed = rowsOf(answer, 'speed', SpeedRows).find(({ by }) => by === 'all');
  return {
    firstResponse: sumOf(
      compliance.filter(({ by, policy }) => by === 'all' && policies.has(policy)).map(({ inTime }) => inTime),
    ),
    worked: { ...(worked?.worked ?? { hits: 0, n: 0, share: null }), inProgress: worked?.inProgress ?? 0 },
    speed,
  };
}

export function figuresOf(answer: ReportsResponse, definitions: Definitions) {
  const dispositions = rowsOf(answer, 'dispositions', DispositionRows);
  const pacing = reportIn(answer, 'pacing');
  return {
    ...promisesOf(answer, definitions),
    today: rowsOf(answer, 'today', TodayRows).find(({ by }) => by === 'all'),
    pacing: PacingFigures.safeParse(pacing?.figures).data,
    days: rowsOf(answer, 'pacing', PacingRows),
    funnel: rowsOf(answer, 'funnel', FunnelRows).find(({ by }) => by === 'all'),
    answers: dispositions.find(({ by }) => by === 'all'),
    returns: dispositions
      .filter(({ by, answers }) => by === 'reason' && answers.recycled + answers.disqualified > 0)
      .map(({ of, answers }) => ({ reason: of, n: answers.recycled + answers.disqualified }))
      .toSorted((a, b) => b.n - a.n),
    people: peopleIn(answer),
  };
}

export interface PersonFigures {
  readonly person: string;
  readonly inTime: ReturnType<typeof sumOf>;
  /** Policies a promise of theirs was counted under. */
  readonly policies: readonly string[];
  /** Tries per hand-off, and hand-offs; null when none of theirs is settled. */
  readonly attempts: { readonly mean: number; readonly n: number } | null;
}

function peopleIn(answer: ReportsResponse): readonly PersonFigures[] {
  const kept = rowsOf(answer, 'compliance', ComplianceRows).filter(({ by }) => by === 'person');
  const tries = rowsOf(answer, 'attempts', AttemptsRows).filter(({ by }) => by === 'owner');
  const people = new Set(kept.flatMap(({ of }) => (of === null ? [] : [of])));
  return [...people].map((person) => {
    const own = kept.filter(({ of }) => of === person);
    const tried = tries.find(({ of }) => of === person);
    return {
      person,
      inTime: sumOf(own.map(({ inTime }) => inTime)),
      policies: [...new Set(own.map(({ policy }) => policy))],
      attempts: tried ? { mean: tried.mean, n: tried.n } : null,
    };
  });
}

export type Figures = ReturnType<typeof figuresOf>;
export type Promises = ReturnType<typeof promisesOf>;
