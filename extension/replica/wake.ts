/** What the alarm does twice a minute: the way to the head when no poke comes (SYN5). */
import { browser } from 'wxt/browser';
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import { pendingOf } from './outbox.ts';
import type { Replica } from './replica.ts';
import { memberKey } from './session.ts';

/** Pages and panels that are looked at are pulled for at every alarm, the rest now and then. */
const WATCHED_MS = 25 * SECOND_MS;
const UNWATCHED_MS = 5 * MINUTE_MS;

/** @param base address of the extension's own pages, with its last slash. */
export async function wake(replica: Replica, base: string): Promise<void> {
  const session = await replica.session();
  if (!session) return;
  const watched = await isWatched(replica, base);
  if (watched) replica.line.want();
  else replica.line.rest();
  if (watched && replica.states.expired(replica.clock.now())) replica.broadcast.changed();
  const unsent = (await pendingOf(replica.database, memberKey(session))).length > 0;
  const age = Date.now() - (replica.sync.triedAt() ?? 0);
  if (unsent || age > (watched ? WATCHED_MS : UNWATCHED_MS)) await replica.sync.request();
}

/** Whether a page with chips or one of our own is in front in some window. */
async function isWatched({ sites }: Replica, base: string): Promise<boolean> {
  const tabs = await browser.tabs.query({ active: true });
  return tabs.some(({ url }) => url !== undefined && (sites.granted(url) || url.startsWith(base)));
}
