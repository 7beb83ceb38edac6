/**
 * The name of a thing, and the short name by which criteria, imports and integrations refer to it. While
 * nothing does, the short name follows the name; after that it stays.
 */
import type { FormsWords } from '../../../../../shared/messages/forms/words.ts';
import type { Change } from '../useForms.ts';
import { idFrom } from '../idFrom.ts';
import { TextLine } from './lines.tsx';
import type { PartProps } from '../part.ts';

interface Props extends Pick<PartProps, 'change' | 'problems'> {
  readonly words: FormsWords;
  /** Of the entry. */
  readonly pointer: string;
  readonly entry: { readonly id: string; readonly label: string };
  /** Of its neighbours, which it may not share. */
  readonly taken: readonly string[];
  /** Nothing refers to it, and nobody else knows it yet. */
  readonly isFree: boolean;
}

export function NameLine({ words, pointer, entry, taken, isFree, change, problems }: Props) {
  const write = ([at, value]: Change) => {
    const label = typeof value === 'string' ? value : '';
    const others = taken.filter((id) => id !== entry.id);
    if (isFree) change([at, label], [`${pointer}/id`, idFrom(label, others)]);
    else change([at, label]);
  };
  return (
    <TextLine
      label={words.entry.name}
      pointer={`${pointer}/label`}
      problems={problems}
      value={entry.label}
      hint={words.entry.id(entry.id)}
      change={write}
    />
  );
}
