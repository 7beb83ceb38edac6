/** A starter agreement as loose JSON, to be broken in one place and judged. */
import { STARTERS } from '../../../shared/definitions/starters.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export function draftOf(language: Language = 'en'): Json {
  return JSON.parse(JSON.stringify(STARTERS[language]));
}

/** Sets, or with `undefined` deletes, what the pointer names. Throws where there is no such parent. */
export function put(document: Json, pointer: string, value: Json | undefined): void {
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Json | undefined>((at, key) => inside(at, key), document);
  if (Array.isArray(parent)) {
    if (last === '-') parent.push(value ?? null);
    else if (value === undefined) parent.splice(Number(last), 1);
    else parent[Number(last)] = value;
  } else if (typeof parent === 'object' && parent !== null) {
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  } else throw new Error(`nothing to change at ${pointer}`);
}

function inside(at: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(at)) return at[Number(key)];
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
  return at[key];
}

/** The English starter with these places changed. */
export function broken(changes: Readonly<Record<string, Json | undefined>>, language: Language = 'en'): Json {
  const draft = draftOf(language);
  for (const [pointer, value] of Object.entries(changes)) put(draft, pointer, value);
  return draft;
}

/** Pointer of every value inside, the whole document excepted. */
export function pointersOf(document: Json, pointer = ''): string[] {
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([key, value]) => {
    const here = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [here, ...pointersOf(value, here)];
  });
}

/** What the pointer leads to; undefined where nothing is. */
export function valueOf(document: Json, pointer: string): Json | undefined {
  if (pointer === '') return document;
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<Json | undefined>((at, key) => inside(at, key), document);
}
