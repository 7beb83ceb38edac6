/**
 * The English starter for json-rules-engine: one rule per scoring rule and stage, in its own terms. It
 * cannot count signals in windows or fade them, so those points come from our hand-written function as
 * a dynamic fact, which is its documented way and costs it less than doing the work would.
 */
import { Engine, type Almanac } from 'json-rules-engine';
import { foldText } from '../../shared/predicate/text.ts';
import { INTEREST, type Outcome, signalHundredths } from './byHand.ts';
import { DEFINITIONS, type PlainLead } from './leads.ts';

const GROUPS = { profile: [0, 5_000], interest: [0, 6_000], doubts: [-2_000, 0] } as const;
type GroupId = keyof typeof GROUPS;
type Sums = Record<GroupId, number>;

export function jsonRulesEngine(now: number): (lead: PlainLead) => Promise<Outcome> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  let sums: Sums = { profile: 0, interest: 0, doubts: 0 };
  let stage = 'visitor';
  const hasText = (value: unknown) => value !== undefined && String(value).trim() !== '';
  engine.addOperator('known', (value: unknown, wanted: boolean) => hasText(value) === wanted);
  engine.addOperator(
    'isText',
    (value: unknown, wanted: string) => hasText(value) && foldText(`${value}`) === wanted,
  );
  engine.addOperator(
    'inText',
    (value: unknown, wanted: readonly string[]) => hasText(value) && wanted.includes(foldText(`${value}`)),
  );
  const points = (group: GroupId, value: number, all: object[]) => {
    const rule = { conditions: { all: all as never[] }, priority: 10, event: { type: 'points' } };
    engine.addRule({ ...rule, onSuccess: () => void (sums[group] += value) });
  };
  for (const [id, value] of [
    ['chief', 18],
    ['director', 15],
    ['manager', 8],
  ] as const) {
    points('profile', value * 100, [{ fact: 'seniority', operator: 'isText', value: id }]);
  }
  points('profile', 1_200, [
    { fact: 'employees', operator: 'greaterThanInclusive', value: 50 },
    { fact: 'employees', operator: 'lessThanInclusive', value: 200 },
  ]);
  points('profile', 1_500, [{ fact: 'employees', operator: 'greaterThanInclusive', value: 201 }]);
  const icp = DEFINITIONS.lists['icpIndustries']?.values ?? [];
  points('profile', 500, [{ fact: 'industry', operator: 'inText', value: icp }]);

  engine.addFact('signalPoints', async (params: { signal?: string }, almanac: Almanac) => {
    const signals = await almanac.factValue<PlainLead['signals']>('signals');
    return signalHundredths(params.signal ?? '', signals, now);
  });
  for (const signal of [...INTEREST, 'careers_viewed']) {
    const fact = { fact: 'signalPoints', params: { signal } };
    engine.addRule({
      conditions: { all: [{ ...fact, operator: 'notEqual', value: 0 }] },
      priority: 10,
      event: { type: 'points' },
      onSuccess: async (_event: unknown, almanac: Almanac) => {
        const group = signal === 'careers_viewed' ? 'doubts' : 'interest';
        const points = await almanac.factValue<number>('signalPoints', { signal });
        sums[group] += points;
      },
    });
  }
  engine.addFact('score', () => scoreOf(sums));
  engine.addFact('hasForm', async (_params: unknown, almanac: Almanac) => {
    const signals = await almanac.factValue<PlainLead['signals']>('signals');
    return signals.some(({ signal }) => signal === 'form_submitted');
  });
  engine.addRule({
    conditions: {
      any: [
        { fact: 'name', operator: 'known', value: true },
        { fact: 'company', operator: 'known', value: true },
        { fact: 'hasForm', operator: 'equal', value: true },
      ],
    },
    priority: 2,
    event: { type: 'stage' },
    onSuccess: () => void (stage = 'lead'),
  });
  engine.addRule({
    conditions: {
      all: [
        { fact: 'score', operator: 'greaterThanInclusive', value: 50 },
        { fact: 'employees', operator: 'greaterThanInclusive', value: 10 },
        { fact: 'seniority', operator: 'inText', value: ['manager', 'director', 'chief'] },
      ],
    },
    priority: 1,
    event: { type: 'stage' },
    onSuccess: () => void (stage = 'mql'),
  });
  return async ({ fields, signals }) => {
    sums = { profile: 0, interest: 0, doubts: 0 };
    stage = 'visitor';
    await engine.run({ ...fields, signals });
    return { score: scoreOf(sums), stage };
  };
}

function scoreOf(sums: Sums): number {
  const clamp = (value: number, [min, max]: readonly [number, number]) => Math.min(Math.max(value, min), max);
  const total =
    clamp(sums.profile, GROUPS.profile) +
    clamp(sums.interest, GROUPS.interest) +
    clamp(sums.doubts, GROUPS.doubts);
  return Math.floor((clamp(total, [0, 10_000]) + 50) / 100);
}
