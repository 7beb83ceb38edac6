/** A plan as goals and quotas of an agreement (TGT1, TGT3): what would be written over what stands there. */
import * as z from 'zod';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import { outcomeOf, type Plan } from '../../../shared/target/whatIf.ts';

/** The part of an agreement a plan writes; the rest of a draft may be unfinished. */
export const Aims = z.object({ goals: Definitions.shape.goals, quotas: Definitions.shape.quotas });
export type Aims = z.infer<typeof Aims>;
type Goal = Aims['goals'][number];

export interface Written {
  readonly aims: Aims;
  /** Whether the plan gives any number at all. */
  readonly hasNumber: boolean;
  /** Leads delivered a month; null before = no such goal, or one of another period. */
  readonly goal: { readonly target: number; readonly before: number | null } | null;
  /** Whole currency. */
  readonly quotas: readonly {
    readonly segment: string;
    readonly amount: number;
    readonly before: number | null;
  }[];
}

const METRIC = 'mqls';

export function written(before: Aims, plan: Plan): Written {
  const { handoffs } = outcomeOf(plan);
  const quotas = plan.segments.flatMap(({ segment, quotaCents }) => {
    if (quotaCents === null || quotaCents === 0) return [];
    const known = before.quotas.find((one) => one.segment === segment)?.perRepMonth ?? null;
    return known === quotaCents / 100 ? [] : [{ segment, amount: quotaCents / 100, before: known }];
  });
  const old = before.goals.find(({ metric }) => metric === METRIC);
  const standing = old?.period === 'month' ? old.target : null;
  const goal = handoffs === 0 || handoffs === standing ? null : { target: handoffs, before: standing };
  return {
    hasNumber: handoffs > 0,
    goal,
    quotas,
    aims: {
      goals: goal === null ? before.goals : withGoal(before.goals, old, goal.target),
      quotas: [
        ...before.quotas.map((one) => {
          const next = quotas.find(({ segment }) => segment === one.segment);
          return next ? { ...one, perRepMonth: next.amount } : one;
        }),
        ...quotas.flatMap(({ segment, amount, before }) =>
          before === null ? [{ segment, perRepMonth: amount }] : [],
        ),
      ],
    },
  };
}

/** Marketing's goal of leads delivered becomes this one; whoever answers for it goes on to. */
function withGoal(goals: readonly Goal[], old: Goal | undefined, target: number): Goal[] {
  if (old) return goals.map((goal) => (goal === old ? { ...goal, target, period: 'month' } : goal));
  const taken = new Set(goals.map(({ id }) => id));
  const ids = [METRIC, ...goals.map((_, place) => `${METRIC}-${place + 2}`)];
  const id = ids.find((one) => !taken.has(one)) ?? METRIC;
  return [...goals, { id, side: 'marketing', metric: METRIC, target, period: 'month' }];
}
