/** Whether nobody can know a thing yet: it is not in what is in force, and nothing of the draft names it. */
import type { Telling } from '../../../../shared/definitions/change/telling.ts';
import { type UsedKind, usesOf } from './uses.ts';

/** @param known entries of the same list in the agreement in force */
export function isNew(
  id: string,
  known: readonly { readonly id: string }[],
  kind: UsedKind | null,
  telling: Telling,
): boolean {
  if (known.some((entry) => entry.id === id)) return false;
  return kind === null || usesOf(kind, id, telling).length === 0;
}
