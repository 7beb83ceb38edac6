/** What forms did can be taken back step by step, and nothing of somebody else's can. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  back,
  begin,
  follow,
  forth,
  type History,
  step,
} from '../../../worker/console/draft/forms/history.ts';
import { RUNS } from '../../support/runs.ts';

const doc = (name: string) => ({ name });

test('typing on in one place is one step; another place is another', () => {
  const start = doc('a');
  let history = begin(start, 0);
  for (const name of ['ab', 'abc', 'abcd']) history = step(history, doc(name), '/name');
  history = step(history, doc('else'), '/title');
  expect(back(history).now).toEqual(doc('abcd'));
  expect(back(back(history)).now).toBe(start);
  expect(back(back(back(history))).now).toBe(start);
});

test('after going back the same place begins a step of its own, and what was ahead is gone', () => {
  const history = back(step(step(begin(doc('a'), 0), doc('b'), '/x'), doc('c'), '/y'));
  const next = step(history, doc('d'), '/x');
  expect(next.future).toEqual([]);
  expect(back(next).now).toEqual(doc('b'));
});

test('text written meanwhile is one step; another person’s version is none of ours', () => {
  const history = step(begin(doc('a'), 0), doc('b'), '/x');
  const typed = follow(follow(history, doc('b1'), 0), doc('b12'), 0);
  expect(back(typed).now).toEqual(doc('b'));
  const theirs = follow(history, doc('theirs'), 1);
  expect(theirs.past).toEqual([]);
  expect(back(theirs).now).toEqual(doc('theirs'));
  expect(follow(history, history.now, 0)).toBe(history);
});

test('back and forth again is where one was, from anywhere', () => {
  const deeds = fc.array(fc.tuple(fc.constantFrom('/a', '/b', '/c'), fc.integer()), { maxLength: 30 });
  fc.assert(
    fc.property(deeds, fc.nat(30), (done, steps) => {
      let history: History = begin({ n: -1 }, 0);
      for (const [at, n] of done) history = step(history, { n }, at);
      const { now } = history;
      const left = Math.min(steps, history.past.length);
      for (let n = 0; n < left; n += 1) history = back(history);
      for (let n = 0; n < left; n += 1) history = forth(history);
      expect(history.now).toBe(now);
      expect(forth(history).now).toBe(now);
    }),
    { numRuns: RUNS },
  );
});
