/** The draft as JSON, and the way back to an older version. */
import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../shared/definitions/validate.ts';
import type { DraftProps } from './Draft.tsx';
import { Editor } from './Editor.tsx';
import type { Writing } from './useDraft.ts';

interface Props extends DraftProps {
  readonly writing: Writing;
  /** Another one: somebody else wrote, or the forms did. */
  readonly turn: number;
  readonly problems: readonly Problem[];
  /** Where to begin reading, by pointer. */
  readonly at: string | null;
  /** The place a form beside it is about. */
  readonly beside?: string | null;
  readonly replace: ComponentChildren;
}

export function AsText({ words, writing, turn, problems, at, beside = null, replace }: Props) {
  return (
    <section class="panel wide">
      <header>
        <h2>{words.editor}</h2>
        <div class="acts">{replace}</div>
      </header>
      <Editor
        label={words.editor}
        text={writing.text}
        turn={turn}
        problems={problems}
        at={at}
        beside={beside}
        onWrite={writing.write}
      />
    </section>
  );
}
