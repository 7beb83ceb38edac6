/** What was just recorded, said once to everyone, with the seconds left to undo it (ATT1). */
import type { ToastView } from './buildToast.ts';
import type { Catalog } from '../messages/catalog.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly toast: ToastView | null;
  readonly problem: string | null;
  readonly now: number;
  readonly messages: Catalog;
  readonly onUndo: (toast: ToastView) => void;
}

/** The region stands empty from the start, so that what enters it is read out. */
export function Toast({ toast, problem, now, messages, onUndo }: Props) {
  const left = toast?.undoUntil ? Math.ceil((toast.undoUntil - now) / 1_000) : 0;
  return (
    <div class="said">
      <div role="status">
        {toast && !problem && (
          <p class="toast">
            <span class="tone-ok">
              <Icon name="check" size={16} />
            </span>
            {toast.text}
          </p>
        )}
      </div>
      {/* Outside the live region: the countdown is not read out every second. */}
      {toast && !problem && toast.undoLabel && left > 0 && (
        <button type="button" class="undo" onClick={() => onUndo(toast)}>
          {messages.toast.undoLeft(toast.undoLabel, Math.min(left, 10))}
        </button>
      )}
      <div role="alert">
        {problem && (
          <p class="toast problem">
            <span class="tone-late">
              <Icon name="alert" size={16} />
            </span>
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
