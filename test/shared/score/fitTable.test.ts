/** Fit rules looked up in tables against the criteria they stand for (SCO1). */
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { FitRule } from '../../../shared/definitions/scoring.ts';
import type { Scalar } from '../../../shared/lead/facts.ts';
import { compile } from '../../../shared/predicate/compile.ts';
import type { FieldTest, Predicate } from '../../../shared/predicate/predicate.ts';
import { compileFit, metRules } from '../../../shared/score/fitTable.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { agreement, at, captured, read, version } from '../lead/agreement.ts';

vi.setConfig(patience);

const NOW = at('2026-03-02', '09:00');
const lists = { ours: { label: 'Ours', values: ['Health', '50', 'true'] } };
const history = [version(agreement({ lists }))];
const contextOf = (fields: Record<string, Scalar>) =>
  read([captured(NOW, { fields })], NOW, { history }).context;

/** Values that are one thing as text and another as a number, or nothing at all. */
const value = fc.constantFrom<Scalar>(
  'health',
  ' Health ',
  '50',
  ' 50',
  50,
  50.5,
  -1,
  true,
  '',
  ' ',
  '2026-03-01',
  'x',
);
const bound = fc.constantFrom<number | string>(-1, 0, 50, 51, '2026-03-01', '2026-04-01');
const operator: fc.Arbitrary<Omit<FieldTest, 'field'>> = fc.oneof(
  value.map((is) => ({ is })),
  value.map((isNot) => ({ isNot })),
  fc.array(value, { maxLength: 3 }).map((among) => ({ in: among })),
  fc.constantFrom('ours', 'nobodys').map((inList) => ({ inList })),
  bound.map((atLeast) => ({ atLeast })),
  bound.map((atMost) => ({ atMost })),
  fc.tuple(bound, bound).map((between) => ({ between })),
  fc.constant({ contains: '0' }),
  fc.boolean().map((known) => ({ known })),
);
const field = fc.constantFrom('a', 'b');
const asked = fc.tuple(field, operator).map(([name, one]): Predicate => ({ field: name, ...one }));
const when: fc.Arbitrary<Predicate> = fc.oneof(
  asked,
  asked.map((alone): Predicate => ({ all: [alone] })),
  asked.map((alone): Predicate => ({ any: [{ all: [alone] }] })),
  asked.map((alone): Predicate => ({ not: alone })),
  fc.tuple(asked, asked).map((both): Predicate => ({ any: both })),
);
const ruleOf = (one: Predicate, place: number): FitRule => ({
  id: `${place}`,
  label: 'R',
  points: 1,
  when: one,
});

test('[SCO1] [PRD2] a rule is met in its table where its criterion is met, and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.array(when, { minLength: 1, maxLength: 8 }),
      fc.dictionary(field, value),
      (criteria, fields) => {
        const context = contextOf(fields);
        const met = metRules(compileFit(criteria.map(ruleOf)), context);
        const wanted = criteria.flatMap((one, place) =>
          compile(one).evaluate(context) === 'met' ? [place] : [],
        );
        expect(met.toSorted((a, b) => a - b)).toEqual(wanted);
      },
    ),
    { numRuns: RUNS },
  );
});

test.each<[string, Predicate, number]>([
  ['what a field is', { field: 'a', is: 'health' }, 0],
  ['one of several', { field: 'a', in: ['health', 'retail'] }, 0],
  ['one of a list', { field: 'a', inList: 'ours' }, 0],
  ['at least so many', { field: 'a', atLeast: 5 }, 0],
  ['from so many to so many', { field: 'a', between: [5, 6] }, 0],
  ['the same written as a group of one', { all: [{ any: [{ field: 'a', is: 'health' }] }] }, 0],
  ['a day', { field: 'a', atLeast: '2026-03-01' }, 1],
  ['part of a text', { field: 'a', contains: 'ea' }, 1],
  [
    'two things at once',
    {
      all: [
        { field: 'a', is: 'x' },
        { field: 'b', is: 'y' },
      ],
    },
    1,
  ],
  ['what it is not', { not: { field: 'a', is: 'health' } }, 1],
])('[SCO1] of every field one table is asked: %s', (_, criterion, judgedAlone) => {
  const { fields, others } = compileFit([ruleOf({ field: 'a', is: 'first' }, 0), ruleOf(criterion, 1)]);
  expect(fields).toHaveLength(1);
  expect(others).toHaveLength(judgedAlone);
});
