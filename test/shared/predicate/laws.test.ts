/** What holds for any criterion on any lead. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Fact, Scalar } from '../../../shared/lead/facts.ts';
import { compile } from '../../../shared/predicate/compile.ts';
import type { PredicateContext } from '../../../shared/predicate/context.ts';
import { changesAt, evaluate, evidenceAt } from '../../../shared/predicate/evaluate.ts';
import { type Explained, explain } from '../../../shared/predicate/explain.ts';
import { missing } from '../../../shared/predicate/missing.ts';
import type { Leaf, Predicate, Verdict } from '../../../shared/predicate/predicate.ts';
import { compileValueTest } from '../../../shared/predicate/valueTest.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { at, captured, fact, read, signal } from '../lead/agreement.ts';
import { fieldLeaf, nested, predicate, signalLeaf } from './arbitrary.ts';

vi.setConfig(patience);
const many = { numRuns: RUNS };

const START = at('2026-03-02', '09:00');
const NOW = START + 20 * DAY_MS;

const predicates = fc.array(predicate, { minLength: 1, maxLength: 4 });

const fields: fc.Arbitrary<Record<string, Scalar>> = fc.record(
  {
    employees: fc.integer({ min: 0, max: 100 }),
    budget: fc.integer({ min: 0, max: 100 }),
    industry: fc.constantFrom('health', 'retail', 'other'),
    role: fc.constantFrom('director', 'analyst'),
  },
  { requiredKeys: [] },
);
const seen = fc.array(fc.tuple(fc.constantFrom('pricing', 'demo'), fc.integer({ min: 0, max: 20 * 24 })), {
  maxLength: 6,
});
const facts: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(fields, seen)
  .map(([known, signals]) => [
    captured(START, { fields: known }),
    ...signals.map(([id, hour]) => signal(id, START + hour * HOUR_MS)),
  ]);
const contextAt = (told: readonly Fact[], now = NOW): PredicateContext => read(told, now).context;

describe('a criterion', () => {
  test('[PRD2] not, all and any mean what their parts say', () => {
    fc.assert(
      fc.property(facts, predicates, (told, parts) => {
        const context = contextAt(told);
        const verdicts = parts.map((part) => evaluate(part, context));
        expect(evaluate({ all: parts }, context)).toBe(all(verdicts));
        expect(evaluate({ any: parts }, context)).toBe(any(verdicts));
        expect(parts.map((part) => evaluate({ not: part }, context))).toEqual(verdicts.map(not));
      }),
      many,
    );
  });

  test("[PRD2] keeps De Morgan's laws", () => {
    fc.assert(
      fc.property(facts, predicates, (told, parts) => {
        const context = contextAt(told);
        const opposites = parts.map((part) => ({ not: part }));
        expect(evaluate({ not: { all: parts } }, context)).toBe(evaluate({ any: opposites }, context));
        expect(evaluate({ not: { any: parts } }, context)).toBe(evaluate({ all: opposites }, context));
      }),
      many,
    );
  });

  test('[PRD2] distributes: a and (b or c) is (a and b) or (a and c)', () => {
    fc.assert(
      fc.property(facts, predicate, predicate, predicate, (told, a, b, c) => {
        const context = contextAt(told);
        const together = evaluate({ all: [a, { any: [b, c] }] }, context);
        expect(evaluate({ any: [{ all: [a, b] }, { all: [a, c] }] }, context)).toBe(together);
      }),
      many,
    );
  });

  test('[PRD2] what was settled stays settled when an unknown field gets a value', () => {
    fc.assert(
      fc.property(fields, fields, nested(fieldLeaf), (known, learnt, criterion) => {
        const before = evaluate(criterion, contextAt([captured(START, { fields: known })]));
        const after = evaluate(criterion, contextAt([captured(START, { fields: { ...learnt, ...known } })]));
        expect([after, 'unknown']).toContain(before);
      }),
      many,
    );
  });

  test('[PRD1] is data: its copy from JSON says the same', () => {
    fc.assert(
      fc.property(facts, predicate, (told, criterion) => {
        const context = contextAt(told);
        const copy: Predicate = JSON.parse(JSON.stringify(criterion));
        expect(evaluate(copy, context)).toBe(evaluate(criterion, context));
      }),
      many,
    );
  });

  test('[FCT5] changes by time alone at no instant before the one it names', () => {
    fc.assert(
      fc.property(facts, predicate, fc.double({ min: 0, max: 1, noNaN: true }), (told, criterion, share) => {
        const context = contextAt(told);
        const until = changesAt(criterion, context) ?? NOW + 400 * DAY_MS;
        expect(until).toBeGreaterThan(NOW);
        const verdict = evaluate(criterion, context);
        const between = Math.floor(NOW + (until - 1 - NOW) * share);
        expect(evaluate(criterion, contextAt(told, between))).toBe(verdict);
        expect(evaluate(criterion, contextAt(told, until - 1))).toBe(verdict);
      }),
      many,
    );
  });

  test('[CLK9] that cannot rise by time alone never does', () => {
    fc.assert(
      fc.property(facts, nested(fc.oneof(fieldLeaf, signalLeaf)), fc.nat(40), (told, criterion, days) => {
        const { mayRise, mayFall } = compile(criterion);
        const isMet = (now: number) => evaluate(criterion, contextAt(told, now)) === 'met';
        const [before, after] = [isMet(NOW), isMet(NOW + days * DAY_MS)];
        expect(mayRise || before || !after).toBe(true);
        expect(mayFall || !before || after).toBe(true);
      }),
      many,
    );
  });

  test('[STG4] has evidence that is dated by a fact, and none from the future', () => {
    fc.assert(
      fc.property(facts, predicate, (told, criterion) => {
        const found = evidenceAt(criterion, contextAt(told));
        expect([null, ...told.map((one) => one.at)]).toContain(found);
        expect(found ?? 0).toBeLessThanOrEqual(NOW);
      }),
      many,
    );
  });
});

describe('the explanation', () => {
  test('[PRD4] has at every node the verdict its children add up to, and at its root the verdict', () => {
    fc.assert(
      fc.property(facts, predicate, (told, criterion) => {
        const context = contextAt(told);
        const tree = explain(criterion, context);
        expect(tree.verdict).toBe(evaluate(criterion, context));
        expect(groupsOf(tree).filter((node) => node.verdict !== impliedBy(node))).toEqual([]);
      }),
      many,
    );
  });

  test('[PRD4] points with every path at the very part it explains', () => {
    fc.assert(
      fc.property(facts, predicate, (told, criterion) => {
        const tree = explain(criterion, contextAt(told));
        const leaves = leavesOf(tree).map(({ path, leaf }) => [partAt(criterion, path), leaf]);
        expect(leaves.filter(([part, leaf]) => part !== leaf)).toEqual([]);
      }),
      many,
    );
  });
});

describe('what is missing', () => {
  const distinct = ['a', 'b', 'c', 'd'].map((field): fc.Arbitrary<Leaf> =>
    fc.oneof(
      fc.integer({ min: 1, max: 9 }).map((atLeast) => ({ field, atLeast })),
      fc.integer({ min: 1, max: 9 }).map((is) => ({ field, is })),
      fc.integer({ min: 1, max: 9 }).map((isNot) => ({ field, isNot })),
    ),
  );
  const shaped = fc
    .tuple(fc.tuple(...distinct), fc.constantFrom('all', 'any', 'mixed', 'not'))
    .map(([leaves, shape]): Predicate => {
      const [a, b, c, d] = leaves;
      if (shape === 'all') return { all: [a, b, c] as Predicate[] };
      if (shape === 'any') return { any: leaves };
      if (shape === 'not') return { not: { any: [a, { all: [b, c] }] as Predicate[] } };
      return { any: [{ all: [a, b] }, { all: [c, { not: d }] }] as Predicate[] };
    });
  const some = fc.record(
    Object.fromEntries(['a', 'b', 'c', 'd'].map((field) => [field, fc.integer({ min: 0, max: 10 })])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, Scalar>>;

  test('[PRD5] granted as a fact does flip the criterion', () => {
    fc.assert(
      fc.property(shaped, some, (criterion, values) => {
        const told = [captured(START, { fields: values })];
        const sets = missing(criterion, read(told, NOW).context);
        const failing = sets.filter((set) => {
          const given = Object.fromEntries(set.map(({ leaf, to }) => granted(leaf.leaf, to)));
          const after = [...told, fact('lead.changed', NOW, { fields: given })];
          return evaluate(criterion, contextAt(after)) !== 'met';
        });
        expect(failing).toEqual([]);
        expect(sets.length > 0 || evaluate(criterion, contextAt(told)) === 'met').toBe(true);
      }),
      many,
    );
  });

  test('[PRD5] is told smallest first, and no set holds another', () => {
    fc.assert(
      fc.property(facts, predicate, (told, criterion) => {
        const sets = missing(criterion, read(told, NOW).context).map((set) =>
          set.map(({ leaf, to }) => `${leaf.path} ${to}`),
        );
        const sizes = sets.map((set) => set.length);
        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
        const held = sets.filter((set) =>
          sets.some((other) => other !== set && other.every((flip) => set.includes(flip))),
        );
        expect(held).toEqual([]);
      }),
      many,
    );
  });
});

describe('values', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'B', 'é', 'E', 'ß', '0', ' '),
    minLength: 1,
    maxLength: 5,
  });
  const list = () => undefined;
  const on = (test: Parameters<typeof compileValueTest>[0], value: Scalar) =>
    compileValueTest(test)(value, list);

  test('[PRD3] case and space around change no answer, of value or of wanted', () => {
    fc.assert(
      fc.property(word, word, (value, wanted) => {
        fc.pre(value.trim() !== '' && wanted.trim() !== '');
        for (const name of ['is', 'isNot', 'contains', 'startsWith', 'endsWith'] as const) {
          const plain = on({ [name]: wanted }, value);
          expect(on({ [name]: ` ${wanted.toUpperCase()} ` }, value)).toBe(plain);
          expect(on({ [name]: wanted }, `\t${value.toUpperCase()} `)).toBe(plain);
        }
      }),
      many,
    );
  });

  test('[PRD1] between is at least and at most; in is any is; is not is not is', () => {
    const number = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(fc.oneof(number, word), number, number, (value, low, high) => {
        expect(on({ between: [low, high] }, value)).toBe(
          all([on({ atLeast: low }, value), on({ atMost: high }, value)]),
        );
        expect(on({ in: [low, high] }, value)).toBe(any([on({ is: low }, value), on({ is: high }, value)]));
        expect(on({ isNot: low }, value)).toBe(not(on({ is: low }, value)));
      }),
      many,
    );
  });

  test('[PRD3] a domain matches itself and what lies below it, never what only ends like it', () => {
    const label = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(label, label, label, (name, below, before) => {
        const criterion: Predicate = { emailDomain: true, in: [`${name}.example`] };
        const verdict = (domain: string) =>
          evaluate(criterion, contextAt([captured(START, { emails: [`x@${domain}`] })]));
        expect(verdict(`${name}.example`)).toBe('met');
        expect(verdict(`${below}.${name}.example`)).toBe('met');
        expect(verdict(`${before}${name}.example`)).toBe('unmet');
        expect(verdict(`${name}.example.${below}${below}`)).toBe('unmet');
      }),
      many,
    );
  });
});

type Group = Exclude<Explained, { kind: 'leaf' }>;
function groupsOf(tree: Explained): readonly Group[] {
  return tree.kind === 'leaf' ? [] : [tree, ...tree.children.flatMap(groupsOf)];
}
function leavesOf(tree: Explained): readonly Extract<Explained, { kind: 'leaf' }>[] {
  return tree.kind === 'leaf' ? [tree] : tree.children.flatMap(leavesOf);
}

function impliedBy({ kind, children }: Group): Verdict | undefined {
  const verdicts = children.map(({ verdict }) => verdict);
  if (kind === 'not') return not(verdicts[0] ?? 'unknown');
  return kind === 'all' ? all(verdicts) : any(verdicts);
}

/** Kleene's logic written once more: the least, the greatest and the opposite of three values in order. */
const ORDER: readonly Verdict[] = ['unmet', 'unknown', 'met'];
const ranks = (verdicts: readonly Verdict[]) => verdicts.map((verdict) => ORDER.indexOf(verdict));
const all = (verdicts: readonly Verdict[]) => ORDER[Math.min(2, ...ranks(verdicts))];
const any = (verdicts: readonly Verdict[]) => ORDER[Math.max(0, ...ranks(verdicts))];
const not = (verdict: Verdict) => ORDER[2 - ORDER.indexOf(verdict)];

/** Follows a JSON pointer. */
function partAt(criterion: Predicate, path: string): unknown {
  let part: unknown = criterion;
  for (const key of path.split('/').slice(1))
    part = Object.entries(part ?? {}).find(([name]) => name === key)?.[1];
  return part;
}

/** A value that turns a field test as asked. */
function granted(leaf: Leaf, to: 'met' | 'unmet'): [string, Scalar] {
  const test = leaf as { field: string; atLeast?: number; is?: number; isNot?: number };
  const met = test.atLeast ?? test.is ?? (test.isNot ?? 0) + 1;
  const unmet = test.atLeast !== undefined ? -1 : test.is !== undefined ? test.is + 1 : (test.isNot ?? 0);
  return [test.field, to === 'met' ? met : unmet];
}
