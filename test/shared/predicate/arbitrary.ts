/** Criteria as people write them: small ones for laws over leads, and every leaf the language has (PRD1). */
import * as fc from 'fast-check';
import { CHANNELS, OUTCOMES } from '../../../shared/lead/vocabulary.ts';
import type { Leaf, Predicate, PropertyTest } from '../../../shared/predicate/predicate.ts';

export const fieldLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ field: fc.constantFrom('employees', 'budget'), atLeast: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ field: fc.constantFrom('employees', 'budget'), atMost: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ field: fc.constant('industry'), is: fc.constantFrom('health', 'retail') }),
  fc.record({ field: fc.constant('industry'), isNot: fc.constantFrom('health', 'retail') }),
  fc.record({ field: fc.constant('industry'), in: fc.subarray(['health', 'retail', 'other']) }),
);
export const signalLeaf: fc.Arbitrary<Leaf> = fc.record({
  signal: fc.constantFrom('pricing', 'demo'),
  times: fc.integer({ min: 1, max: 3 }),
  withinDays: fc.integer({ min: 1, max: 15 }),
});
const otherLeaf: fc.Arbitrary<Leaf> = fc.constantFrom<Leaf>(
  { score: true, atLeast: 20 },
  { engagement: true, atMost: 10 },
  { segment: 'health' },
  { persona: 'decider' },
  { stageIs: 'visitor' },
  { field: 'industry', known: true },
  { emailDomain: true, in: ['clinic.example'] },
  { attempts: true, times: 1 },
);

export function nested(leaf: fc.Arbitrary<Leaf>): fc.Arbitrary<Predicate> {
  return fc.letrec<{ predicate: Predicate }>((tie) => ({
    predicate: fc.oneof(
      { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }).map((inner) => ({ all: inner })),
      fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }).map((inner) => ({ any: inner })),
      tie('predicate').map((inner) => ({ not: inner })),
    ),
  })).predicate;
}
export const predicate = nested(fc.oneof(fieldLeaf, signalLeaf, otherLeaf));

const name = fc.string({ minLength: 1, maxLength: 20 });
const count = fc.integer({ min: 1, max: 10_000 });
const scalar = fc.oneof(name, fc.integer(), fc.boolean());
const ordered = fc.oneof(
  fc.integer(),
  fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .map((date) => date.toISOString().slice(0, 10)),
);

/** A test by any operator, of whatever `of` says. */
function anyTest<T extends object>(of: fc.Arbitrary<T>) {
  const operators = fc.oneof(
    scalar.map((is) => ({ is })),
    scalar.map((isNot) => ({ isNot })),
    fc.array(scalar, { maxLength: 4 }).map((values) => ({ in: values })),
    name.map((inList) => ({ inList })),
    ordered.map((atLeast) => ({ atLeast })),
    ordered.map((atMost) => ({ atMost })),
    fc.tuple(ordered, ordered).map((between) => ({ between })),
    name.map((contains) => ({ contains })),
    name.map((startsWith) => ({ startsWith })),
    name.map((endsWith) => ({ endsWith })),
    fc.boolean().map((known) => ({ known })),
  );
  return fc.tuple(of, operators).map(([subject, test]) => ({ ...subject, ...test }));
}

const bound = fc.oneof(
  fc.integer().map((atLeast) => ({ atLeast })),
  fc.integer().map((atMost) => ({ atMost })),
);
const propertyTest: fc.Arbitrary<PropertyTest> = anyTest(name.map((property) => ({ property })));

/** Every kind of leaf there is, with everything it may say. */
export const anyLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  anyTest(name.map((field) => ({ field }))),
  fc.oneof(
    fc.array(name, { maxLength: 3 }).map((values): Leaf => ({ emailDomain: true, in: values })),
    name.map((inList): Leaf => ({ emailDomain: true, inList })),
  ),
  fc.record(
    { signal: name, where: fc.array(propertyTest, { maxLength: 3 }), times: count, withinDays: count },
    { requiredKeys: ['signal'] },
  ),
  bound.map((limit): Leaf => ({ score: true, ...limit })),
  bound.map((limit): Leaf => ({ fit: true, ...limit })),
  bound.map((limit): Leaf => ({ engagement: true, ...limit })),
  name.map((segment): Leaf => ({ segment })),
  name.map((persona): Leaf => ({ persona })),
  name.map((product): Leaf => ({ product })),
  name.map((stageIs): Leaf => ({ stageIs })),
  name.map((stageWas): Leaf => ({ stageWas })),
  fc.record(
    {
      attempts: fc.constant(true as const),
      outcome: fc.constantFrom(...OUTCOMES),
      channel: fc.constantFrom(...CHANNELS),
      times: count,
    },
    { requiredKeys: ['attempts', 'times'] },
  ),
  fc.record({ persona: name, atLeast: count }).map((account): Leaf => ({ account })),
  fc.record({ stage: name, atLeast: count }).map((account): Leaf => ({ account })),
);

const labelled = <T extends object>(group: fc.Arbitrary<T>) =>
  fc.tuple(group, fc.option(name)).map(([one, label]) => (label === null ? one : { ...one, label }));

/** Any criterion the schema takes: groups, negations, and names on both. */
export const anyPredicate: fc.Arbitrary<Predicate> = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    anyLeaf,
    labelled(fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }).map((all) => ({ all }))),
    labelled(fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }).map((any) => ({ any }))),
    labelled(tie('predicate').map((not) => ({ not }))),
  ),
})).predicate;
