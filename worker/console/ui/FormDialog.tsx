/** A dialog that is filled in: its fields, what the worker said to it, save and cancel. */
import type { ComponentChildren } from 'preact';
import type { Failure } from '../api/failure.ts';
import { useSession } from '../session.ts';
import { Dialog } from './Dialog.tsx';
import { Failed } from './Failed.tsx';

interface Props {
  readonly title: string;
  /** What its first button says. */
  readonly act: string;
  readonly disabled: boolean;
  readonly failure: Failure | null;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  /** After the two buttons, in their line. */
  readonly beside?: ComponentChildren;
  readonly below?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function FormDialog({ title, act, disabled, failure, onSubmit, onClose, ...props }: Props) {
  const { words } = useSession();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        {props.children}
        {failure ? <Failed failure={failure} words={words} /> : null}
        <div class="buttons">
          <button type="submit" class="strong" disabled={disabled}>
            {act}
          </button>
          <button type="button" onClick={onClose}>
            {words.cancel}
          </button>
          {props.beside}
        </div>
        {props.below}
      </form>
    </Dialog>
  );
}
