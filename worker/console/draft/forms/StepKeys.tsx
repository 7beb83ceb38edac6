/** Taking back what forms did, by two buttons and by the keys people know. */
import { useEffect } from 'preact/hooks';
import type { FormsWords } from '../../../../shared/messages/forms/words.ts';

interface Props {
  readonly words: FormsWords;
  /** Null when there is nothing to take back. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

export function StepKeys({ words, undo, redo }: Props) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      // What is only looked for is no part of the draft.
      if (event.target instanceof Element && event.target.matches('input[type=search]')) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      (isRedo ? redo : undo)?.();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo, redo]);
  if (undo === null && redo === null) return null;
  return (
    <div class="step-keys">
      <button type="button" disabled={undo === null} aria-keyshortcuts="Control+Z" onClick={() => undo?.()}>
        {words.undo}
      </button>
      <button type="button" disabled={redo === null} aria-keyshortcuts="Control+Y" onClick={() => redo?.()}>
        {words.redo}
      </button>
    </div>
  );
}
