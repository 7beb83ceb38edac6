/** The draft as JSON, with what was refused of it and the way back to an older version. */
import type { ComponentChildren } from 'preact';
import type { ValidateResponse } from '../../../shared/protocol/definitions.ts';
import type { Failure } from '../api/failure.ts';
import type { DraftProps } from './Draft.tsx';
import { Editor } from './Editor.tsx';
import type { Writing } from './useDraft.ts';

interface Props extends DraftProps {
  readonly writing: Writing;
  readonly problems: ValidateResponse['problems'];
  readonly failure: Failure | null;
  /** Where to begin reading, by pointer. */
  readonly at: string | null;
  readonly replace: ComponentChildren;
}

export function AsText({ words, writing, problems, failure, at, replace }: Props) {
  return (
    <section class="panel wide">
      <header>
        <h2>{words.editor}</h2>
        <div class="acts">{replace}</div>
      </header>
      {failure ? (
        <ul class="wrong">
          {Object.entries(failure.fields).map(([pointer, detail]) => (
            <li key={pointer}>
              <code>{pointer.replace('/definitions', '')}</code> {detail}
            </li>
          ))}
        </ul>
      ) : null}
      <Editor
        label={words.editor}
        text={writing.text}
        turn={writing.turn}
        problems={problems}
        at={at}
        onWrite={writing.write}
      />
    </section>
  );
}
