/** The form of a criterion: what it can show it writes back as it was, and what it offers can be published. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { starterFor } from '../../../shared/definitions/starters.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { validate } from '../../../shared/definitions/validate.ts';
import { MAX_DEPTH, OPERATORS, Predicate } from '../../../shared/predicate/predicate.ts';
import { carry, placesFor, surrounded } from '../../../worker/console/draft/forms/criterion/carry.ts';
import {
  operatorOf,
  operatorsOf,
  wantedOf,
  withOperator,
} from '../../../worker/console/draft/forms/criterion/operator.ts';
import {
  fieldsOf,
  freshLeaf,
  isThere,
  mayAsk,
  PLAIN,
  type Subject,
  subjectOf,
} from '../../../worker/console/draft/forms/criterion/subject.ts';
import {
  joined,
  moved,
  nodeOf,
  predicateOf,
  turned,
  without,
} from '../../../worker/console/draft/forms/criterion/tree.ts';
import { valueOf, withValue } from '../../../worker/console/draft/forms/pointer.ts';
import { readDocument } from '../../../worker/console/draft/forms/reading.ts';
import { RUNS } from '../../support/runs.ts';
import { anyLeaf, anyPredicate, predicate } from '../../shared/predicate/arbitrary.ts';

const many = { numRuns: RUNS };

/** Read into the form's nodes and written back, all the way down. */
function rewritten(criterion: Predicate): Predicate {
  const node = nodeOf(criterion);
  if (node.kind === 'line') return predicateOf(node);
  if (node.kind === 'not') return predicateOf({ ...node, inner: rewritten(node.inner) });
  return predicateOf({ ...node, nodes: node.nodes.map(rewritten) });
}

describe('[PRD1] any criterion', () => {
  const criteria = fc.oneof(predicate, anyPredicate);

  test('is written back by the form as it was read', () => {
    fc.assert(
      fc.property(criteria, (criterion) => {
        expect(rewritten(criterion)).toEqual(criterion);
        expect(Predicate.parse(criterion)).toEqual(criterion);
      }),
      many,
    );
  });

  test('can be drawn wherever one may stand', () => {
    fc.assert(
      fc.property(criteria, (criterion) => {
        const agreed = starter();
        const drawn = readDocument(withValue(agreed, '/stages/1/criteria', criterion));
        expect(drawn.ok).toBe(true);
      }),
      many,
    );
  });

  test('turned round twice, or moved there and back, is itself', () => {
    fc.assert(
      fc.property(criteria, fc.nat(3), fc.nat(3), (criterion, from, to) => {
        // The form turns lines and groups; a "not" is the line's or the group's own.
        const isTurned = nodeOf(criterion).kind === 'not';
        expect(isTurned ? criterion : turned(turned(criterion))).toEqual(criterion);
        expect(moved(moved(criterion, from, to), to, from)).toEqual(criterion);
      }),
      many,
    );
  });

  test('with one more condition, and without it again, asks for the same', () => {
    fc.assert(
      fc.property(criteria, fc.constantFrom('all', 'any'), anyLeaf, (criterion, how, leaf) => {
        const more = joined(criterion, how, leaf);
        const node = nodeOf(more);
        const last = node.kind === 'group' ? node.nodes.length - 1 : -1;
        expect(node.kind === 'group' && node.nodes[last]).toEqual(leaf);
        const less = without(more, last);
        const isSame = less !== undefined && nodeOf(criterion).kind === 'group' && how in criterion;
        expect(isSame ? less : without(more, last)).toEqual(isSame ? criterion : { [how]: [criterion] });
      }),
      many,
    );
  });

  test('keeps its test when its own way of comparing is chosen again', () => {
    fc.assert(
      fc.property(anyLeaf, (leaf) => {
        const operator = operatorOf(leaf);
        if (operator === undefined) return;
        const wanting = { type: 'text', choices: [], lists: [], today: '2026-03-02' } as const;
        expect(withOperator(leaf, operator, wanting)).toBe(leaf);
      }),
      many,
    );
  });
});

describe('[PRD1] what the form offers', () => {
  test.for(subjectsIn(starter()))('a new line about %s may be published as it is', (subject) => {
    const agreed = starter();
    const leaf = freshLeaf(subject, agreed);
    expect(subjectOf(leaf)).toBe(subject);
    expect(errorsOf(withValue(agreed, '/stages/2/criteria', leaf))).toEqual([]);
  });

  test.for(fieldsOf(starter()).map(({ id }) => id))('every way to compare %s fits its type', (field) => {
    const agreed = starter();
    const known = fieldsOf(agreed).find(({ id }) => id === field);
    const type = known?.type ?? 'text';
    const wanting = {
      type,
      choices: known?.choices?.map(({ id }) => id) ?? [],
      lists: Object.keys(agreed.lists),
      today: '2026-03-02',
    };
    const first = freshLeaf(`field ${field}`, agreed);
    for (const from of operatorsOf(type))
      for (const to of operatorsOf(type)) {
        const leaf = withOperator(withOperator(first, from, wanting), to, wanting);
        expect(operatorOf(leaf)).toBe(to);
        // A text somebody has yet to type is all that may be missing.
        if (wantedOf(leaf) === '') continue;
        expect(errorsOf(withValue(agreed, '/stages/2/criteria', leaf)), `${from} → ${to}`).toEqual([]);
      }
  });

  test('nothing is asked where it is decided later', () => {
    // No product has a name of its own in it.
    const agreed = starter();
    const offered = (decides: 'segment' | 'persona' | 'score' | null) =>
      PLAIN.filter((subject) => mayAsk(subject, decides) && isThere(subject, agreed));
    const late = ['score', 'fit', 'engagement'];
    const missing = (decides: 'segment' | 'persona' | 'score' | null) =>
      PLAIN.filter((one) => !offered(decides).includes(one));
    expect(missing('segment')).toEqual(['segment', 'persona', 'product', ...late]);
    expect(missing('persona')).toEqual(['persona', 'product', ...late]);
    expect(missing('score')).toEqual(['product', ...late]);
    expect(missing(null)).toEqual(['product']);
    for (const subject of offered('segment'))
      expect(errorsOf(withValue(agreed, '/segments/0/when', freshLeaf(subject, agreed)))).toEqual([]);
    for (const subject of offered('persona'))
      expect(errorsOf(withValue(agreed, '/personas/0/when', freshLeaf(subject, agreed)))).toEqual([]);
    for (const subject of offered('score'))
      expect(
        errorsOf(withValue(agreed, '/scoring/groups/0/rules/0/when', freshLeaf(subject, agreed))),
      ).toEqual([]);
  });

  test('all ways of comparing are offered for some type', () => {
    const all = new Set((['text', 'number', 'boolean', 'date', 'choice'] as const).flatMap(operatorsOf));
    expect([...all].toSorted()).toEqual([...OPERATORS].toSorted());
  });
});

function starter(): Definitions {
  return starterFor('saas', 'en');
}

function subjectsIn(definitions: Definitions): readonly Subject[] {
  return [
    ...fieldsOf(definitions).map(({ id }): Subject => `field ${id}`),
    ...definitions.signals.map(({ id }): Subject => `signal ${id}`),
    ...PLAIN.filter((subject) => isThere(subject, definitions)),
  ];
}

function errorsOf(document: unknown): readonly string[] {
  const judged = validate(document);
  return judged.ok
    ? []
    : judged.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ pointer, message }) => `${pointer} ${message} ${JSON.stringify(valueOf(document, pointer))}`);
}

describe('carried to another group', () => {
  const SMALL: Predicate = {
    all: [
      { field: 'budget', atLeast: 5 },
      { not: { any: [{ field: 'country', is: 'BR' }] } },
      { any: [{ field: 'city', known: true }, { stageIs: 'mql' }], label: 'Near' },
    ],
  };

  test('a line goes to the end of another group, and where it came to is said', () => {
    expect(carry(SMALL, '/all/0', '/all/2/any')).toEqual({
      whole: {
        all: [
          { not: { any: [{ field: 'country', is: 'BR' }] } },
          {
            any: [{ field: 'city', known: true }, { stageIs: 'mql' }, { field: 'budget', atLeast: 5 }],
            label: 'Near',
          },
        ],
      },
      pointer: '/all/1/any/2',
    });
  });

  test('a group nothing is left in goes, and the turn around it', () => {
    expect(carry(SMALL, '/all/1/not/any/0', '/all')).toEqual({
      whole: {
        all: [
          { field: 'budget', atLeast: 5 },
          { any: [{ field: 'city', known: true }, { stageIs: 'mql' }], label: 'Near' },
          { field: 'country', is: 'BR' },
        ],
      },
      pointer: '/all/2',
    });
  });

  test('a turned group goes with its turn; nothing goes into itself or where it is', () => {
    expect(carry(SMALL, '/all/1', '/all/2/any')?.whole).toEqual({
      all: [
        { field: 'budget', atLeast: 5 },
        {
          any: [
            { field: 'city', known: true },
            { stageIs: 'mql' },
            { not: { any: [{ field: 'country', is: 'BR' }] } },
          ],
          label: 'Near',
        },
      ],
    });
    expect(placesFor(SMALL, '/all/2').map(({ list }) => list)).toEqual(['/all/1/not/any']);
    expect(carry(SMALL, '/all/2', '/all')).toBeNull();
    expect(carry(SMALL, '/all/2', '/all/2/any')).toBeNull();
  });

  test('a new group stands where the line stood', () => {
    expect(surrounded(SMALL, '/all/0')).toMatchObject({
      whole: { all: [{ any: [{ field: 'budget', atLeast: 5 }] }, {}, {}] },
      pointer: '/all/0/any/0',
    });
    expect(surrounded({ stageIs: 'mql' }, '')).toBeNull();
  });

  test('[PRD1] whatever is carried, every line is still there once and the whole may be published', () => {
    fc.assert(
      fc.property(fc.oneof(predicate, anyPredicate), fc.nat(), fc.nat(), (criterion, which, where) => {
        const all = placesOf(criterion);
        const from = all[which % all.length] ?? '';
        const places = placesFor(criterion, from);
        const to = places[where % Math.max(1, places.length)];
        if (!to) return;
        const carried = carry(criterion, from, to.list);
        expect(carried).not.toBeNull();
        if (!carried) return;
        expect(leavesOf(carried.whole).toSorted()).toEqual(leavesOf(criterion).toSorted());
        expect(valueOf(carried.whole, carried.pointer)).toEqual(valueOf(criterion, from));
        expect(Predicate.parse(carried.whole)).toEqual(carried.whole);
        expect(deepest(carried.whole)).toBeLessThanOrEqual(MAX_DEPTH);
      }),
    );
  });
});

const innerOf = (one: Predicate): readonly (readonly [string, Predicate])[] => {
  const node = nodeOf(one);
  if (node.kind === 'line') return [];
  if (node.kind === 'not') return [['/not', node.inner]];
  return node.nodes.map((inner, place) => [`/${node.how}/${place}`, inner] as const);
};

/** Everything in a list, by pointer. */
function placesOf(one: Predicate, pointer = ''): readonly string[] {
  return innerOf(one).flatMap(([step, inner]) => [
    ...(step === '/not' ? [] : [pointer + step]),
    ...placesOf(inner, pointer + step),
  ]);
}

function leavesOf(one: Predicate): readonly string[] {
  const inner = innerOf(one);
  return inner.length === 0 && nodeOf(one).kind === 'line'
    ? [JSON.stringify(one)]
    : inner.flatMap(([, each]) => leavesOf(each));
}

function deepest(one: Predicate): number {
  return 1 + Math.max(0, ...innerOf(one).map(([, inner]) => deepest(inner)));
}
