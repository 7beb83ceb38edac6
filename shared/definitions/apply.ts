/** Carries changes over: `apply(a, diff(a, b))` is `b`, byte for byte. */
import { type Change, keysOfList, namedEntries, type Step } from './change/change.ts';

/**
 * @param value the agreement the changes were taken from, or another: what has no place in it is left out
 * @returns loose JSON, to be judged like anything that comes in
 */
export function apply(value: unknown, changes: readonly Change[]): unknown {
  return changes.reduce(applyOne, value);
}

function applyOne(value: unknown, change: Change): unknown {
  switch (change.kind) {
    case 'changed':
      return update(value, [], change.path, () => change.after);
    case 'moved':
      return update(value, [], change.path, (list) => reordered(list, change.path, change.after));
    case 'added':
    case 'removed': {
      const parent = change.path.slice(0, -1);
      const name = String(change.path.at(-1));
      return update(value, [], parent, (holder) =>
        change.kind === 'added'
          ? withEntry(holder, parent, name, change.index, change.after)
          : withoutEntry(holder, parent, name),
      );
    }
  }
}

/** A copy of `value` with what lies at `rest` below it replaced; the same value where the way is gone. */
function update(
  value: unknown,
  way: readonly Step[],
  rest: readonly Step[],
  replace: (old: unknown) => unknown,
): unknown {
  const [step, ...further] = rest;
  if (step === undefined) return replace(value);
  const deeper = (old: unknown) => update(old, [...way, step], further, replace);
  if (Array.isArray(value)) {
    const index = typeof step === 'number' ? step : (keysOfList(way, value)?.indexOf(step) ?? -1);
    return value.map((entry: unknown, place) => (place === index ? deeper(entry) : entry));
  }
  const entries = namedEntries(way, value);
  if (entries === null) return value;
  // `fromEntries` defines, so that a key such as `__proto__` stays a key.
  return Object.fromEntries(entries.map(([key, old]) => [key, key === step ? deeper(old) : old]));
}

type Entries = readonly (readonly [string, unknown])[];

function rebuilt(old: unknown, entries: Entries): unknown {
  return Array.isArray(old) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

function withEntry(
  holder: unknown,
  path: readonly Step[],
  name: string,
  index: number,
  value: unknown,
): unknown {
  const entries = namedEntries(path, holder);
  if (entries === null || entries.some(([key]) => key === name)) return holder;
  return rebuilt(holder, entries.toSpliced(index, 0, [name, value]));
}

function withoutEntry(holder: unknown, path: readonly Step[], name: string): unknown {
  const entries = namedEntries(path, holder);
  if (entries === null) return holder;
  return rebuilt(
    holder,
    entries.filter(([key]) => key !== name),
  );
}

/** Those named take each other's places in the given order; any others stay where they are. */
function reordered(holder: unknown, path: readonly Step[], order: readonly string[]): unknown {
  const entries = namedEntries(path, holder);
  if (entries === null) return holder;
  const byName = new Map(entries);
  const queue = order.filter((name) => byName.has(name));
  const moving = new Set(queue);
  const next = queue.values();
  return rebuilt(
    holder,
    entries.map(([key, value]) => {
      if (!moving.has(key)) return [key, value];
      const name = next.next().value ?? key;
      return [name, byName.get(name)];
    }),
  );
}
