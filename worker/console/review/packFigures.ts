/** What the pack shows of its reports; nothing is counted here that they did not count. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { LeakRows, QualityRows, RecycledRows } from '../../../shared/protocol/loopRows.ts';
import {
  ComplianceRows,
  DispositionRows,
  FunnelRows,
  SpeedRows,
  WorkedRows,
} from '../../../shared/protocol/reportRows.ts';
import type { ReviewResponse } from '../../../shared/protocol/review.ts';
import { METRICS, qualifiedStage } from '../../../shared/target/metrics.ts';
import { sumOf } from '../ui/numbers.ts';
import * as z from 'zod';
import { AchievedRows } from './achievedRows.ts';

const Load = z.object({ asks: z.number().nullable(), makes: z.number().nullable() });

export interface Week {
  /** Its Monday. */
  readonly on: string;
  readonly hits: number;
  readonly n: number;
  readonly share: number | null;
}

export function packFigures({ performance }: ReviewResponse, definitions: Definitions) {
  const rows = <T>(name: string, schema: z.ZodType<readonly T[]>): readonly T[] =>
    schema.safeParse(performance[name]?.rows).data ?? [];
  const all = <T extends { readonly by: string }>(list: readonly T[]) => list.find(({ by }) => by === 'all');
  const policies = new Set(
    definitions.policies.filter(({ kind }) => kind === 'first_response').map(({ id }) => id),
  );
  const compliance = rows('compliance', ComplianceRows).filter(
    ({ by, policy }) => by === 'all' && policies.has(policy),
  );
  const weeks = [...new Set(compliance.map(({ weekOn }) => weekOn))].toSorted();
  const funnel = all(rows('funnel', FunnelRows));
  const stages = funnel?.stages ?? [];
  const quality = all(rows('quality', QualityRows))?.qualified;
  const dispositions = rows('dispositions', DispositionRows);
  const worked = all(rows('worked', WorkedRows));
  const leaks = new Map<string, number>();
  for (const { leak, n } of rows('leaks', LeakRows)) leaks.set(leak, (leaks.get(leak) ?? 0) + n);
  return {
    achieved: rows('achieved', AchievedRows),
    firstResponse: sumOf(compliance.map(({ inTime }) => inTime)),
    weeks: weeks.map((on): Week => ({
      on,
      ...sumOf(compliance.filter(({ weekOn }) => weekOn === on).map(({ inTime }) => inTime)),
    })),
    worked: {
      ...(worked?.worked ?? { hits: 0, n: 0, share: null }),
      inProgress: worked?.inProgress ?? 0,
    },
    speed: all(rows('speed', SpeedRows)) ?? null,
    funnel: { leads: funnel?.leads ?? 0, stages },
    // Handed over in the period, whenever they were first captured: what the goal counts as well.
    delivered: quality?.n ?? 0,
    qualified: { stage: qualifiedStage(definitions), n: quality?.hits ?? 0 },
    answers: all(dispositions) ?? null,
    reasons: dispositions
      .filter(({ by }) => by === 'reason')
      .map(({ of, answers, contested, overturned }) => ({
        reason: of,
        n: answers.recycled + answers.disqualified,
        contested,
        overturned,
      }))
      .filter(({ n, contested }) => n > 0 || contested.n > 0)
      .toSorted((a, b) => b.n - a.n),
    leaks: [...leaks].map(([leak, n]) => ({ leak, n })).filter(({ n }) => n > 0),
    recycled: all(rows('recycled', RecycledRows))?.cameBack ?? null,
    load: Load.safeParse(performance['capacity']?.figures).data ?? null,
  };
}

export type PackFigures = ReturnType<typeof packFigures>;

/** What the agreement asks of a share, 0–1; null where no goal speaks of it. */
export function goalFor(metric: keyof typeof METRICS, { goals }: Definitions): number | null {
  const goal = goals.find((one) => one.metric === metric);
  return goal ? goal.target / 100 : null;
}
