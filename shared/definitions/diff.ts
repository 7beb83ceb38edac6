/**
 * What changed from one agreement to the next (DEF2), such that `apply(a, diff(a, b))` is `b` byte for
 * byte. Changes come as small as a person would tell them: a target, a criterion, a day's hours.
 */
import { pointerTo } from './check/at.ts';
import { type Change, namedEntries, type Step } from './change/change.ts';

export type { Change } from './change/change.ts';

/** Told as a whole: half of a duration or of a day's hours means nothing. */
const WHOLE: ReadonlySet<Step> = new Set([
  'target',
  'after',
  'before',
  'do',
  'grace',
  'acceptStated',
  'repeat',
  'limit',
  'decay',
  'where',
  'warn',
  'escalate',
  'pauses',
  'hours',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
]);
const CRITERIA: ReadonlySet<Step> = new Set(['when', 'criteria']);
const GROUPS = ['all', 'any', 'not'] as const;

interface Pair {
  readonly a: unknown;
  readonly b: unknown;
  readonly path: readonly Step[];
  readonly pointerA: string;
  readonly pointerB: string;
}

/** @param a the older agreement @param b the newer; any JSON will do */
export function diff(a: unknown, b: unknown): readonly Change[] {
  return diffPair({ a, b, path: [], pointerA: '', pointerB: '' });
}

function diffPair(pair: Pair): readonly Change[] {
  const { a, b, path } = pair;
  if (isSame(a, b)) return [];
  if (isWhole(path, a) || isWhole(path, b)) return [changed(pair)];
  if (Array.isArray(a) !== Array.isArray(b) || groupOf(a) !== groupOf(b)) return [changed(pair)];
  const before = namedEntries(path, a);
  const after = namedEntries(path, b);
  if (before !== null && after !== null && !isRelabelled(path, before, after))
    return diffNamed(pair, before, after);
  return Array.isArray(a) && Array.isArray(b) ? diffPlain(pair, a, b) : [changed(pair)];
}

function changed({ a, b, path, pointerB }: Pair): Change {
  return { kind: 'changed', path, pointer: pointerB, before: a, after: b };
}

/** A criterion's leaf is one statement; groups are gone into as long as they stay the same group. */
export function isWhole(path: readonly Step[], value: unknown): boolean {
  const last = path.at(-1);
  if (typeof last === 'string' && WHOLE.has(last)) return true;
  const inside = path.findIndex((step) => CRITERIA.has(step));
  const parent = path.at(-2);
  const isCriterion = inside === path.length - 1 || last === 'not' || parent === 'all' || parent === 'any';
  return inside >= 0 && isCriterion && !isGroup(value);
}

function isGroup(value: unknown): boolean {
  return groupOf(value) !== undefined;
}

function groupOf(value: unknown): (typeof GROUPS)[number] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return GROUPS.find((key) => Object.hasOwn(value, key));
}

type Entries = readonly (readonly [string, unknown])[];

function diffNamed(pair: Pair, before: Entries, after: Entries): readonly Change[] {
  const { path, pointerA, pointerB } = pair;
  const [placesA, placesB] = [placesOf(pair.a, before), placesOf(pair.b, after)];
  const older = new Map(before);
  const newer = new Map(after);
  const inner = after
    .filter(([key]) => older.has(key))
    .flatMap(([key, b]) =>
      diffPair({
        a: older.get(key),
        b,
        path: [...path, key],
        pointerA: pointerTo(pointerA, placesA.get(key) ?? key),
        pointerB: pointerTo(pointerB, placesB.get(key) ?? key),
      }),
    );
  const removed = before
    .filter(([key]) => !newer.has(key))
    .map(([key, value]): Change => {
      const pointer = pointerTo(pointerA, placesA.get(key) ?? key);
      return { kind: 'removed', path: [...path, key], pointer, before: value };
    });
  const added = after.flatMap(([key, value], index): Change[] => {
    const pointer = pointerTo(pointerB, placesB.get(key) ?? key);
    return older.has(key) ? [] : [{ kind: 'added', path: [...path, key], pointer, index, after: value }];
  });
  const keptBefore = before.map(([key]) => key).filter((key) => newer.has(key));
  const keptAfter = after.map(([key]) => key).filter((key) => older.has(key));
  const moved: Change[] = isSame(keptBefore, keptAfter)
    ? []
    : [{ kind: 'moved', path, pointer: pointerB, before: keptBefore, after: keptAfter }];
  // Applied in this order, each `index` is a place that exists.
  return [...inner, ...removed, ...moved, ...added];
}

/** Index by name in a list; an object's names are its pointer already. */
function placesOf(value: unknown, entries: Entries): ReadonlyMap<string, number> {
  return Array.isArray(value) ? new Map(entries.map(([key], index) => [key, index])) : new Map();
}

/** A label is a weak name: as many criteria under other labels are the same ones, relabelled. */
function isRelabelled(path: readonly Step[], before: Entries, after: Entries): boolean {
  const last = path.at(-1);
  if ((last !== 'all' && last !== 'any') || before.length !== after.length) return false;
  const labels = new Set(before.map(([label]) => label));
  return after.some(([label]) => !labels.has(label));
}

/** Lists without names: place by place while nothing came or went and each is worth going into. */
function diffPlain(pair: Pair, a: readonly unknown[], b: readonly unknown[]): readonly Change[] {
  const isDeep = [...a, ...b].every((value) => typeof value === 'object' && value !== null);
  if (a.length !== b.length || !isDeep) return [changed(pair)];
  return a.flatMap((value, index) =>
    diffPair({
      a: value,
      b: b[index],
      path: [...pair.path, index],
      pointerA: pointerTo(pair.pointerA, index),
      pointerB: pointerTo(pair.pointerB, index),
    }),
  );
}

/** Byte for byte: the order of keys counts. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
