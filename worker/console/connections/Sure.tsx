/** Asks once more before what cannot be taken back. */
import { useSession } from '../session.ts';
import { Dialog } from '../ui/Dialog.tsx';

interface Props {
  readonly title: string;
  /** What it comes to. */
  readonly text: string;
  /** What the button that does it says. */
  readonly act: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

export function Sure({ title, text, act, onYes, onClose }: Props) {
  const { words } = useSession();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div class="buttons">
        <button type="button" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="button" class="danger last" onClick={onYes}>
          {act}
        </button>
      </div>
    </Dialog>
  );
}
