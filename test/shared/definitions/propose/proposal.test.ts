/** A first agreement proposed: from twelve answers, and from closed leads where there are enough of them. */
import { describe, expect, test } from 'vitest';
import { BUSINESSES } from '../../../../shared/definitions/business.ts';
import { QUESTIONS, weekOf } from '../../../../shared/definitions/propose/answers.ts';
import { COUNTRIES, countryOf, zoneOf } from '../../../../shared/definitions/propose/countries.ts';
import { propose } from '../../../../shared/definitions/propose/proposal.ts';
import { starterFor, STARTERS } from '../../../../shared/definitions/starters.ts';
import { validate } from '../../../../shared/definitions/validate.ts';
import { LANGUAGES } from '../../../../shared/lead/vocabulary.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/time.ts';
import { ANSWERS, did, evidenceOf, groundWith, is, step } from './ground.ts';

const NONE = new Set<string>();
const idsOf = ({ suggestions }: ReturnType<typeof propose>) => suggestions.map(({ id }) => id);
const mqlOf = ({ definitions }: ReturnType<typeof propose>) =>
  definitions.stages.find(({ id }) => id === 'mql')?.criteria;
const rulesOf = ({ definitions }: ReturnType<typeof propose>, group: string) =>
  definitions.scoring.groups.find(({ id }) => id === group)?.rules ?? [];

test('at most twelve answers are asked for', () => {
  expect(QUESTIONS.length).toBeLessThanOrEqual(12);
  expect(Object.keys(ANSWERS).toSorted()).toEqual([...QUESTIONS].toSorted());
});

describe('[DEF6] every business, language and country gives an agreement that can be signed and published', () => {
  const cases = BUSINESSES.flatMap((business) => LANGUAGES.map((language) => ({ business, language })));
  test.each(cases)('$business in $language', ({ business, language }) => {
    const starter = starterFor(business, language);
    for (const country of COUNTRIES) {
      const answers = { ...ANSWERS, business, country, zone: zoneOf(country) };
      const { definitions, suggestions } = propose(groundWith({ starter, current: starter, answers }), NONE);
      expect(suggestions).toEqual([]);
      const judged = validate(definitions);
      expect(judged.ok ? [] : judged.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(definitions.signers).toEqual([
        { side: 'marketing', member: 'monica' },
        { side: 'sales', member: 'marcos' },
      ]);
      for (const { zone } of Object.values(definitions.calendars)) expect(zone).toBe(zoneOf(country));
    }
  });
});

test('[CAL1] the hours answered are those of whoever answers leads', () => {
  expect(weekOf(ANSWERS).mon).toEqual([
    ['09:00', '12:00'],
    ['13:00', '18:00'],
  ]);
  expect(weekOf({ ...ANSWERS, days: 'saturdays', pause: 'none' })).toMatchObject({
    sat: [['09:00', '18:00']],
  });
  expect(weekOf(ANSWERS)).not.toHaveProperty('sat');
  // A pause outside the hours, and one in a night shift, would close more than it says.
  expect(weekOf({ ...ANSWERS, opens: '13:30' }).mon).toEqual([['13:30', '18:00']]);
  expect(weekOf({ ...ANSWERS, opens: '22:00', closes: '06:00' }).mon).toEqual([['22:00', '06:00']]);
});

test('another country has its own money and holidays, never the starter’s', () => {
  const { definitions } = propose(groundWith({ answers: { ...ANSWERS, country: 'PT' } }), NONE);
  expect(definitions.currency).toBe('EUR');
  expect(definitions.calendars['office']?.holidays).toEqual([]);
  const holidays = [{ on: '2026-06-10', label: 'Dia de Portugal' }];
  const given = propose(groundWith({ answers: { ...ANSWERS, country: 'PT' }, holidays }), NONE);
  expect(given.definitions.calendars['office']?.holidays).toEqual(holidays);
  const home = propose(groundWith({ answers: { ...ANSWERS, country: 'US' } }), NONE);
  expect(home.definitions.calendars['office']?.holidays.length).toBeGreaterThan(10);
  expect(countryOf('America/Lima', 'en')).toBe('PE');
  expect(countryOf('Asia/Tokyo', 'pt-BR')).toBe('BR');
});

/** 30 of 40 in health won, 10 of 60 elsewhere. */
const HEALTH = evidenceOf([
  { won: 30, lost: 10, has: is('need', 'health') },
  { won: 10, lost: 50, has: is('need', 'other') },
]);

describe('what closed leads say', () => {
  test('too few of them suggest nothing, and it is said how many there are', () => {
    const few = evidenceOf([
      { won: 19, lost: 0, has: is('need', 'health') },
      { won: 0, lost: 100, has: is('need', 'other') },
    ]);
    const proposal = propose(groundWith({ evidence: few }), NONE);
    expect(proposal).toMatchObject({ enough: false, won: 19, lost: 100, suggestions: [] });
  });

  test('a value won leads have is worth points by how much more often it wins, cautiously', () => {
    const proposal = propose(groundWith({ evidence: HEALTH }), NONE);
    expect(idsOf(proposal)).toEqual(['rule:need:wins', 'threshold']);
    const [wins] = proposal.suggestions;
    if (wins?.kind !== 'rule') throw new Error('a rule');
    expect(wins.rule.with).toMatchObject({ hits: 30, n: 40 });
    expect(wins.rule.without).toMatchObject({ hits: 10, n: 60 });
    // Wilson: 59.8 % at least against 28.0 % at most, 2.13 times: 5 + 10 × log₂ 2.13 = 16.
    expect(wins.rule.with.low).toBeCloseTo(0.598, 3);
    expect(wins.rule.without.high).toBeCloseTo(0.28, 2);
    expect(wins.rule.points).toBe(16);
    expect(rulesOf(proposal, 'profile').find(({ id }) => id === 'seen-need:wins')).toMatchObject({
      label: 'Need: health',
      points: 16,
      when: { field: 'need', is: 'health' },
    });
  });

  test('what is left out is not in it, and the rest is', () => {
    const evidence = evidenceOf([
      { won: 30, lost: 10, has: is('need', 'health') },
      { won: 10, lost: 50, has: [...is('need', 'other')] },
    ]);
    const ids = (left: string) =>
      rulesOf(propose(groundWith({ evidence }), new Set([left])), 'profile').map(({ id }) => id);
    expect(ids('rule:signal:called_us')).toContain('seen-need:wins');
    expect(ids('rule:need:wins')).not.toContain('seen-need:wins');
  });

  test('values that lose are told where none wins', () => {
    const evidence = evidenceOf([
      { won: 3, lost: 60, has: is('need', 'jobs') },
      { won: 10, lost: 15, has: is('need', 'health') },
      { won: 10, lost: 15, has: is('need', 'retail') },
      { won: 10, lost: 15, has: is('need', 'other') },
    ]);
    const proposal = propose(groundWith({ evidence }), NONE);
    const rule = rulesOf(proposal, 'profile').find(({ id }) => id === 'seen-need:loses');
    expect(rule).toMatchObject({ when: { field: 'need', is: 'jobs' } });
    expect(rule?.points).toBeLessThan(0);
  });

  test('where the intervals touch nothing is said, however different the shares look', () => {
    const evidence = evidenceOf([
      { won: 12, lost: 9, has: is('need', 'health') },
      { won: 20, lost: 30, has: is('need', 'other') },
    ]);
    expect(propose(groundWith({ evidence }), NONE).suggestions).toEqual([]);
  });

  test('leads of which a field is not known are not held against it', () => {
    const evidence = evidenceOf([
      { won: 20, lost: 20, has: is('need', 'health') },
      { won: 20, lost: 20, has: is('need', 'other') },
      { won: 0, lost: 500, has: [] },
    ]);
    expect(propose(groundWith({ evidence }), NONE).suggestions).toEqual([]);
  });

  test('values that win alike are one rule', () => {
    const evidence = evidenceOf([
      { won: 20, lost: 5, has: is('timeline', 'now') },
      { won: 20, lost: 5, has: is('timeline', 'quarter') },
      { won: 5, lost: 60, has: is('timeline', 'none') },
    ]);
    const rules = rulesOf(propose(groundWith({ evidence }), NONE), 'profile');
    expect(rules.find(({ id }) => id === 'seen-timeline:wins')).toMatchObject({
      when: { field: 'timeline', in: ['now', 'quarter'] },
    });
  });

  test('a number is asked for at its telling step', () => {
    const evidence = evidenceOf([
      { won: 20, lost: 5, has: step('budget', 500) },
      { won: 20, lost: 5, has: step('budget', 1000) },
      { won: 5, lost: 60, has: step('budget', 20) },
    ]);
    const rules = rulesOf(propose(groundWith({ evidence }), NONE), 'profile');
    expect(rules.find(({ id }) => id === 'seen-budget:atLeast')).toMatchObject({
      label: 'Budget ≥ 500',
      when: { field: 'budget', atLeast: 500 },
    });
  });

  test('a value the starter counts alone is confirmed; one it counts among others that lose is told apart', () => {
    const chiefs = evidenceOf([
      { won: 30, lost: 10, has: is('seniority', 'chief') },
      { won: 10, lost: 50, has: is('seniority', 'analyst') },
    ]);
    expect(propose(groundWith({ evidence: chiefs }), NONE).confirmed).toMatchObject([{ given: 18 }]);
    // Five points for each of six industries, health and retail among them.
    const industries = evidenceOf([
      { won: 30, lost: 10, has: is('industry', 'health') },
      { won: 10, lost: 50, has: is('industry', 'retail') },
    ]);
    expect(idsOf(propose(groundWith({ evidence: industries }), NONE))).toContain('rule:industry:wins');
  });

  test('two signs of the same leads are given points once, the other when the first is left out', () => {
    const evidence = evidenceOf([
      { won: 30, lost: 10, has: [...is('need', 'health'), did('called_us')] },
      { won: 0, lost: 5, has: [...is('need', 'other'), did('called_us')] },
      { won: 10, lost: 50, has: is('need', 'other') },
    ]);
    const rules = (left: ReadonlySet<string>) =>
      idsOf(propose(groundWith({ evidence }), left)).filter((id) => id.startsWith('rule:'));
    // 40 of 45 leads have both.
    expect(rules(NONE)).toEqual(['rule:need:wins']);
    expect(rules(new Set(['rule:need:wins']))).toEqual(['rule:need:wins', 'rule:signal:called_us']);
  });

  test('a source is called as the agreement’s language calls it', () => {
    const evidence = evidenceOf([
      { won: 30, lost: 10, has: is('source', 'referral') },
      { won: 10, lost: 50, has: is('source', 'site') },
    ]);
    const starter = starterFor('saas', 'pt-BR');
    const rule = rulesOf(propose(groundWith({ evidence, starter }), NONE), 'profile').at(-1);
    expect(rule).toMatchObject({ label: 'Origem: referral', when: { field: 'source', is: 'referral' } });
  });

  test('behaviours: a new one gets points, one the starter counts is confirmed or doubted', () => {
    const current = {
      ...groundWith().starter,
      signals: [...groundWith().starter.signals, { id: 'called_us', label: 'Called us' }],
    };
    const evidence = evidenceOf([
      { won: 30, lost: 10, has: [did('called_us'), did('demo_requested')] },
      { won: 10, lost: 50, has: [did('email_clicked')] },
    ]);
    const proposal = propose(groundWith({ evidence, current }), NONE);
    expect(idsOf(proposal)).toContain('rule:signal:called_us');
    expect(proposal.confirmed.map(({ id }) => id)).toEqual(['signal:demo_requested']);
    expect(proposal.confirmed[0]?.given).toBe(30);
    expect(proposal.doubted.map(({ id }) => id)).toEqual(['signal:email_clicked']);
    expect(rulesOf(proposal, 'interest').at(-1)).toMatchObject({ signal: 'called_us', label: 'Called us' });
    // The starter did not know the signal: it brings it along.
    expect(proposal.definitions.signals.some(({ id }) => id === 'called_us')).toBe(true);
    expect(validate(proposal.definitions).ok).toBe(true);
  });
});

describe('the points at which a lead is handed over', () => {
  /** 30 of 40 won leads had 35 points or more, 5 of 60 lost ones had; the starter asks for 50. */
  const evidence = evidenceOf([
    { won: 30, lost: 5, has: [], sums: [20, 15, 0] },
    { won: 10, lost: 55, has: [], sums: [5, 5, 0] },
  ]);

  test('are those that catch most of the won and fewest of the lost', () => {
    const proposal = propose(groundWith({ evidence }), NONE);
    expect(proposal.suggestions).toMatchObject([
      {
        id: 'threshold',
        best: { points: 35, won: { hits: 30, n: 40 }, lost: { hits: 5, n: 60 } },
        before: { points: 50, won: { hits: 0, n: 40 } },
      },
    ]);
    expect(mqlOf(proposal)).toMatchObject({ all: [{ all: [{ score: true, atLeast: 35 }] }, {}, {}] });
    expect(mqlOf(propose(groundWith({ evidence }), new Set(['threshold'])))).toEqual(
      groundWith().starter.stages.find(({ id }) => id === 'mql')?.criteria,
    );
  });

  test('a rule that is left out changes them', () => {
    const both = evidenceOf([
      { won: 30, lost: 5, has: is('need', 'health'), sums: [20, 15, 0] },
      { won: 10, lost: 55, has: is('need', 'other'), sums: [20, 5, 0] },
    ]);
    const pointsWith = (left: ReadonlySet<string>) => {
      const one = propose(groundWith({ evidence: both }), left).suggestions.find(
        ({ kind }) => kind === 'threshold',
      );
      return one?.kind === 'threshold' ? one.best.points : null;
    };
    expect(pointsWith(new Set(['rule:need:wins']))).toBe(35);
    // With 16 points more for health those leads reach the starter's 50: it stays.
    expect(pointsWith(NONE)).toBe(null);
  });

  test('a fast track is caught whatever the points; parts nobody met let nothing through', () => {
    const fast = evidenceOf([
      { won: 40, lost: 0, has: [], fast: true },
      { won: 0, lost: 60, has: [], met: [] },
    ]);
    expect(idsOf(propose(groundWith({ evidence: fast }), NONE))).toEqual([]);
  });

  test('a part of the criterion few won leads met is left out, and judged without', () => {
    const unmet = evidenceOf([
      { won: 32, lost: 5, has: [], sums: [20, 15, 0], met: [1] },
      { won: 8, lost: 55, has: [], sums: [5, 5, 0], met: [0, 1] },
    ]);
    const proposal = propose(groundWith({ evidence: unmet }), NONE);
    expect(proposal.suggestions).toMatchObject([
      { id: 'criterion:0', met: { hits: 8, n: 40 } },
      { id: 'threshold', best: { points: 35, won: { hits: 32 } } },
    ]);
    expect(JSON.stringify(mqlOf(proposal))).not.toContain('employees');
    expect(JSON.stringify(mqlOf(proposal))).toContain('seniority');
    expect(idsOf(propose(groundWith({ evidence: unmet }), new Set(['criterion:0'])))).toEqual([
      'criterion:0',
    ]);
  });
});

describe('the first response', () => {
  const promise = (openMs: readonly number[]) => propose(groundWith({ openMs }), NONE).suggestions;

  test('is promised as half of them were answered, in words people use', () => {
    // 11 of 21 in 90 minutes or less: two hours are promised, and 12 would have kept them.
    const openMs = [...Array(11).fill(90 * MINUTE_MS), 2 * HOUR_MS, ...Array(9).fill(30 * HOUR_MS)];
    expect(promise(openMs)).toMatchObject([
      {
        id: 'promise',
        promised: {
          target: { businessHours: 2 },
          before: { businessHours: 4 },
          medianMs: 90 * MINUTE_MS,
          kept: { hits: 12, n: 21 },
        },
      },
    ]);
    const { definitions } = propose(groundWith({ openMs }), NONE);
    expect(definitions.policies.find(({ id }) => id === 'first-response')?.target).toEqual({
      businessHours: 2,
    });
    // Strategic accounts keep the shorter promise they had.
    expect(definitions.policies.find(({ id }) => id === 'first-response-strategic')?.target).toEqual({
      businessMinutes: 30,
    });
  });

  test('stays as the starter says with too few, or where that is what happens', () => {
    expect(promise(Array(19).fill(MINUTE_MS))).toEqual([]);
    expect(promise(Array(40).fill(3 * HOUR_MS))).toEqual([]);
  });
});

describe('[TGT1] volume', () => {
  /** 25 of 100 won at 2,000 on average; 10,000 each and three of them: 5 sales, 20 leads each. */
  const evidence = evidenceOf([{ won: 25, lost: 75, has: [] }], {
    deals: [{ currency: 'BRL', n: 25, cents: 5_000_000 }],
    segments: [
      { segment: 'midmarket', won: 20, lost: 30 },
      { segment: 'small', won: 5, lost: 45 },
    ],
  });
  const answers = { ...ANSWERS, quota: 10_000 };

  test('what marketing delivers for sales to reach its quota, and the quota by segment', () => {
    const proposal = propose(groundWith({ evidence, answers, people: 3 }), NONE);
    expect(proposal.suggestions).toMatchObject([{ id: 'volume', wanted: { target: 60, people: 3 } }]);
    expect(proposal.definitions.goals).toEqual([
      ...STARTERS.en.goals,
      {
        id: 'mqls-month',
        side: 'marketing',
        metric: 'mqls',
        target: 60,
        period: 'month',
        accountable: 'monica',
      },
    ]);
    expect(proposal.definitions.quotas).toEqual([
      { segment: 'midmarket', perRepMonth: 8_000 },
      { segment: 'small', perRepMonth: 2_000 },
    ]);
    expect(validate(proposal.definitions).ok).toBe(true);
  });

  test.each([
    ['no quota', { answers: ANSWERS, people: 3 }],
    ['nobody to carry it', { answers, people: 0 }],
    ['deals in other money', { answers: { ...answers, country: 'PT' as const }, people: 3 }],
  ])('none with %s', (_, changes) => {
    expect(idsOf(propose(groundWith({ evidence, ...changes }), NONE))).not.toContain('volume');
  });
});
