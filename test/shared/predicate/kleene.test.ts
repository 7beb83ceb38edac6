/** Three-valued logic: the laws, and what only `met` may do. */
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { not } from '../../../shared/predicate/kleene.ts';
import { all, any } from './verdicts.ts';
import type { Verdict } from '../../../shared/predicate/predicate.ts';
import { patience, RUNS } from '../../support/runs.ts';

vi.setConfig(patience);

const verdict = fc.constantFrom<Verdict>('met', 'unmet', 'unknown');
const verdicts = fc.array(verdict);

test.each([
  [['met', 'met'], 'met', 'met'],
  [['met', 'unmet'], 'unmet', 'met'],
  [['met', 'unknown'], 'unknown', 'met'],
  [['unmet', 'unknown'], 'unmet', 'unknown'],
  [['unmet', 'unmet'], 'unmet', 'unmet'],
  [['unknown', 'unknown'], 'unknown', 'unknown'],
  [[], 'met', 'unmet'],
] as [Verdict[], Verdict, Verdict][])('[PRD2] of %j all is %s and any is %s', (some, whole, part) => {
  expect(all(some)).toBe(whole);
  expect(any(some)).toBe(part);
});

test('[PRD2] not undoes itself and turns all into any', () => {
  fc.assert(
    fc.property(verdicts, (some) => {
      expect(some.map(not).map(not)).toEqual(some);
      expect(not(all(some))).toBe(any(some.map(not)));
      expect(not(any(some))).toBe(all(some.map(not)));
    }),
    { numRuns: RUNS },
  );
});

test('[PRD2] learning a value never takes back what was settled', () => {
  fc.assert(
    fc.property(
      verdicts,
      fc.array(fc.constantFrom<Verdict>('met', 'unmet'), { minLength: 20, maxLength: 20 }),
      (some, learnt) => {
        const filled = some.map((one, index) => (one === 'unknown' ? (learnt[index % 20] ?? 'met') : one));
        expect([all(filled), 'unknown']).toContain(all(some));
        expect([any(filled), 'unknown']).toContain(any(some));
      },
    ),
    { numRuns: RUNS },
  );
});

test('[PRD2] order and grouping say nothing', () => {
  fc.assert(
    fc.property(verdicts, verdicts, (some, more) => {
      expect(all([...some, ...more])).toBe(all([...more, ...some]));
      expect(all([all(some), all(more)])).toBe(all([...some, ...more]));
      expect(any([any(some), any(more)])).toBe(any([...some, ...more]));
    }),
    { numRuns: RUNS },
  );
});
