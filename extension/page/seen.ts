/**
 * Which record was shown with which address, so that a list that names records alone finds its leads
 * (OVR6). A row says both at once; the address bar of a record changes before the page does, and then
 * names one record over the address of another: such a pair counts once it stood for a while.
 */
import type { PersonKey } from '../messages.ts';
import { keyText } from '../sites/read.ts';
import type { Person, PeopleView } from '../sites/site.ts';

/** Longer than applications take from the new address to the new record, ms. */
const SETTLED_MS = 1_500;

export interface Seen {
  /** Whom to ask about: the address behind a record already seen, else the key itself. */
  keyOf(person: Person, view: PeopleView): PersonKey;
}

export function createSeen(): Seen {
  const sure = new Map<string, PersonKey>();
  let shown: { readonly pair: string; readonly since: number } | undefined;

  function remember(record: string, key: PersonKey, byAddressBar: boolean): void {
    const pair = `${record} ${keyText(key)}`;
    const now = performance.now();
    if (byAddressBar && shown?.pair !== pair) shown = { pair, since: now };
    else if (!byAddressBar || now - (shown?.since ?? now) >= SETTLED_MS) sure.set(record, key);
  }

  return {
    keyOf({ key, record }, { view, record: source }) {
      const byAddressBar = view === 'record' && source?.page !== undefined;
      if (record && 'email' in key) remember(keyText(record), key, byAddressBar);
      if (!('record' in key)) return key;
      if (!byAddressBar) return sure.get(keyText(key)) ?? key;
      // A record open on the page says itself whether it has an address.
      sure.delete(keyText(key));
      return key;
    },
  };
}
