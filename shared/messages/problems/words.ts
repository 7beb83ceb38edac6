/**
 * What is wrong with an agreement, in plain sentences (DEF1). Apart from the catalog, because only
 * the worker and the console ever check one: the extension need not carry these.
 */
import type { Decided, Fault, ValueKind } from '../../definitions/check/fault.ts';
import type { Field } from '../../definitions/field.ts';

export interface ProblemWords {
  readonly fault: (fault: Fault) => string;
  readonly didYouMean: (name: string) => string;
}

export interface Terms {
  readonly kinds: Readonly<Record<ValueKind, string>>;
  readonly types: Readonly<Record<Field['type'], string>>;
  readonly decided: Readonly<Record<Decided, string>>;
}

/** Long lists of allowed words are cut: the pointer leads to the rest. */
const SHOWN = 14;
export const quoted = (words: readonly string[]) => words.slice(0, SHOWN).map((word) => `“${word}”`);
/** A name as it was written, short enough for a line. */
export const short = (name: string) => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
