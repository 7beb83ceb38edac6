/** What every piece of a criterion's form needs at hand. */
import type { Decided } from '../../../../../shared/definitions/check/fault.ts';
import type { CriterionFormWords } from '../../../../../shared/messages/criterionForm/words.ts';
import type { Leaf, Predicate } from '../../../../../shared/predicate/predicate.ts';
import type { PartProps } from '../part.ts';

export interface Building extends Pick<PartProps, 'definitions' | 'change' | 'problems' | 'telling'> {
  readonly said: CriterionFormWords;
  /** What the criterion helps to decide: what is decided later cannot be asked. */
  readonly decides: Decided | null;
  /** The line whose form is open, by pointer. */
  readonly open: string | null;
  readonly onOpen: (pointer: string | null) => void;
  /** Calls `find` with the drawing that follows the change made now, and focuses what it finds. */
  readonly focusOn: (find: () => HTMLElement | null | undefined) => void;
  /** Null where there is a single line, which stays. */
  readonly moving: Moving | null;
}

/** Lines and groups that go to another group; pointers as everywhere in the form. */
export interface Moving {
  readonly whole: Predicate;
  /** The same place counted from the criterion. */
  readonly within: (pointer: string) => string;
  /** Whether "not" stands right above it, by pointer within the criterion. */
  readonly isTurned: (within: string) => boolean;
  /** @param list within the criterion, as `carry.ts` gives it */
  readonly carry: (pointer: string, list: string) => void;
  /** Into a new group, where it stands. */
  readonly surround: (pointer: string) => void;
  /** What the mouse drags; null = nothing. */
  readonly dragged: { current: string | null };
}

/** `YYYY-MM-DD`, where a date has to begin somewhere. */
export const today = () => new Date().toISOString().slice(0, 10);

export interface BranchProps {
  readonly building: Building;
  readonly predicate: Predicate;
  readonly pointer: string;
  /** 1 for the whole criterion. */
  readonly depth: number;
  readonly onReplace: (next: Predicate) => void;
  /** Null where something has to be asked. */
  readonly onRemove: (() => void) | null;
  /** Null at the ends of its group. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
}

export interface LeafFormProps<L extends Leaf = Leaf> {
  readonly building: Building;
  readonly leaf: L;
  readonly pointer: string;
  readonly onReplace: (next: Leaf) => void;
}
