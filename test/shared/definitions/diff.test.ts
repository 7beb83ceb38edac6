import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../shared/definitions/apply.ts';
import { diff } from '../../../shared/definitions/diff.ts';
import { RUNS } from '../../support/runs.ts';
import { broken, draftOf, type Json, pointersOf, put, valueOf } from './draft.ts';

const changesOf = (changes: Readonly<Record<string, Json | undefined>>) => diff(draftOf(), broken(changes));

describe('[DEF1] differences come as small as a person would tell them', () => {
  test('nothing changed, nothing told', () => {
    expect(diff(draftOf(), draftOf())).toEqual([]);
  });

  test('a number in a criterion is the criterion', () => {
    expect(changesOf({ '/stages/2/criteria/all/0/all/0/atLeast': 60 })).toEqual([
      {
        kind: 'changed',
        path: ['stages', 'mql', 'criteria', 'all', 'Score of 50 or more', 'all', 0],
        pointer: '/stages/2/criteria/all/0/all/0',
        before: { score: true, atLeast: 50 },
        after: { score: true, atLeast: 60 },
      },
    ]);
  });

  test('a target is told whole, whatever its unit', () => {
    expect(changesOf({ '/policies/1/target': { minutes: 10 } })).toEqual([
      {
        kind: 'changed',
        path: ['policies', 'first-response-strategic', 'target'],
        pointer: '/policies/1/target',
        before: { businessMinutes: 30 },
        after: { minutes: 10 },
      },
    ]);
  });

  test('what is removed points into the older, what is added into the newer', () => {
    const reason = { id: 'student', label: 'Student', answer: 'disqualified' };
    const b = broken({ '/handoff/reasons/0': undefined, '/handoff/reasons/-': reason });
    expect(diff(draftOf(), b).map(({ kind, path, pointer }) => [kind, path.at(-1), pointer])).toEqual([
      ['removed', 'no_budget', '/handoff/reasons/0'],
      ['added', 'student', '/handoff/reasons/5'],
    ]);
  });

  test('moving is told as moving, and a change inside what moved is still found', () => {
    const a = draftOf();
    const b = draftOf();
    const [first, second] = [valueOf(b, '/policies/0'), valueOf(b, '/policies/1')];
    put(b, '/policies/0', second);
    put(b, '/policies/1', first);
    put(b, '/policies/0/order', 7);
    const changes = diff(a, b);
    expect(changes.map(({ kind, path }) => [kind, path.join('/')])).toEqual([
      ['changed', 'policies/first-response-strategic/order'],
      ['moved', 'policies'],
    ]);
    expect(changes[0]?.pointer).toBe('/policies/0/order');
  });

  test('entries that share a name are compared place by place', () => {
    const twice = [
      { id: 'x', label: 'X' },
      { id: 'x', label: 'Y' },
    ];
    const b = [
      { id: 'x', label: 'X' },
      { id: 'x', label: 'Z' },
    ];
    expect(diff({ signals: twice }, { signals: b }).map(({ pointer }) => pointer)).toEqual([
      '/signals/1/label',
    ]);
  });
});

describe('[DEF1] a change carried over', () => {
  const bytes = (value: unknown) => JSON.stringify(value);

  /** Any of the ways a draft gets edited, by hand or by an importer gone wrong. */
  const pointers = pointersOf(draftOf());
  const edit = fc.oneof(
    fc.record({
      how: fc.constant('set' as const),
      at: fc.constantFrom(...pointers),
      value: fc.jsonValue({ maxDepth: 2 }),
    }),
    fc.record({
      how: fc.constant('remove' as const),
      at: fc.constantFrom(...pointers),
      value: fc.constant(null),
    }),
    fc.record({
      how: fc.constant('shuffle' as const),
      at: fc.constantFrom(...pointers),
      value: fc.nat(1_000),
    }),
    fc.record({
      how: fc.constant('copy' as const),
      at: fc.constantFrom(...pointers),
      value: fc.string({ maxLength: 4 }),
    }),
  );

  const edited = (edits: readonly { how: string; at: string; value: unknown }[]): Json => {
    const draft = draftOf();
    for (const { how, at, value } of edits) {
      const old = valueOf(draft, at);
      const parent = valueOf(draft, at.slice(0, at.lastIndexOf('/')));
      if (old === undefined || typeof parent !== 'object' || parent === null) continue;
      if (how === 'set') put(draft, at, JSON.parse(bytes(value)));
      else if (how === 'remove') put(draft, at, undefined);
      else if (how === 'shuffle') put(draft, at, turned(old, Number(value)));
      else if (Array.isArray(parent)) parent.push(renamed(old, String(value)));
      else put(draft, `${at}${String(value).replaceAll('/', '')}`, old);
    }
    return draft;
  };

  const turned = (value: Json, by: number): Json => {
    const turn = <T>(list: readonly T[]) => [
      ...list.slice(by % (list.length || 1)),
      ...list.slice(0, by % (list.length || 1)),
    ];
    if (Array.isArray(value)) return turn(value);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(turn(Object.entries(value)));
  };

  const renamed = (value: Json, suffix: string): Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['id'] === 'string'
      ? { ...value, id: `${value['id']}${suffix}` }
      : value;

  test('gives the newer agreement byte for byte', () => {
    const some = fc.array(edit, { maxLength: 6 });
    fc.assert(
      fc.property(some, some, (left, right) => {
        const [a, b] = [edited(left), edited(right)];
        expect(bytes(apply(a, diff(a, b)))).toBe(bytes(b));
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  test('of any JSON whatever', () => {
    const names = fc.constantFrom(
      'id',
      'fields',
      'stages',
      'when',
      'all',
      '__proto__',
      'label',
      'on',
      '1',
      '0',
      'x',
    );
    const value = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, true, 0, -0, 'a', 'b'),
        fc.array(tie('node'), { maxLength: 4 }),
        fc
          .array(fc.tuple(names, tie('node')), { maxLength: 4 })
          .map((entries) => Object.fromEntries(entries)),
      ),
    })).node;
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(bytes(apply(a, diff(a, b)))).toBe(bytes(b));
      }),
      { numRuns: RUNS },
    );
  });

  test('changes survive being sent as JSON', () => {
    const b = edited([
      { how: 'set', at: '/stages/2/criteria', value: { segment: 'health' } },
      { how: 'remove', at: '/policies/3', value: null },
      { how: 'shuffle', at: '/fields', value: 3 },
    ]);
    const changes = JSON.parse(bytes(diff(draftOf(), b)));
    expect(bytes(apply(draftOf(), changes))).toBe(bytes(b));
  });

  test('to an agreement that has no such place, changes nothing there', () => {
    const changes = changesOf({ '/stages/2/criteria/all/0/all/0/atLeast': 60 });
    expect(apply({ stages: [] }, changes)).toEqual({ stages: [] });
    expect(apply('gone', changes)).toBe('gone');
  });
});
