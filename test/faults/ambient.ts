/**
 * What code finds around it, made to follow the seed: the clock of whoever is acting, chance, the
 * browser's own storage, and a network that is the history's to deliver. Import it before the code.
 */
import 'fake-indexeddb/auto';
import { Chance } from '../golden/chance.ts';

/** Whoever's code runs now: a device or the workspace's object. */
export interface Actor {
  /** Epoch ms by its own clock. */
  now(): number;
  /** `browser.storage.local` of a device. */
  readonly kept: Map<string, unknown>;
  fetch(input: string, init: RequestInit): Promise<Response>;
  /** It gives way to others for a moment: what it wrote so far is written. */
  between?(): void;
  /** `console.error`: something went wrong that nobody else would hear of. */
  complain?(what: string): void;
}

const nobody: Actor = {
  now: () => 0,
  kept: new Map(),
  fetch: () => Promise.reject(new TypeError('nobody is acting')),
};
let actor = nobody;
let chance = new Chance(0);
const realDate = Date.now;

export function startAmbient(seed: number): void {
  chance = new Chance(seed);
  actor = nobody;
}

/** Everything that runs from here on is `next`'s. */
export function actAs(next: Actor): void {
  actor = next;
}

/** The history is over: time and chance are real again, until the next. */
export function endAmbient(): void {
  actor = nobody;
}

/** Once everybody who could go on has gone on; only the network makes anybody wait longer. */
export function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

const local = {
  get: async (key: string | null) =>
    key === null ? Object.fromEntries(actor.kept) : { [key]: actor.kept.get(key) },
  remove: async (keys: readonly string[]) => {
    for (const key of keys) actor.kept.delete(key);
  },
  set: async (values: Readonly<Record<string, unknown>>) => {
    for (const [key, value] of Object.entries(values)) actor.kept.set(key, value);
  },
};

Object.assign(globalThis, {
  chrome: { runtime: { id: 'combinado' }, storage: { local } },
  fetch: (input: string, init: RequestInit) => actor.fetch(input, init),
  WebSocketRequestResponsePair: function Pair() {},
  scheduler: { wait: async () => actor.between?.() },
});
const realError = console.error;
console.error = (...said: unknown[]) =>
  actor.complain ? actor.complain(said.map((part) => JSON.stringify(part)).join(' ')) : realError(...said);
Date.now = () => (actor === nobody ? realDate() : actor.now());
const realTimeout = globalThis.setTimeout;
// A service worker is stopped long before a wait is over; what wakes it is the history's alarm.
globalThis.setTimeout = ((run: () => void, ms?: number) =>
  actor === nobody ? realTimeout(run, ms) : 0) as typeof setTimeout;
Math.random = () => chance.next();
crypto.getRandomValues = <T extends ArrayBufferView>(into: T): T => {
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = chance.whole(0, 255);
  return into;
};
// A request that gets no answer fails when the history says so.
AbortSignal.timeout = () => new AbortController().signal;
