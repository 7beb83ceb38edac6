/**
 * The card's state: what is drawn, what is being recorded, and what was last said about it. Every
 * gesture is shown at once and settled by the answer; a failure says what to do next.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Done, ToastView } from '../messages.ts';
import type { CardView } from '../../shared/ui/cardView.ts';
import type { Catalog } from '../../shared/messages/catalog.ts';
import type { CardPort } from './cardPort.ts';

export interface Choice {
  readonly leadId: string;
  readonly name: string;
}

export type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'choose'; readonly choices: readonly Choice[] }
  | { readonly kind: 'card'; readonly view: CardView; readonly skewMs: number };

export interface CardState {
  readonly shown: Shown;
  /** What is being recorded right now: the optimistic mark. */
  readonly busy: boolean;
  readonly problem: string | null;
  readonly toast: ToastView | null;
}

export interface CardActs {
  readonly pick: (leadId: string) => void;
  /** Resolves to whether it was recorded. */
  readonly record: (act: () => Promise<Done | undefined>, messages: Catalog) => Promise<boolean>;
  readonly undo: (toast: ToastView, messages: Catalog) => Promise<void>;
}

export function useCard(port: CardPort): [CardState, CardActs] {
  const [shown, setShown] = useState<Shown>({ kind: 'loading' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [toast, setToast] = useState<ToastView | null>(null);

  const load = useCallback(
    async (leadId: string | null) => {
      const reply = await port.hello(leadId);
      if (reply?.card) {
        const { card } = reply;
        // The view was built by the workspace's clock: the card ticks by the same one (ATT5).
        setShown({ kind: 'card', view: card, skewMs: card.builtAt - Date.now() });
      } else if (reply?.choices?.length) setShown({ kind: 'choose', choices: reply.choices });
      else setShown({ kind: 'gone' });
    },
    [port],
  );

  useEffect(() => {
    void load(null);
  }, [load]);

  const leadId = shown.kind === 'card' ? shown.view.leadId : null;
  useEffect(() => {
    if (leadId === null) return undefined;
    const watching = new AbortController();
    port.watch(leadId, () => void load(leadId), watching.signal);
    return () => watching.abort();
  }, [port, load, leadId]);

  const record: CardActs['record'] = async (act, messages) => {
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
    if (leadId !== null) await load(leadId);
    return true;
  };

  const undo: CardActs['undo'] = async (undone, messages) => {
    const reply = await port.undo({ toast: undone.id });
    if (!reply?.done) return setProblem(messages.errors.refused);
    setToast({ id: undone.id, text: messages.toast.undone, undoLabel: null, undoUntil: null });
    if (leadId !== null) await load(leadId);
    return undefined;
  };

  return [
    { shown, busy, problem, toast },
    { pick: (picked) => void load(picked), record, undo },
  ];
}
