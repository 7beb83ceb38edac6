/**
 * The test of one value by one operator, of a lead field or a signal property (PRD1, PRD3).
 * Compiled once: wanted values are folded here, never while a lead is folded.
 */
import type { Scalar } from '../lead/facts.ts';
import { verdictOf } from './kleene.ts';
import { OPERATORS, type FieldTest, type Operator, type Verdict } from './predicate.ts';
import { foldText } from './text.ts';

type Operators = Pick<FieldTest, Operator>;
type Lists = (id: string) => ReadonlySet<string> | undefined;
export type ValueTest = (value: Scalar | undefined, list: Lists) => Verdict;

/** Numbers and booleans compare with the text that writes them, so `"50"` from a form is 50. */
export function foldValue(value: Scalar): string {
  return typeof value === 'string' ? foldText(value) : String(value);
}

/** An empty text is no value. */
export function hasValue(value: Scalar | undefined): value is Scalar {
  return value !== undefined && (typeof value !== 'string' || value.trim() !== '');
}

/** The operator a test uses and what it wants, for explanations. */
export function wantedBy(test: Operators): {
  readonly operator: Operator;
  readonly value: Operators[Operator];
} {
  const operator = OPERATORS.find((name) => test[name] !== undefined) ?? 'known';
  return { operator, value: test[operator] };
}

/** The number a value is or writes; `NaN` when there is none to compare with. */
export function numberIn(value: Scalar): number {
  if (typeof value === 'boolean' || !hasValue(value)) return Number.NaN;
  const number = Number(value);
  return Number.isFinite(number) ? number : Number.NaN;
}

/** Negative, zero or positive like a comparison; undefined when the two cannot be ordered. */
function order(value: Scalar, bound: number | string): number | undefined {
  if (typeof bound === 'number') {
    const number = numberIn(value);
    return Number.isNaN(number) ? undefined : number - bound;
  }
  if (typeof value !== 'string') return undefined;
  // Dates `YYYY-MM-DD` order as text; a longer timestamp counts as its date.
  const date = value.trim().slice(0, bound.length);
  if (date === bound) return 0;
  return date < bound ? -1 : 1;
}

function ordered(holds: (value: Scalar) => boolean): ValueTest {
  return (value) => (hasValue(value) ? verdictOf(holds(value)) : 'unknown');
}

function folded(holds: (value: string, list: Lists) => boolean): ValueTest {
  return (value, list) => {
    if (value === undefined) return 'unknown';
    // An empty text folds to nothing: no value (see `hasValue`).
    const text = foldValue(value);
    return text === '' ? 'unknown' : verdictOf(holds(text, list));
  };
}

/** A value that cannot be compared (text against a number) is there and does not match: unmet. */
export function compileValueTest(test: Operators): ValueTest {
  const { is, isNot, inList, atLeast, atMost, between, contains, startsWith, endsWith, known } = test;
  if (is !== undefined) {
    const wanted = foldValue(is);
    return folded((value) => value === wanted);
  }
  if (isNot !== undefined) {
    const wanted = foldValue(isNot);
    return folded((value) => value !== wanted);
  }
  if (test.in !== undefined) {
    const wanted = new Set(test.in.map(foldValue));
    return folded((value) => wanted.has(value));
  }
  if (inList !== undefined) return folded((value, list) => list(inList)?.has(value) ?? false);
  if (atLeast !== undefined) return ordered((value) => (order(value, atLeast) ?? -1) >= 0);
  if (atMost !== undefined) return ordered((value) => (order(value, atMost) ?? 1) <= 0);
  if (between !== undefined) {
    const [low, high] = between;
    return ordered((value) => (order(value, low) ?? -1) >= 0 && (order(value, high) ?? 1) <= 0);
  }
  if (contains !== undefined) {
    const part = foldText(contains);
    return folded((value) => value.includes(part));
  }
  if (startsWith !== undefined) {
    const part = foldText(startsWith);
    return folded((value) => value.startsWith(part));
  }
  if (endsWith !== undefined) {
    const part = foldText(endsWith);
    return folded((value) => value.endsWith(part));
  }
  return (value) => verdictOf(hasValue(value) === (known ?? true));
}
