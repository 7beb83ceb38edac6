// @vitest-environment node
/** Going through the day's queue while it changes: the next one is whoever stood behind, never somebody passed over. */
import { expect, test } from 'vitest';
import {
  beginWalk,
  placeIn,
  shownIn,
  walkOn,
  walkTo,
  type Queue,
  type Walk,
} from '../../../extension/panels/beside/walk.ts';

const queue = (today: string, later = ''): Queue => ({ leads: [...today, ...later], today: today.length });
const onward = (walk: Walk, now: Queue, ...ways: (1 | -1)[]) =>
  ways.reduce((at, by) => walkOn(at, now, by), walk);

test('from the first to the last in the order of the day, those due later counted apart', () => {
  const day = queue('abc', 'yz');
  let walk = walkOn(beginWalk(day, null), day, 1);
  const seen = [];
  for (; shownIn(walk) !== null; walk = walkOn(walk, day, 1)) seen.push([shownIn(walk), placeIn(walk)]);
  expect(seen).toEqual([
    ['a', { place: 1, of: 3, today: true }],
    ['b', { place: 2, of: 3, today: true }],
    ['c', { place: 3, of: 3, today: true }],
    ['y', { place: 1, of: 2, today: false }],
    ['z', { place: 2, of: 2, today: false }],
  ]);
});

test('whoever was logged and is due another day now does not take the person there', () => {
  const walk = beginWalk(queue('abcd'), 'a');
  const next = walkOn(walk, queue('bcd', 'a'), 1);
  expect([shownIn(next), placeIn(next)]).toEqual(['b', { place: 2, of: 4, today: true }]);
  const after = queue('', 'abcd');
  expect(shownIn(walkOn(next, after, 1))).toBeNull();
});

test('those settled meanwhile are passed over, and shown again on the way back', () => {
  const walk = beginWalk(queue('abcd'), 'a');
  const left = queue('ad');
  const next = walkOn(walk, left, 1);
  expect([shownIn(next), placeIn(next)]).toEqual(['d', { place: 4, of: 4, today: true }]);
  expect(shownIn(walkOn(next, left, -1))).toBe('c');
});

test('whoever comes in is next when they are due before the others, and never stands behind the person', () => {
  const walk = onward(beginWalk(queue('abc'), 'a'), queue('abc'), 1);
  const urgent = queue('xaybc');
  const next = walkOn(walk, urgent, 1);
  expect(next.stops.map(({ leadId }) => leadId).join('')).toBe('abxyc');
  expect([shownIn(next), shownIn(walkOn(next, urgent, 1))]).toEqual(['x', 'y']);
  expect(shownIn(onward(walk, queue('abcz'), 1, 1))).toBe('z');
});

test('before the first and after the last stands nobody; one found by searching is in no place', () => {
  const day = queue('ab');
  expect(shownIn(walkOn(beginWalk(day, 'a'), day, -1))).toBeNull();
  expect(shownIn(onward(beginWalk(day, 'b'), day, 1, 1, 1))).toBeNull();
  expect(placeIn(beginWalk(day, 'found'))).toBeNull();
  expect(shownIn(walkOn(beginWalk(day, 'found'), day, 1))).toBe('a');
  expect(walkTo(beginWalk(day, null), 'found')).toBeNull();
  expect(shownIn(walkOn(beginWalk(queue(''), null), queue(''), 1))).toBeNull();
});
