/**
 * The worker's clock as this device knows it (ATT5): the offset learnt at each answer, so that a
 * wrong device clock neither loses nor invents time.
 */
import { browser } from 'wxt/browser';
import * as z from 'zod';

const Learnt = z.object({ offsetMs: z.number(), serverTime: z.number() });
type Learnt = z.infer<typeof Learnt>;
const KEY = 'serverClock';

export interface ServerClock {
  /** The instant by the worker's clock, epoch ms; never before an instant already learnt from it. */
  now(): number;
  /** The last instant the worker told, null before the first answer: what happens now lies after it. */
  known(): number | null;
  /** `now` for an instant the device's clock gave, e.g. the page's. */
  at(deviceTime: number): number;
  /** The device's own instant for one of the worker's. */
  onDevice(serverTime: number): number;
  /** `serverTime` came with an answer asked for at `sentAt` (device time, epoch ms). */
  learn(serverTime: number, sentAt: number): void;
}

/** Remembers across a stopped service worker. */
export async function openServerClock(device: () => number = Date.now): Promise<ServerClock> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = Learnt.safeParse(stored[KEY]);
  let learnt: Learnt = parsed.data ?? { offsetMs: 0, serverTime: 0 };
  const at = (deviceTime: number) => Math.round(deviceTime + learnt.offsetMs);
  return {
    now: () => Math.max(at(device()), learnt.serverTime),
    known: () => learnt.serverTime || null,
    at,
    onDevice: (serverTime) => Math.round(serverTime - learnt.offsetMs),
    learn(serverTime, sentAt) {
      // The answer left the worker about half a round trip before it arrived.
      const offsetMs = serverTime - (sentAt + device()) / 2;
      learnt = { offsetMs, serverTime };
      void browser.storage.local.set({ [KEY]: learnt });
    },
  };
}
