/**
 * The parts of the agreement that are filled in by forms, in the order of their list. A part is a folder
 * beside this file and a line here; its code is loaded when somebody opens it.
 */
import type { ComponentType } from 'preact';
import type { FormsWords } from '../../../../shared/messages/forms/words.ts';
import type { PartProps } from './part.ts';
import { isUnder } from './pointer.ts';

export interface FormPart {
  /** Its step in the address: `/console/agreement/draft/<path>`. */
  readonly path: keyof FormsWords['parts'];
  readonly group: keyof FormsWords['groups'];
  /** What of the draft it changes, by pointer: problems there are counted and shown with it. */
  readonly owns: readonly string[];
  readonly load: () => Promise<{ readonly default: ComponentType<PartProps> }>;
}

export const PARTS: readonly FormPart[] = [];

/** The part whose form holds what the pointer leads to; the narrowest where one is inside another. */
export function partAt(pointer: string): FormPart | null {
  const holding = PARTS.flatMap((part) =>
    part.owns.filter((owned) => isUnder(pointer, owned)).map((owned) => ({ part, owned })),
  );
  return holding.toSorted((a, b) => b.owned.length - a.owned.length)[0]?.part ?? null;
}
