/** Rows of the reports about targets as their readers parse them (TGT1, TGT3, TGT6). */
import * as z from 'zod';
import { SIDES } from '../lead/vocabulary.ts';
import type { Capacity } from '../target/capacity.ts';
import type { GoalResult } from '../target/goals.ts';
import type { QuotaRow } from '../target/quota.ts';
import { PaceFigures, ShareRow, TimesRow } from './reportRows.ts';

const goal = {
  id: z.string(),
  side: z.enum(SIDES),
  metric: z.string(),
  target: z.number(),
  accountable: z.string().nullable(),
  period: z.object({ start: z.int(), end: z.int() }),
  n: z.int(),
};
const counted = {
  actual: z.number(),
  pace: PaceFigures,
  bySource: z.array(z.object({ source: z.string().nullable(), actual: z.number() })),
};

export const GoalRows: z.ZodType<readonly GoalResult[]> = z.array(
  z.discriminatedUnion('kind', [
    z.object({ ...goal, kind: z.literal('count'), ...counted }),
    z.object({ ...goal, kind: z.literal('money'), ...counted, withoutRate: z.int() }),
    z.object({
      ...goal,
      kind: z.literal('share'),
      actual: ShareRow,
      reached: z.boolean().nullable(),
      bySource: z.array(z.object({ source: z.string().nullable(), actual: ShareRow })),
    }),
    z.object({ ...goal, kind: z.literal('unknown_metric') }),
  ]),
);

const NoVolume = z.object({
  enough: z.literal(false),
  why: z.enum(['no_quota', 'not_enough', 'no_wins', 'no_deals']),
});

export const QuotaRows: z.ZodType<readonly QuotaRow[]> = z.array(
  z.object({
    segment: z.string(),
    quotaCents: z.number().nullable(),
    deal: z.object({
      averageCents: z.number().nullable(),
      n: z.int(),
      withoutRate: z.int(),
      colour: z.boolean(),
    }),
    toClose: TimesRow,
    cohortsFrom: z.enum(['segment', 'workspace']),
    closeRate: ShareRow,
    closeUntil: z.string().nullable(),
    qualifyRate: ShareRow,
    qualifyUntil: z.string().nullable(),
    value: z.union([z.object({ cents: z.number(), low: z.number(), high: z.number() }), NoVolume]),
    basis: z.enum(['observed', 'agreed']),
    volume: z.union([
      z.object({
        enough: z.literal(true),
        customers: z.number(),
        handoffs: z.number(),
        least: z.number().nullable(),
        most: z.number().nullable(),
        leads: z.number().nullable(),
      }),
      NoVolume,
    ]),
  }),
);

export const CapacityFigures: z.ZodType<Omit<Capacity, 'people'>> = z.object({
  asks: z.number().nullable(),
  makes: z.number().nullable(),
  handoffs: z.int(),
  due: z.number(),
  made: z.int(),
  peopleDays: z.int(),
});

export const CapacityRows: z.ZodType<Capacity['people']> = z.array(
  z.object({ member: z.string(), openDays: z.int(), made: z.int(), makes: z.number().nullable() }),
);
