/** Recording a gesture: shown as busy at once, settled by a toast with undo or by what to do next. */
import { useState } from 'preact/hooks';
import type { Catalog } from '../../shared/messages/catalog.ts';
import type { ToastView } from '../../shared/ui/buildToast.ts';
import type { Done } from '../messages.ts';

export interface Recording {
  readonly busy: boolean;
  readonly problem: string | null;
  readonly toast: ToastView | null;
  /** Resolves to whether it was recorded; one at a time. */
  readonly record: (act: () => Promise<Done | undefined>, messages: Catalog) => Promise<boolean>;
  readonly undo: (
    toast: ToastView,
    act: () => Promise<{ readonly done: boolean } | undefined>,
    messages: Catalog,
  ) => Promise<void>;
}

/** `reload` draws again what a recorded gesture changed. */
export function useRecording(reload: () => Promise<void>): Recording {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [toast, setToast] = useState<ToastView | null>(null);
  return {
    busy,
    problem,
    toast,
    record: async (act, messages) => {
      if (busy) return false;
      setBusy(true);
      setProblem(null);
      const done = await act();
      setBusy(false);
      if (!done?.done) {
        setProblem(done?.why ?? messages.errors.unreachable);
        return false;
      }
      setToast(done.toast);
      await reload();
      return true;
    },
    undo: async (undone, act, messages) => {
      const reply = await act();
      if (!reply?.done) setProblem(messages.errors.refused);
      else setToast({ id: undone.id, text: messages.toast.undone, undoLabel: null, undoUntil: null });
      await reload();
    },
  };
}
