/** Changes of a document by JSON pointer (RFC 6901): a copy that shares whatever lies beside the change. */
import { isPlainObject, pointerTo } from '../../../../shared/definitions/check/at.ts';

/** `pointerOf('stages', 2, 'label')` = `/stages/2/label` */
export function pointerOf(...steps: readonly (string | number)[]): string {
  return steps.reduce<string>(pointerTo, '');
}

export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * @param value undefined takes the property out; a list is changed by giving the whole of it
 * @returns the same document where the pointer leads nowhere
 */
export function withValue(document: unknown, pointer: string, value: unknown): unknown {
  return changed(document, stepsOf(pointer), value);
}

function changed(node: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(node)) {
    const list: readonly unknown[] = node;
    const place = Number(step);
    if (!(place >= 0 && place < list.length)) return node;
    return list.with(place, changed(list[place], rest, value));
  }
  if (!isPlainObject(node)) return node;
  const isThere = Object.hasOwn(node, step);
  if (!isThere && rest.length > 0) return node;
  const next = changed(isThere ? node[step] : undefined, rest, value);
  if (next !== undefined) return { ...node, [step]: next };
  const { [step]: _gone, ...left } = node;
  return left;
}

/** What the pointer leads to; undefined where a step is missing. */
export function valueOf(document: unknown, pointer: string): unknown {
  let value = document;
  for (const step of stepsOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** Whether `pointer` is `under` itself or inside what it leads to. */
export function isUnder(pointer: string, under: string): boolean {
  return pointer === under || pointer.startsWith(`${under}/`);
}
