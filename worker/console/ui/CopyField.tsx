/** A text to be handed on, with a button that copies it. */
import { useState } from 'preact/hooks';
import { Field } from './Field.tsx';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  /** Of a text of several lines. */
  readonly rows?: number;
  readonly copy: string;
  readonly copied: string;
}

export function CopyField({ label, hint, text, rows, copy, copied }: Props) {
  const [isCopied, setCopied] = useState(false);
  const copyIt = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // Without the permission it is there to be selected.
      () => setCopied(false),
    );
  return (
    <div class="copy-field">
      <Field label={label} hint={hint}>
        {(control) =>
          rows === undefined ? (
            <input
              {...control}
              readOnly
              value={text}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
          ) : (
            <textarea
              {...control}
              readOnly
              rows={rows}
              class="code"
              value={text}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
          )
        }
      </Field>
      <button type="button" onClick={() => void copyIt()}>
        {copy}
      </button>
      <span role="status">{isCopied ? copied : ''}</span>
    </div>
  );
}
