/**
 * Two people's versions of one document brought together, where they changed different things of what
 * both began with. Entries of lists that have names are found by name.
 */
import { isPlainObject } from '../../../shared/definitions/check/at.ts';
import { keysOfList, type Step } from '../../../shared/definitions/change/change.ts';
import { isWhole } from '../../../shared/definitions/diff.ts';

export type Merged =
  | { readonly ok: true; readonly value: unknown }
  /** Both changed the same thing, each to something else. */
  | { readonly ok: false };

const CLASH: Merged = { ok: false };
/** As a value: not there. */
const NOTHING = undefined;

export function merge(base: unknown, mine: unknown, theirs: unknown, path: readonly Step[] = []): Merged {
  if (isSame(mine, theirs) || isSame(base, theirs)) return { ok: true, value: mine };
  if (isSame(base, mine)) return { ok: true, value: theirs };
  // Half a condition of each would be neither's.
  if ([base, mine, theirs].some((value) => isWhole(path, value))) return CLASH;
  if (isPlainObject(base) && isPlainObject(mine) && isPlainObject(theirs)) {
    const entries = mergeEntries(Object.keys(mine), base, mine, theirs, path);
    return entries ? { ok: true, value: Object.fromEntries(entries) } : CLASH;
  }
  if (!Array.isArray(base) || !Array.isArray(mine) || !Array.isArray(theirs)) return CLASH;
  const named = [base, mine, theirs].map((list: readonly unknown[]) => byName(path, list));
  const [was, own, other] = named;
  if (!was || !own || !other) return CLASH;
  const order = orderOf(Object.keys(was), Object.keys(own), Object.keys(other));
  const entries = order && mergeEntries(order, was, own, other, path);
  return entries ? { ok: true, value: entries.map(([, value]) => value) } : CLASH;
}

type Named = Readonly<Record<string, unknown>>;

function byName(path: readonly Step[], list: readonly unknown[]): Named | null {
  const keys = keysOfList(path, list);
  return keys && Object.fromEntries(keys.map((key, place) => [key, list[place]]));
}

/** In the order given, then what only they have; null where both changed one of them. */
function mergeEntries(
  order: readonly string[],
  base: Named,
  mine: Named,
  theirs: Named,
  path: readonly Step[],
): (readonly [string, unknown])[] | null {
  const keys = [...new Set([...order, ...Object.keys(theirs)])];
  const entries: (readonly [string, unknown])[] = [];
  for (const key of keys) {
    const merged = merge(own(base, key), own(mine, key), own(theirs, key), [...path, key]);
    if (!merged.ok) return null;
    if (merged.value !== NOTHING) entries.push([key, merged.value]);
  }
  return entries;
}

function own(named: Named, key: string): unknown {
  return Object.hasOwn(named, key) ? named[key] : NOTHING;
}

/** The order of whoever changed it; null where both did, each otherwise. */
function orderOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | null {
  const among = (list: readonly string[], others: readonly string[]) =>
    list.filter((key) => others.includes(key));
  const keptByThem = isSame(among(theirs, base), among(base, theirs));
  if (keptByThem) return mine;
  const keptByMe = isSame(among(mine, base), among(base, mine));
  if (keptByMe || isSame(among(mine, theirs), among(theirs, mine)))
    return [...theirs, ...mine.filter((key) => !theirs.includes(key))];
  return null;
}

/** Documents are plain data: their text tells, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [keysOfA, keysOfB] = [Object.keys(a), Object.keys(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keysOfA.length === keysOfB.length &&
    keysOfA.every((key) => Object.hasOwn(b, key) && isSame(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
