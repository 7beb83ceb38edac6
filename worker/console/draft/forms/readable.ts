/** Whether a criterion still has the shape forms can draw, though its values may be wrong or unfinished. */
import { type At, child, isPlainObject, items, placesOf } from '../../../../shared/definitions/check/at.ts';
import { PLACES } from '../../../../shared/definitions/check/criteria.ts';
import { MAX_DEPTH } from '../../../../shared/predicate/predicate.ts';

const NAMED = ['field', 'signal', 'segment', 'persona', 'product', 'stageIs', 'stageWas'] as const;
const MARKED = ['emailDomain', 'score', 'fit', 'engagement', 'attempts'] as const;
const KINDS: ReadonlySet<string> = new Set(['all', 'any', 'not', 'account', ...NAMED, ...MARKED]);

/** Pointer to the first node nobody can draw; null when all can be drawn. */
export function unreadableCriterion(document: unknown): string | null {
  const root: At = { value: document, pointer: '' };
  for (const [pattern] of PLACES)
    for (const at of placesOf(root, pattern)) {
      const found = unreadable(at, 1);
      if (found !== null) return found;
    }
  return null;
}

function unreadable(at: At, depth: number): string | null {
  const { value, pointer } = at;
  if (!isPlainObject(value) || depth > MAX_DEPTH) return pointer;
  const [kind, another] = Object.keys(value).filter((key) => KINDS.has(key));
  if (kind === undefined || another !== undefined) return pointer;
  if (kind === 'not') return unreadable(child(at, 'not'), depth + 1);
  if (kind === 'all' || kind === 'any') {
    if (!Array.isArray(value[kind])) return pointer;
    for (const inner of items(child(at, kind))) {
      const found = unreadable(inner, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  return isLeaf(kind, value) ? null : pointer;
}

function isLeaf(kind: string, leaf: Readonly<Record<string, unknown>>): boolean {
  const named = leaf[kind];
  if (kind === 'account')
    return isPlainObject(named) && ['persona', 'stage'].some((key) => typeof named[key] === 'string');
  if (kind === 'signal' && leaf['where'] !== undefined && !isTests(leaf['where'])) return false;
  return MARKED.some((mark) => mark === kind) ? named === true : typeof named === 'string';
}

function isTests(where: unknown): boolean {
  return (
    Array.isArray(where) && where.every((test) => isPlainObject(test) && typeof test['property'] === 'string')
  );
}
