/**
 * What the page in each tab is about, for the side panel that follows it: the one chip of the address
 * the tab last showed chips at. In memory alone: a background that starts anew learns it with the next page.
 */
import type { ChipView } from '../../shared/ui/chipView.ts';

const shown = new Map<number, { readonly url: string; readonly keys: Set<string> }>();

/** These chips stand on the page at `url` of this tab, beside those told of before. */
export function sawChips(tab: number, url: string, chips: readonly (ChipView | null)[]): void {
  const keys = chips.flatMap((chip) => (chip ? [chip.key] : []));
  if (keys.length === 0) return;
  const before = shown.get(tab);
  shown.set(tab, { url, keys: new Set(before?.url === url ? [...before.keys, ...keys] : keys) });
}

/** The chip of the page when it shows exactly one; a list is about nobody. */
export function chipHere(tab: number): string | undefined {
  const keys = shown.get(tab)?.keys;
  return keys?.size === 1 ? [...keys][0] : undefined;
}

export function leftTab(tab: number): void {
  shown.delete(tab);
}
