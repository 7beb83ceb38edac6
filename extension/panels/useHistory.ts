/** More of a lead's history than its card came with, asked for a page at a time and kept fresh with the card. */
import { useEffect, useState } from 'preact/hooks';
import type { CardHistory, CardView } from '../../shared/ui/cardView.ts';
import type { CardPort } from './cardPort.ts';

const PAGE = 30;
const MOST = 500;

/** `more` is null once everything is shown. */
export function useHistory(port: CardPort, view: CardView | null): [CardHistory | null, (() => void) | null] {
  const [asked, setAsked] = useState<{ readonly leadId: string; readonly shown: number } | null>(null);
  const [longer, setLonger] = useState<CardHistory | null>(null);
  const leadId = view?.leadId ?? null;
  const shown = asked !== null && asked.leadId === leadId ? asked.shown : 0;
  useEffect(() => {
    setLonger(null);
    if (leadId === null || shown === 0) return undefined;
    let here = true;
    void port.history(leadId, shown).then((history) => here && history && setLonger(history));
    return () => {
      here = false;
    };
    // Each new view of the lead may have brought facts.
  }, [port, leadId, shown, view?.history.total]);

  if (!view || leadId === null) return [null, null];
  const history = longer ?? view.history;
  const left = history.lines.length < Math.min(history.total, MOST);
  const more = () =>
    setAsked({ leadId, shown: Math.min(MOST, Math.max(shown, history.lines.length) + PAGE) });
  return [history, left ? more : null];
}
