/** A change at a pointer touches that place and nothing else. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointerTo } from '../../../shared/definitions/check/at.ts';
import {
  isUnder,
  pointerOf,
  stepsOf,
  valueOf,
  withValue,
} from '../../../worker/console/draft/forms/pointer.ts';
import { RUNS } from '../../support/runs.ts';

const many = { numRuns: RUNS };
const document = { 'a/b': [{ id: 'x', 'til~de': 1 }, { id: 'y' }], list: { '': true }, plain: 'p' };

test('keys with slashes and tildes are found again', () => {
  const pointer = pointerOf('a/b', 0, 'til~de');
  expect(pointer).toBe('/a~1b/0/til~0de');
  expect(stepsOf(pointer)).toEqual(['a/b', '0', 'til~de']);
  expect(valueOf(document, pointer)).toBe(1);
  expect(valueOf(document, '/list/')).toBe(true);
});

test('a change leaves what lies beside it as it is, and the document before untouched', () => {
  const next = withValue(document, '/a~1b/1/id', 'z');
  expect(next).toEqual({ ...document, 'a/b': [document['a/b'][0], { id: 'z' }] });
  expect(valueOf(next, '/a~1b/0')).toBe(document['a/b'][0]);
  expect(valueOf(next, '/list')).toBe(document.list);
  expect(document['a/b'][1]).toEqual({ id: 'y' });
});

test('undefined takes a property out; a pointer that leads nowhere changes nothing', () => {
  expect(withValue(document, '/plain', undefined)).toEqual({ 'a/b': document['a/b'], list: document.list });
  expect(withValue(document, '/a~1b/9/id', 'z')).toEqual(document);
  expect(withValue(document, '/missing/inner', 'z')).toEqual(document);
  expect(withValue(document, '/plain/inner', 'z')).toEqual(document);
  expect(withValue(document, '/fresh', 1)).toEqual({ ...document, fresh: 1 });
  expect(withValue(document, '', 7)).toBe(7);
});

test('whatever a pointer leads to, put back there, is the same document', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const pointer of pointersIn(value)) {
        const there = valueOf(value, pointer);
        expect(withValue(value, pointer, there)).toEqual(value);
        const other = withValue(value, pointer, 'other');
        expect(valueOf(other, pointer)).toBe('other');
      }
    }),
    many,
  );
});

test('a place is under another by whole steps only', () => {
  expect(isUnder('/stages/1/label', '/stages/1')).toBe(true);
  expect(isUnder('/stages/1', '/stages/1')).toBe(true);
  expect(isUnder('/stages/10', '/stages/1')).toBe(false);
});

function pointersIn(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  // A parser never gives this one as a key of its own.
  const keys = Object.keys(value).filter((key) => key !== '__proto__');
  return [at, ...keys.flatMap((key) => pointersIn(Reflect.get(value, key), pointerTo(at, key)))];
}
