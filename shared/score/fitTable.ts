/**
 * Which rules of a group of fit rules are met. Most of them ask something of one field: those become a
 * table per field, so that its value is folded and read as a number once, however many ask for it.
 */
import type { FitRule } from '../definitions/scoring.ts';
import type { Scalar } from '../lead/facts.ts';
import { compile } from '../predicate/compile.ts';
import type { PredicateContext } from '../predicate/context.ts';
import type { CompiledNode } from '../predicate/leaf.ts';
import type { FieldTest, Predicate } from '../predicate/predicate.ts';
import { foldValue, numberIn } from '../predicate/valueTest.ts';

export interface FitTable {
  readonly fields: readonly FieldTable[];
  /** Rules that ask something else, by their own criterion. */
  readonly others: readonly { readonly place: number; readonly when: CompiledNode }[];
}

/** Rules are named by their place in the group. */
interface FieldTable {
  readonly field: string;
  /** `is` and `in`: by folded value. */
  readonly places: Map<string, number[]>;
  readonly lists: { readonly list: string; readonly place: number }[];
  /** Numbers from `low` to `high`, both in it. */
  readonly bands: { readonly low: number; readonly high: number; readonly place: number }[];
}

export function compileFit(rules: readonly FitRule[]): FitTable {
  const tables = new Map<string, FieldTable>();
  const others: FitTable['others'][number][] = [];
  for (const [place, { when }] of rules.entries()) {
    const test = fieldTestIn(when);
    const table = test === null ? null : (tables.get(test.field) ?? emptyTable(test.field));
    if (test === null || table === null || !enter(table, test, place)) {
      others.push({ place, when: compile(when) });
    } else {
      tables.set(table.field, table);
    }
  }
  return { fields: [...tables.values()], others };
}

/** Places of the rules that are met, in no order. */
export function metRules({ fields, others }: FitTable, context: PredicateContext): readonly number[] {
  const met: number[] = [];
  for (const table of fields) {
    const value = context.fields[table.field];
    if (value !== undefined) askTable(table, value, context.list, met);
  }
  for (const { place, when } of others) if (when.evaluate(context) === 'met') met.push(place);
  return met;
}

function askTable(
  { places, lists, bands }: FieldTable,
  value: Scalar,
  list: PredicateContext['list'],
  met: number[],
): void {
  if (places.size + lists.length > 0) {
    const text = foldValue(value);
    const named = places.get(text);
    if (named !== undefined) for (const place of named) met.push(place);
    for (const { list: id, place } of lists) if (text !== '' && list(id)?.has(text) === true) met.push(place);
  }
  if (bands.length === 0) return;
  const number = numberIn(value);
  for (const { low, high, place } of bands) if (number >= low && number <= high) met.push(place);
}

function emptyTable(field: string): FieldTable {
  return { field, places: new Map(), lists: [], bands: [] };
}

/** A group of one asks what that one asks: forms write every criterion as a group. */
function fieldTestIn(when: Predicate): FieldTest | null {
  if ('field' in when) return when;
  if ('all' in when) return aloneIn(when.all);
  return 'any' in when ? aloneIn(when.any) : null;
}

function aloneIn(predicates: readonly Predicate[]): FieldTest | null {
  const [alone] = predicates;
  return alone === undefined || predicates.length > 1 ? null : fieldTestIn(alone);
}

/** False when the test is none that a table answers. */
function enter(
  { places, lists, bands }: FieldTable,
  { is, in: among, inList, atLeast, atMost, between }: FieldTest,
  place: number,
): boolean {
  if (is !== undefined || among !== undefined) {
    const values = new Set((is === undefined ? (among ?? []) : [is]).map(foldValue));
    // An empty text is no value, so nothing is it (PRD2).
    values.delete('');
    for (const value of values) places.set(value, [...(places.get(value) ?? []), place]);
    return true;
  }
  if (inList !== undefined) return lists.push({ list: inList, place }) > 0;
  const [low, high] = between ?? [atLeast ?? Number.NEGATIVE_INFINITY, atMost ?? Number.POSITIVE_INFINITY];
  const isBand = between !== undefined || atLeast !== undefined || atMost !== undefined;
  // Dates order as text: those rules judge for themselves.
  if (!isBand || typeof low !== 'number' || typeof high !== 'number') return false;
  return bands.push({ low, high, place }) > 0;
}
