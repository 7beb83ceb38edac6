/** What is tried out and what of it is written: numbers of today, those put in their place, and the draft's goals. */
import { describe, expect, test } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { CapacityFigures, CapacityRows, GoalRows, QuotaRows } from '../../shared/protocol/targetRows.ts';
import { capacityReport } from '../../shared/target/capacity.ts';
import { goalsReport } from '../../shared/target/goals.ts';
import { quotaReport } from '../../shared/target/quota.ts';
import { runReport } from '../../shared/target/report.ts';
import { shareOf } from '../../shared/target/share.ts';
import { outcomeOf, type Plan } from '../../shared/target/whatIf.ts';
import { type Aims, written } from '../../worker/console/targets/draftGoals.ts';
import { attemptsEach, NOTHING_TRIED, planOf } from '../../worker/console/targets/plan.ts';
import { agreement, at, everyPolicy } from '../shared/lead/agreement.ts';
import { deal, handedOff, leadOf, scopeAt } from '../shared/target/leads.ts';

const TODAY: Plan = {
  people: 3,
  openDays: 20,
  attempts: 5,
  segments: [
    {
      segment: 'small',
      quotaCents: 900_000,
      dealCents: 150_000,
      closeRate: shareOf(30, 100),
      qualifyRate: shareOf(50, 100),
    },
    {
      segment: 'large',
      quotaCents: null,
      dealCents: null,
      closeRate: shareOf(1, 4),
      qualifyRate: shareOf(0, 0),
    },
  ],
};
/** 6 customers a rep at 30 %, of three reps. */
const OWED = 60;

describe('what is tried', () => {
  test('nothing tried is today', () => {
    expect(planOf(TODAY, NOTHING_TRIED)).toEqual(TODAY);
    expect(outcomeOf(TODAY).handoffs).toBe(OWED);
  });

  test('[TGT1] takes the place of what is known, in its own unit, and nothing else moves', () => {
    const plan = planOf(TODAY, { people: 4, segments: { small: { close: 50, deal: 3_000 } } });
    expect(plan.people).toBe(4);
    expect(plan.segments[0]).toMatchObject({ quotaCents: 900_000, dealCents: 300_000 });
    expect(plan.segments[1]).toEqual(TODAY.segments[1]);
    // Three customers a rep at one in two, four reps.
    expect(outcomeOf(plan).handoffs).toBe(24);
  });

  test('[TGT1] an expected rate makes a number where none was known', () => {
    const expected = { quota: 10_000, deal: 2_000, close: 25 };
    const plan = planOf(TODAY, { segments: { large: expected } });
    expect(outcomeOf(plan).segments[1]?.perRep).toMatchObject({ enough: true, handoffs: 20 });
  });

  test('[TGT6] attempts are those agreed on the last hand-offs, else the cadence’s', () => {
    const figures = { asks: 1, makes: 1, handoffs: 4, due: 18, made: 3, peopleDays: 20 };
    expect(attemptsEach(STARTERS.en, figures)).toBe(4.5);
    expect(attemptsEach(STARTERS.en, { ...figures, handoffs: 0, due: 0 })).toBe(5);
    expect(attemptsEach({ ...STARTERS.en, policies: [] }, undefined)).toBe(1);
  });
});

describe('what is written into the draft', () => {
  const own = { id: 'worked', side: 'sales', metric: 'worked', target: 90, period: 'month' } as const;
  const quota = { segment: 'small', perRepMonth: 9_000 };

  test('[TGT3] a goal of leads delivered a month, beside the goals there are', () => {
    const { goal, quotas, aims } = written({ goals: [own], quotas: [quota] }, TODAY);
    expect(goal).toEqual({ target: OWED, before: null });
    expect(quotas).toEqual([]);
    expect(aims).toEqual({
      goals: [own, { id: 'mqls', side: 'marketing', metric: 'mqls', target: OWED, period: 'month' }],
      quotas: [quota],
    });
  });

  test('[TGT3] the goal there is becomes it, by month, and keeps its name and who answers', () => {
    const old: Aims['goals'][number] = {
      id: 'leads',
      side: 'marketing',
      metric: 'mqls',
      target: 200,
      period: 'quarter',
      accountable: 'mia',
    };
    const { goal, aims } = written({ goals: [old, own], quotas: [quota] }, TODAY);
    expect(goal).toEqual({ target: OWED, before: null });
    expect(aims.goals).toEqual([{ ...old, target: OWED, period: 'month' }, own]);
    expect(written({ ...aims, quotas: [] }, TODAY).goal).toBeNull();
  });

  test('a name taken by another goal is not taken again', () => {
    const other = { ...own, id: 'mqls' };
    const { aims } = written({ goals: [other], quotas: [] }, TODAY);
    expect(aims.goals.map(({ id }) => id)).toEqual(['mqls', 'mqls-2']);
  });

  test('quotas that moved, and those of a segment that had none', () => {
    const plan = planOf(TODAY, { segments: { small: { quota: 12_000 }, large: { quota: 50_000 } } });
    const { quotas, aims } = written({ goals: [], quotas: [quota] }, plan);
    expect(quotas).toEqual([
      { segment: 'small', amount: 12_000, before: 9_000 },
      { segment: 'large', amount: 50_000, before: null },
    ]);
    expect(aims.quotas).toEqual([
      { segment: 'small', perRepMonth: 12_000 },
      { segment: 'large', perRepMonth: 50_000 },
    ]);
  });

  test('a plan without any number writes none', () => {
    const empty = { ...TODAY, segments: TODAY.segments.slice(1) };
    const before = { goals: [own], quotas: [] };
    expect(written(before, empty)).toEqual({ hasNumber: false, goal: null, quotas: [], aims: before });
  });
});

test('[TGT1][TGT3][TGT6] what the reports answer is read whole, number by number', () => {
  const now = at('2026-05-01');
  const definitions = agreement({
    policies: everyPolicy(),
    quotas: [{ segment: 'large', perRepMonth: 2_000 }],
    goals: [
      { id: 'a', side: 'marketing', metric: 'mqls', target: 40, period: 'quarter' },
      { id: 'b', side: 'marketing', metric: 'revenue', target: 9_000, period: 'quarter' },
      { id: 'c', side: 'sales', metric: 'worked', target: 90, period: 'quarter' },
      { id: 'd', side: 'sales', metric: 'smiles', target: 1, period: 'week' },
    ],
  });
  const scope = { ...scopeAt(now), definitions };
  const when = at('2026-04-06', '09:00');
  const leads = ['one', 'two'].map((id) =>
    leadOf(
      id,
      [...handedOff(when, { fields: { employees: 300 } }), deal(when + 60_000, { dealId: id })],
      now,
    ),
  );
  const travelled = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  const goals = runReport(goalsReport(scope), leads);
  expect(goals.map(({ kind }) => kind)).toEqual(['count', 'money', 'share', 'unknown_metric']);
  expect(GoalRows.parse(travelled(goals))).toEqual(goals);
  const quotas = runReport(quotaReport(scope), leads);
  expect(QuotaRows.parse(travelled(quotas))).toEqual(quotas);
  const { people, ...figures } = runReport(capacityReport(scope), leads);
  expect(CapacityFigures.parse(travelled(figures))).toEqual(figures);
  expect(CapacityRows.parse(travelled(people))).toEqual(people);
});
