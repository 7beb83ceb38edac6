/** Which state the card is in: loading, expired, asking which lead, or drawn; kept fresh by pushes. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CardView } from '../../shared/ui/cardView.ts';
import type { Choice } from '../../shared/ui/card/CardStates.tsx';
import type { CardPort } from './cardPort.ts';

export type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'choose'; readonly choices: readonly Choice[] }
  | { readonly kind: 'card'; readonly view: CardView; readonly skewMs: number };

/** `load(null)` is the first hello, with whatever proves the right to it. */
export function useCard(port: CardPort): [Shown, (leadId: string | null) => Promise<void>] {
  const [shown, setShown] = useState<Shown>({ kind: 'loading' });
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

  return [shown, load];
}
