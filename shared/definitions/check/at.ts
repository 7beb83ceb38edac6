/**
 * A place in a document nobody has vouched for yet: its value and its JSON pointer (RFC 6901).
 * Every reader answers with nothing when the shape is wrong: the schema's own check tells that.
 */

export interface At {
  readonly value: unknown;
  /** `''` is the whole document. */
  readonly pointer: string;
}

export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function pointerTo(parent: string, segment: PropertyKey): string {
  if (typeof segment === 'number') return `${parent}/${segment}`;
  return `${parent}/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Only own keys count: a document's `constructor` is a key like any other, or not there. */
export function ownValue(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

export function child(at: At, key: PropertyKey): At {
  return { value: ownValue(at.value, key), pointer: pointerTo(at.pointer, key) };
}

/** `descend(root, 'handoff', 'stage')`; its value is undefined where a step is missing. */
export function descend(at: At, ...keys: readonly PropertyKey[]): At {
  return keys.reduce<At>(child, at);
}

export function items(at: At): readonly At[] {
  const { value, pointer } = at;
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown, index) => ({ value: item, pointer: pointerTo(pointer, index) }));
}

export function entries(at: At): readonly (readonly [key: string, at: At])[] {
  if (!isPlainObject(at.value)) return [];
  return Object.keys(at.value).map((key) => [key, child(at, key)] as const);
}

export function textOf(at: At): string | undefined {
  return typeof at.value === 'string' ? at.value : undefined;
}

export function numberOf(at: At): number | undefined {
  return typeof at.value === 'number' && Number.isFinite(at.value) ? at.value : undefined;
}

/** Every place a pattern such as `['stages', '*', 'criteria']` names; `*` is each element of a list. */
export function placesOf(at: At, pattern: readonly string[]): readonly At[] {
  const [step, ...rest] = pattern;
  if (step === undefined) return at.value === undefined ? [] : [at];
  const next = step === '*' ? items(at) : [child(at, step)];
  return next.flatMap((place) => placesOf(place, rest));
}

/** A copy in which what `pattern` names is `stand`; whatever lies beside the pattern is shared. */
export function withStand(value: unknown, pattern: readonly string[], stand: unknown): unknown {
  const [step, ...rest] = pattern;
  if (step === undefined) return value === undefined ? undefined : stand;
  if (step === '*') {
    return Array.isArray(value) ? value.map((item: unknown) => withStand(item, rest, stand)) : value;
  }
  if (!isPlainObject(value) || !Object.hasOwn(value, step)) return value;
  return { ...value, [step]: withStand(value[step], rest, stand) };
}
