/** Values of another kind than a test expects: there, and not matching. */
import { expect, test } from 'vitest';
import { compileValueTest } from '../../../shared/predicate/valueTest.ts';

const none = () => undefined;

test.each([
  [{ atLeast: 3 }, true],
  [{ atMost: 3 }, false],
  [{ atLeast: 3 }, 'many'],
  [{ atLeast: '2026-01-01' }, 20_260_101],
  [{ atMost: '2026-01-01' }, true],
  [{ between: ['2026-01-01', '2026-02-01'] as [string, string] }, 7],
  [{ inList: 'nowhere' }, 'x'],
])('[PRD2] %o of %o is unmet, not unknown', (wanted, value) => {
  expect(compileValueTest(wanted)(value, none)).toBe('unmet');
});

test('[PRD2] an empty or blank text is no value', () => {
  expect(compileValueTest({ is: 'x' })('  ', none)).toBe('unknown');
  expect(compileValueTest({ known: true })('', none)).toBe('unmet');
});
