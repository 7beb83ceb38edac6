/** Which state the card is in: loading, expired, asking which lead, or drawn; kept fresh by pushes. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Choice } from '../../shared/ui/card/CardStates.tsx';
import type { CardView } from '../../shared/ui/cardView.ts';
import type { ForeignView } from '../../shared/ui/foreignView.ts';
import type { CardPort } from './cardPort.ts';

export type Shown =
  | { readonly kind: 'loading' }
  /** Opened elsewhere or too old. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'signed_out' }
  /** Nobody answered. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'choose'; readonly choices: readonly Choice[] }
  | { readonly kind: 'foreign'; readonly view: ForeignView }
  | { readonly kind: 'card'; readonly view: CardView; readonly skewMs: number };

/** `load(null)` is the first hello, with whatever proves the right to it. */
export function useCard(port: CardPort): [Shown, (leadId: string | null) => Promise<void>] {
  const [shown, setShown] = useState<Shown>({ kind: 'loading' });
  const load = useCallback(async (leadId: string | null) => setShown(await ask(port, leadId)), [port]);
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

async function ask(port: CardPort, leadId: string | null): Promise<Shown> {
  const reply = await port.hello(leadId);
  if (!reply) return { kind: 'failed' };
  const { card, choices, foreign, signedOut } = reply;
  // The view was built by the workspace's clock: the card ticks by the same one (ATT5).
  if (card) return { kind: 'card', view: card, skewMs: card.builtAt - Date.now() };
  if (foreign) return { kind: 'foreign', view: foreign };
  if (signedOut) return { kind: 'signed_out' };
  return choices?.length ? { kind: 'choose', choices } : { kind: 'gone' };
}
