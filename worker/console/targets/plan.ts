/** What is tried out: the numbers of today, and in their place those somebody put in; nothing is kept. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { QuotaRow } from '../../../shared/target/quota.ts';
import { agreedRate } from '../../../shared/target/volume.ts';
import type { Plan } from '../../../shared/target/whatIf.ts';
import type { Figures } from './figures.ts';

/** Whole currency, and percent; left out = as it is today. */
export interface Tried {
  readonly quota?: number | undefined;
  readonly deal?: number | undefined;
  readonly close?: number | undefined;
}

export interface Tries {
  readonly people?: number | undefined;
  readonly segments: Readonly<Record<string, Tried>>;
}

export const NOTHING_TRIED: Tries = { segments: {} };

export function planOf(today: Plan, { people, segments }: Tries): Plan {
  return {
    ...today,
    people: people ?? today.people,
    segments: today.segments.map((one) => {
      const { quota, deal, close } = segments[one.segment] ?? {};
      return {
        ...one,
        quotaCents: quota === undefined ? one.quotaCents : Math.round(quota * 100),
        dealCents: deal === undefined ? one.dealCents : Math.round(deal * 100),
        closeRate: close === undefined ? one.closeRate : agreedRate(close / 100),
      };
    }),
  };
}

export function todayPlan(
  rows: readonly QuotaRow[],
  people: number,
  openDays: number,
  attempts: number,
): Plan {
  return {
    people,
    openDays,
    attempts,
    segments: rows.map(({ segment, quotaCents, deal, closeRate, qualifyRate }) => ({
      segment,
      quotaCents,
      dealCents: deal.averageCents,
      closeRate,
      qualifyRate,
    })),
  };
}

/** Attempts agreed on one hand-off: as they were on the last ones, else the steps of the first cadence. */
export function attemptsEach({ policies }: Definitions, capacity: Figures['capacity']): number {
  if (capacity && capacity.handoffs > 0) return capacity.due / capacity.handoffs;
  const cadence = policies.find(({ kind, when }) => kind === 'cadence' && when === undefined);
  return cadence?.repeat?.times ?? 1;
}
