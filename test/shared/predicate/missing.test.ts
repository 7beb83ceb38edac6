/** The explained tree, and what is missing from it. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Explained, explain } from '../../../shared/predicate/explain.ts';
import { evaluate } from '../../../shared/predicate/evaluate.ts';
import { flipsOf, type FlipSet } from '../../../shared/predicate/flips.ts';
import { not } from '../../../shared/predicate/kleene.ts';
import { all, any } from './verdicts.ts';
import { missing } from '../../../shared/predicate/missing.ts';
import type { Predicate, Verdict } from '../../../shared/predicate/predicate.ts';
import { agreement, at, captured, read, signal } from '../lead/agreement.ts';
import { patience, RUNS } from '../../support/runs.ts';

vi.setConfig(patience);

const NOW = at('2026-03-10', '12:00');
const mql = agreement().stages.find(({ id }) => id === 'mql')?.criteria ?? { stageIs: 'mql' };

describe('the explanation', () => {
  const facts = [
    captured(at('2026-03-01'), { fields: { employees: 120, budget: 500, industry: 'retail' } }),
    signal('pricing', at('2026-03-09')),
    signal('pricing', at('2026-03-10', '10:00')),
  ];
  const { context } = read(facts, NOW);

  test('[PRD4] shows each node with its verdict, the value seen and the value wanted', () => {
    const tree = explain(mql, context);
    expect(tree).toMatchObject({
      kind: 'all',
      verdict: 'met',
      children: [
        { path: '/all/0', verdict: 'met', seen: 40, wanted: { operator: 'atLeast', value: 40 } },
        { path: '/all/1', verdict: 'met', seen: 120, wanted: { operator: 'atLeast', value: 10 } },
      ],
    });
  });

  test('[PRD4] counts signals and gives the newest', () => {
    const leaf = explain({ signal: 'pricing', times: 3, withinDays: 7 }, context);
    expect(leaf).toMatchObject({ verdict: 'unmet', counted: 2, newest: at('2026-03-10', '10:00') });
  });

  test('[PRD4] keeps the words its author gave and says what was seen on every kind of leaf', () => {
    const predicate: Predicate = {
      any: [
        { not: { segment: 'health' } },
        { emailDomain: true, inList: 'freeMail' },
        { persona: 'decider' },
        { stageWas: 'sql' },
        { attempts: true, times: 1 },
        { account: { persona: 'decider', atLeast: 1 } },
        { product: 'suite' },
        { fit: true, atMost: 3 },
      ],
      label: 'Anything goes',
    };
    const tree = explain(predicate, context);
    expect(tree.label).toBe('Anything goes');
    const seen = leavesOf(tree).map(({ seen }) => seen);
    expect(seen).toEqual([null, ['clinic.example'], null, ['visitor'], 0, null, null, 20]);
  });
});

describe('what is missing', () => {
  test('[PRD5] asks for unknown fields first, in the words of the agreement', () => {
    const predicate: Predicate = {
      any: [
        { field: 'industry', is: 'health' },
        { field: 'budget', atLeast: 1000 },
      ],
    };
    const { context } = read([captured(NOW, { fields: { industry: 'retail' } })], NOW);
    const sets = missing(predicate, context);
    expect(sets.map((set) => set.map(({ field, question }) => [field, question]))).toEqual([
      [['budget', 'What is the budget?']],
      [['industry', null]],
    ]);
  });

  test('[PRD5] names single rules that could close a score gap, those waiting for a value first', () => {
    const facts = [
      captured(at('2026-03-01'), { fields: { employees: 60 } }),
      signal('pricing', at('2026-03-10')),
    ];
    const { context } = read(facts, NOW);
    const [set] = missing(mql, context);
    expect(set).toMatchObject([{ gap: { have: 30, want: 40 }, field: null }]);
    expect(set?.[0]?.gap?.rules).toEqual([
      { id: 'health', label: 'Health', gains: 15, unknown: true },
      { id: 'pricing', label: 'Pricing page', gains: 10, unknown: false },
    ]);
  });

  test('[PRD5] offers no rule that a limit or a clamp would stop', () => {
    const visits = [0, 1, 2].map((hour) => signal('pricing', at('2026-03-10', `0${hour}:00`)));
    const { context } = read([captured(at('2026-03-01')), ...visits], NOW);
    const [set] = missing({ score: true, atLeast: 40 }, context);
    expect(set?.[0]?.gap?.rules.map(({ id }) => id)).toEqual(['size', 'health']);
    const [far] = missing({ score: true, atLeast: 90 }, context);
    expect(far?.[0]?.gap).toMatchObject({ have: 30, want: 90, rules: [] });
  });

  test('[PRD5] says nothing of a criterion that is met, or that lacks more than three things', () => {
    const { context } = read([captured(NOW, { fields: { industry: 'health' } })], NOW);
    expect(missing({ field: 'industry', is: 'health' }, context)).toEqual([]);
    const four: Predicate = { all: ['a', 'b', 'c', 'd'].map((field) => ({ field, known: true })) };
    expect(missing(four, context)).toEqual([]);
  });

  test('[PRD5] granting any set flips the criterion, and granting less does not', () => {
    const leaf: fc.Arbitrary<Predicate> = fc.constantFrom<Predicate>(
      { field: 'industry', is: 'health' },
      { field: 'budget', atLeast: 10 },
      { field: 'employees', atLeast: 50 },
      { signal: 'demo' },
      { score: true, atLeast: 30 },
    );
    const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
      predicate: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
        tie('predicate').map((inner) => ({ not: inner })),
      ),
    }));
    const fields = fc.constantFrom<Record<string, string | number>>(
      {},
      { employees: 60 },
      { industry: 'retail', budget: 5 },
    );
    fc.assert(
      fc.property(predicate, fields, (predicate, fields) => {
        const { context } = read([captured(NOW, { fields })], NOW);
        const tree = explain(predicate, context);
        expect(verdictWith(tree, [])).toBe(evaluate(predicate, context));
        for (const set of flipsOf(tree, 'met')) {
          expect(set.length).toBeLessThanOrEqual(3);
          expect(verdictWith(tree, set)).toBe('met');
          for (const left of set)
            expect(
              verdictWith(
                tree,
                set.filter((flip) => flip !== left),
              ),
            ).not.toBe('met');
        }
      }),
      { numRuns: RUNS },
    );
  });
});

function leavesOf(tree: Explained): readonly Extract<Explained, { kind: 'leaf' }>[] {
  return tree.kind === 'leaf' ? [tree] : tree.children.flatMap(leavesOf);
}

/** The tree's verdict if the leaves of a set were as the set wants them. */
function verdictWith(tree: Explained, granted: FlipSet): Verdict {
  if (tree.kind === 'leaf') return granted.find(({ leaf }) => leaf.path === tree.path)?.to ?? tree.verdict;
  const children = tree.children.map((child) => verdictWith(child, granted));
  if (tree.kind === 'not') return not(children[0] ?? 'unknown');
  return tree.kind === 'all' ? all(children) : any(children);
}
