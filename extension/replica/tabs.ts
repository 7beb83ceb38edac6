/**
 * What each tab was shown and has under way, kept in session storage: a stopped service worker
 * forgets nothing, a closed browser everything. The background is the only writer.
 */
import { v7 as uuidv7 } from 'uuid';
import { browser } from 'wxt/browser';
import * as z from 'zod';
import { MINUTE_MS } from '../../shared/time.ts';
import type { ToastView } from '../../shared/ui/buildToast.ts';
import type { Sending } from '../messages.ts';
import { SendingSchema, ToastSchema } from './border.ts';

/** A nonce nobody used for this long is dead. */
const NONCE_MS = 2 * MINUTE_MS;
/** A send that no page confirmed for this long never happened. */
const SENDING_MS = 10 * MINUTE_MS;

const Leads = z.array(z.string());
const Tab = z.object({
  /** Origins whose pages asked us something here: a withdrawn site can no longer be asked for by address. */
  origins: z.array(z.string()),
  /** Chip key → the leads it stands for. */
  keys: z.record(z.string(), Leads),
  nonces: z.record(z.string(), z.object({ leads: Leads, at: z.number() })),
  /** Card frame → the leads its nonce showed. */
  frames: z.record(z.string(), Leads),
  sendings: z.array(SendingSchema),
  toast: ToastSchema.nullable(),
});
type Tab = z.infer<typeof Tab>;
const EMPTY: Tab = { origins: [], keys: {}, nonces: {}, frames: {}, sendings: [], toast: null };

export interface Tabs {
  /** A page of this origin is open in the tab. */
  see(tab: number, origin: string): Promise<void>;
  /** Tabs with a page of an origin that `wanted` accepts. */
  seenAt(wanted: (origin: string) => boolean): Promise<readonly number[]>;
  /** Opaque handles of these lead sets for this tab, the same ones each time. */
  keysOf(tab: number, sets: readonly (readonly string[])[]): Promise<readonly string[]>;
  /** The leads a chip of this tab stands for. */
  leadsOf(tab: number, key: string): Promise<readonly string[] | undefined>;
  /** A nonce for one card frame of this tab. */
  mint(tab: number, leads: readonly string[]): Promise<string>;
  /** Spends a nonce: its leads are that frame's from now on. Undefined when it is not this tab's or was spent. */
  spend(tab: number, frame: string, nonce: string): Promise<readonly string[] | undefined>;
  frameLeads(tab: number, frame: string): Promise<readonly string[]>;
  remember(tab: number, sending: Sending): Promise<void>;
  /** Takes a remembered send out; undefined when there is none of that id. */
  take(tab: number, send: string): Promise<Sending | undefined>;
  sendings(tab: number): Promise<readonly Sending[]>;
  setToast(tab: number, toast: ToastView | null): Promise<void>;
  toast(tab: number): Promise<ToastView | null>;
  forget(tab: number): Promise<void>;
  /** Somebody else signs in: nothing shown before counts. */
  forgetAll(): Promise<void>;
}

export function createTabs(): Tabs {
  let last: Promise<unknown> = Promise.resolve();
  /** One change after the other, so that two messages never overwrite each other's. */
  function change<T>(tab: number, act: (held: Tab) => T): Promise<T> {
    const done = last.then(async () => {
      const held = await read(tab);
      const before = JSON.stringify(held);
      const result = act(held);
      if (JSON.stringify(held) !== before) await browser.storage.session.set({ [nameOf(tab)]: held });
      return result;
    });
    last = done.catch(() => undefined);
    return done;
  }

  return {
    see: (tab, origin) =>
      change(tab, (held) => {
        if (!held.origins.includes(origin)) held.origins.push(origin);
      }),
    async seenAt(wanted) {
      const stored = Object.entries(await browser.storage.session.get(null));
      return stored.flatMap(([name, value]) =>
        name.startsWith(PREFIX) && Tab.safeParse(value).data?.origins.some(wanted)
          ? [Number(name.slice(PREFIX.length))]
          : [],
      );
    },
    keysOf: (tab, sets) =>
      change(tab, (held) => {
        const known = new Map(Object.entries(held.keys).map(([key, leads]) => [leads.join('\n'), key]));
        return sets.map((leads) => {
          const key = known.get(leads.join('\n')) ?? uuidv7();
          known.set(leads.join('\n'), key);
          held.keys[key] = [...leads];
          return key;
        });
      }),
    leadsOf: (tab, key) => change(tab, (held) => held.keys[key]),
    mint: (tab, leads) =>
      change(tab, (held) => {
        const nonce = crypto.randomUUID();
        const now = Date.now();
        for (const [old, { at }] of Object.entries(held.nonces))
          if (now - at > NONCE_MS) delete held.nonces[old];
        held.nonces[nonce] = { leads: [...leads], at: now };
        return nonce;
      }),
    spend: (tab, frame, nonce) =>
      change(tab, (held) => {
        const minted = held.nonces[nonce];
        if (!minted) return undefined;
        delete held.nonces[nonce];
        if (Date.now() - minted.at > NONCE_MS) return undefined;
        held.frames[frame] = minted.leads;
        return minted.leads;
      }),
    frameLeads: (tab, frame) => change(tab, (held) => held.frames[frame] ?? []),
    remember: (tab, sending) =>
      change(tab, (held) => {
        held.sendings = [...recent(held).filter(({ send }) => send !== sending.send), toStored(sending)];
      }),
    take: (tab, send) =>
      change(tab, (held) => {
        const taken = held.sendings.find((each) => each.send === send);
        held.sendings = held.sendings.filter((each) => each.send !== send);
        return taken;
      }),
    sendings: (tab) => change(tab, recent),
    setToast: (tab, toast) =>
      change(tab, (held) => {
        held.toast = toast && { ...toast };
      }),
    toast: (tab) => change(tab, (held) => held.toast),
    forget: (tab) => browser.storage.session.remove(nameOf(tab)),
    async forgetAll() {
      const names = Object.keys(await browser.storage.session.get(null));
      await browser.storage.session.remove(names.filter((name) => name.startsWith(PREFIX)));
    },
  };
}

const PREFIX = 'tab:';

function recent(held: Tab): Tab['sendings'] {
  return held.sendings.filter(({ at }) => Date.now() - at < SENDING_MS);
}

function nameOf(tab: number): string {
  return `${PREFIX}${tab}`;
}

async function read(tab: number): Promise<Tab> {
  const stored = await browser.storage.session.get(nameOf(tab));
  return Tab.safeParse(stored[nameOf(tab)]).data ?? structuredClone(EMPTY);
}

function toStored({ send, draft, at, chosen, later, unproven }: Sending): Tab['sendings'][number] {
  const { to, cc, bcc, answering } = draft;
  return {
    send,
    at,
    chosen,
    ...(later && { later: { ...later } }),
    ...(unproven && { unproven }),
    draft: { to: [...to], cc: [...cc], bcc: [...bcc], answering: [...answering] },
  };
}
