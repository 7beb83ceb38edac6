/** Whatever comes in, an answer comes out: never a throw, never a stack, never a wait. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../../shared/definitions/check/nearest.ts';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import { validate } from '../../../shared/definitions/validate.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { broken, draftOf, type Json, pointersOf, put } from './draft.ts';

const refused = (input: unknown) => {
  const result = validate(input);
  return result.ok ? [] : result.problems;
};

describe('[DEF1] hostile input', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', Number.NaN],
    ['text', 'x'.repeat(3_000_000)],
    ['a list', []],
    ['an empty object', {}],
    ['lists for objects', { handoff: [], scoring: [], calendars: [], lists: [[]], stages: {} }],
  ])('%s is refused', (_, input) => {
    expect(refused(input).length).toBeGreaterThan(0);
  });

  test('criteria a hundred thousand levels deep', () => {
    let deep: unknown = { segment: 'health' };
    for (let level = 0; level < 100_000; level += 1) deep = level % 2 ? { not: deep } : { all: [deep] };
    const draft = draftOf();
    const result = validate({ ...Object(draft), segments: [{ id: 'x', label: 'X', when: deep }] });
    expect(result.ok ? [] : result.problems.map(({ fault }) => fault.code)).toContain('too_deep');
  });

  test('texts of 3 MB wherever a text may stand', () => {
    const long = 'x'.repeat(3_000_000);
    for (const pointer of [
      '/title',
      '/stages/2/id',
      '/handoff/stage',
      '/policies/3/calendar',
      '/calendars/office/zone',
      '/currency',
    ])
      expect(refused(broken({ [pointer]: long })).map((problem) => problem.pointer)).toContain(pointer);
    const criteria = refused(broken({ '/stages/2/criteria': { field: long, contains: long } }));
    expect(criteria.map(({ pointer }) => pointer)).toContain('/stages/2/criteria/field');
    for (const { message } of criteria) expect(message.length).toBeLessThan(500);
  });

  test('more problems than anyone mends are cut, and said to be', () => {
    const signals = Array.from({ length: 50_000 }, (_, index) => ({ id: `s${index % 7}`, lable: index }));
    const problems = refused(broken({ '/signals': signals }));
    expect(problems).toHaveLength(1_001);
    expect(problems.at(-1)?.fault).toEqual({ code: 'too_many_problems', shown: 1_000 });
  });

  test.each(['/lists/__proto__', '/calendars/__proto__'])('a name that would vanish: %s', (pointer) => {
    const value: Json = pointer.startsWith('/lists')
      ? { label: 'x', values: [] }
      : { label: 'x', zone: 'UTC', week: {}, holidays: [] };
    expect(refused(broken({ [pointer]: value })).map(({ fault }) => fault.code)).toContain('reserved_key');
  });

  test('a key of every object is a name like any other', () => {
    expect(
      refused(broken({ '/stages/2/criteria': { field: 'constructor', is: 'x' } })).map(
        ({ pointer }) => pointer,
      ),
    ).toEqual(['/stages/2/criteria/field']);
    expect(refused(broken({ '/stages/2/criteria': { toString: 'x' } }))).toHaveLength(1);
  });

  test(
    'any value at any place: an answer, and what is accepted is what the schema accepts',
    () => {
      const draft = draftOf();
      const pointers = pointersOf(draft);
      const value = fc.oneof(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom<Json>('', 'mql', 'health', '2026-02-30', '24:00', -1, 0, 1e308, {}, [], null, {
          all: [{}],
        }),
      );
      fc.assert(
        fc.property(fc.constantFrom(...pointers), value, (pointer, stand) => {
          const input = draftOf();
          put(input, pointer, stand === undefined ? null : JSON.parse(JSON.stringify(stand)));
          const result = validate(input);
          const isSound = result.ok
            ? JSON.stringify(result.definitions) === JSON.stringify(Definitions.parse(input))
            : result.problems.some(({ severity }) => severity === 'error');
          expect(isSound).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    patience.testTimeout,
  );
});

describe('[DEF1] did you mean', () => {
  const fields = ['industry', 'employees', 'budget', 'decisionMaker'];
  test.each([
    ['industri', 'industry'],
    ['Industry', 'industry'],
    ['idnustry', 'industry'],
    ['budgets', 'budget'],
    ['decisonmaker', 'decisionMaker'],
    ['colour', undefined],
    ['x', undefined],
  ])('%s → %s', (given, meant) => {
    expect(nearest(given, fields)).toBe(meant);
  });
});
