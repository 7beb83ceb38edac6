/**
 * What a group of fit rules gives together. Rules that ask what a field *is* are most of them, and
 * become one look into a table per field: the value is folded once, however many rules ask for it.
 */
import type { FitRule } from '../definitions/scoring.ts';
import { compile } from '../predicate/compile.ts';
import type { PredicateContext } from '../predicate/context.ts';
import type { Predicate } from '../predicate/predicate.ts';
import { foldValue } from '../predicate/valueTest.ts';
import { hundredths } from './hundredths.ts';

/** Hundredths before the group's clamp. */
export type FitPoints = (context: PredicateContext) => number;

export function compileFit(rules: readonly FitRule[]): FitPoints {
  const tables = new Map<string, Map<string, number>>();
  const others: { readonly points: number; readonly evaluate: ReturnType<typeof compile>['evaluate'] }[] = [];
  for (const { points, when } of rules) {
    const asked = valuesAsked(when);
    if (asked === null) {
      others.push({ points: hundredths(points), evaluate: compile(when).evaluate });
      continue;
    }
    const table = tables.get(asked.field) ?? new Map<string, number>();
    tables.set(asked.field, table);
    for (const value of asked.values) table.set(value, (table.get(value) ?? 0) + hundredths(points));
  }
  const byField = [...tables].map(([field, table]) => ({ field, table }));
  return (context) => {
    let sum = 0;
    for (const { field, table } of byField) {
      const value = context.fields[field];
      if (value !== undefined) sum += table.get(foldValue(value)) ?? 0;
    }
    for (const { points, evaluate } of others) if (evaluate(context) === 'met') sum += points;
    return sum;
  };
}

/** The folded values any one of which meets the criterion; null when it asks something else. */
function valuesAsked(when: Predicate): { readonly field: string; readonly values: Iterable<string> } | null {
  if (!('field' in when)) return null;
  const wanted = when.is === undefined ? when.in : [when.is];
  if (wanted === undefined) return null;
  const values = new Set(wanted.map(foldValue));
  // An empty text is no value, so nothing is it (PRD2).
  values.delete('');
  return { field: when.field, values };
}
