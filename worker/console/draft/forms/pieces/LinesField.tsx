/** Texts of a list, one a line: typed and pasted freely, kept without empty lines. */
import { useRef, useState } from 'preact/hooks';
import type { PartProps } from '../part.ts';
import { Told, type ToldProps } from './Told.tsx';

interface Props extends ToldProps {
  readonly value: readonly string[] | undefined;
  readonly change: PartProps['change'];
  readonly rows?: number;
  /** Left out of the draft when empty. */
  readonly optional?: boolean;
}

export function LinesField({ value = [], change, rows = 3, optional = false, ...told }: Props) {
  const [text, setText] = useState(() => value.join('\n'));
  const written = useRef(value);
  // Changed from elsewhere: what stands here is no longer what was typed.
  if (written.current !== value && linesOf(text).join('\n') !== value.join('\n')) setText(value.join('\n'));
  written.current = value;
  return (
    <Told {...told}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            const lines = linesOf(currentTarget.value);
            change([told.pointer, optional && lines.length === 0 ? undefined : lines]);
          }}
        />
      )}
    </Told>
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
