/**
 * Mails just logged, by tab: one that two tabs saw being sent is one try (ATT7), and only the tab that
 * showed a mail going out may say that the webmail took it back. Kept for the session, ids only.
 */
import { browser } from 'wxt/browser';
import * as z from 'zod';
import { MINUTE_MS } from '../../shared/time.ts';

/** The same lead from another tab within this is the same mail, seen twice. */
const SAME_MS = MINUTE_MS;
/** A webmail's own undo is believed this long. */
const UNSEND_MS = 2 * MINUTE_MS;

const Sent = z.object({ send: z.string(), tab: z.number(), at: z.number(), leads: z.array(z.string()) });
type Sent = z.infer<typeof Sent>;
const KEY = 'recentSends';

let last: Promise<unknown> = Promise.resolve();
/** One after the other, so that two tabs never both come first. */
function change<T>(
  act: (held: Sent[]) => { readonly held: readonly Sent[]; readonly result: T },
): Promise<T> {
  const done = last.then(async () => {
    const stored = z.array(Sent).safeParse((await browser.storage.session.get(KEY))[KEY]).data ?? [];
    const { held, result } = act(stored.filter(({ at }) => Date.now() - at < UNSEND_MS));
    await browser.storage.session.set({ [KEY]: held });
    return result;
  });
  last = done.catch(() => undefined);
  return done;
}

/** Of these leads, those for whom no other tab has just told of a mail; told again, the same answer. */
export function claim(tab: number, send: string, leads: readonly string[]): Promise<readonly string[]> {
  return change((held) => {
    const known = held.find((each) => each.send === send);
    if (known) return { held, result: known.leads };
    const now = Date.now();
    const elsewhere = new Set(
      held.filter((each) => each.tab !== tab && now - each.at < SAME_MS).flatMap((each) => each.leads),
    );
    const ours = leads.filter((lead) => !elsewhere.has(lead));
    return { held: [...held, { send, tab, at: now, leads: ours }], result: ours };
  });
}

/** Whether this tab told of that mail a short while ago; from now on nobody did. */
export function giveBack(tab: number, send: string): Promise<boolean> {
  return change((held) => {
    const theirs = (each: Sent) => each.send === send && each.tab === tab;
    return { held: held.filter((each) => !theirs(each)), result: held.some(theirs) };
  });
}
