/**
 * One difference between two agreements. Entries of lists that have names are found by name, so that
 * moving one is told as moving, and a pointer still leads an editor to the place.
 */

/** A key of an object, the name of a list's entry, or (a number) its place where entries have no name. */
export type Step = string | number;

interface Head {
  readonly path: readonly Step[];
  /** JSON pointer into the newer agreement; of what is removed, into the older. */
  readonly pointer: string;
}

export type Change =
  /** `index`: its place among the newer agreement's entries or keys. */
  | (Head & { readonly kind: 'added'; readonly index: number; readonly after: unknown })
  | (Head & { readonly kind: 'removed'; readonly before: unknown })
  | (Head & { readonly kind: 'changed'; readonly before: unknown; readonly after: unknown })
  /** Names of the entries both have, in the older and in the newer order; `path` leads to the list. */
  | (Head & {
      readonly kind: 'moved';
      readonly before: readonly string[];
      readonly after: readonly string[];
    });

/** Lists whose entries are told apart by their `id`. */
const BY_ID: ReadonlySet<string> = new Set([
  'fields',
  'choices',
  'signals',
  'segments',
  'personas',
  'materials',
  'exclusions',
  'groups',
  'rules',
  'fit',
  'engagement',
  'stages',
  'reasons',
  'routes',
  'policies',
  'sources',
  'goals',
  'sites',
]);
/** And those told apart by something else. */
const BY_OTHER: ReadonlyMap<string, readonly string[]> = new Map([
  ['fastTrack', ['signal']],
  ['holidays', ['on']],
  ['signers', ['side', 'member']],
  ['rates', ['currency', 'on']],
  ['quotas', ['segment']],
  // The criteria of a group, where people gave them labels.
  ['all', ['label']],
  ['any', ['label']],
]);

/** Names of the list's entries in order; null when its entries have none or share one. */
export function keysOfList(path: readonly Step[], list: readonly unknown[]): readonly string[] | null {
  const name = String(path.at(-1));
  const parts = BY_ID.has(name) ? ['id'] : BY_OTHER.get(name);
  if (parts === undefined) return null;
  const keys: string[] = [];
  for (const entry of list) {
    const named = parts.map((part) => textIn(entry, part)).filter((text) => text !== undefined);
    if (named.length < parts.length) return null;
    keys.push(named.join(' '));
  }
  return new Set(keys).size === keys.length ? keys : null;
}

function textIn(entry: unknown, key: string): string | undefined {
  if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, key)) return undefined;
  const value: unknown = Reflect.get(entry, key);
  return typeof value === 'string' ? value : undefined;
}

/** Objects and named lists alike: what they hold, by name, in order. */
export function namedEntries(
  path: readonly Step[],
  value: unknown,
): readonly (readonly [string, unknown])[] | null {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return keysOfList(path, list)?.map((key, index) => [key, list[index]] as const) ?? null;
  }
  return typeof value === 'object' && value !== null ? Object.entries(value) : null;
}

/** What `path` leads to; undefined where a step is missing. */
export function valueAt(root: unknown, path: readonly Step[]): unknown {
  let value = root;
  for (const [depth, step] of path.entries()) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = namedEntries(path.slice(0, depth), value)?.find(([key]) => key === step)?.[1];
  }
  return value;
}
