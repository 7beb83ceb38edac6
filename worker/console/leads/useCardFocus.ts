/**
 * The focus of whoever works the list by the keyboard: it goes to the card that was opened, and back to the
 * lead's line once the card is closed. Whoever arrives at an address with a card in it begins at the top.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** @returns what the card calls once it is drawn */
export function useCardFocus(open: string | null): () => void {
  const before = useRef(open);
  const isAsked = useRef(document.activeElement !== document.body);
  useLayoutEffect(() => {
    const left = before.current;
    if (left === open) return;
    before.current = open;
    isAsked.current = true;
    // Whoever closes the card from elsewhere stays there.
    if (left === null || open !== null || document.activeElement !== document.body) return;
    const line = document.querySelector<HTMLElement>(`.lead-table a[href*="/leads/${CSS.escape(left)}"]`);
    (line ?? document.querySelector<HTMLElement>('.page-head h1'))?.focus();
  }, [open]);
  return () => {
    if (isAsked.current) document.querySelector<HTMLElement>('.card-place h1')?.focus();
  };
}
